// Menus without a menu bar: the items, their keys and their clicks. Nothing is drawn; a page gets the keys.
import { type Chord, parseAccelerator } from './accelerator.ts'
import { constructible, emitterWith, provided } from './provided.ts'

export type Item = {
  readonly id: string
  readonly type: string
  readonly role: string | undefined
  readonly accelerator: string | undefined
  readonly submenu: Menu | null
  label: string
  enabled: boolean
  visible: boolean
  checked: boolean
  click: (event?: object, window?: Electron.BrowserWindow | null) => void
}
export type Menu = {
  readonly items: readonly Item[]
  readonly getMenuItemById: (id: string) => Item | null
  readonly popup: (options?: object) => void
  readonly closePopup: () => void
  readonly append: (item: Item) => void
}
/** What a role does when its item is chosen. */
export type Roles = (role: string) => (() => void) | null

// Keys of the roles whose work the stand-in does; those of editing are Chromium's own.
const roleKeys: { readonly [role: string]: string } = {
  quit: 'CmdOrCtrl+Q',
  close: 'CmdOrCtrl+W',
  minimize: 'CmdOrCtrl+M',
  reload: 'CmdOrCtrl+R',
  togglefullscreen: 'F11',
  zoomin: 'CmdOrCtrl+Plus',
  zoomout: 'CmdOrCtrl+-',
  resetzoom: 'CmdOrCtrl+0',
}

const known = new Set(
  'click role type label sublabel toolTip accelerator icon enabled acceleratorWorksWhenHidden visible checked registerAccelerator submenu id before after beforeGroupContaining afterGroupContaining'.split(
    ' ',
  ),
)
const refuseUnknown = (options: object): void => {
  const unknown = Object.keys(options).find((key) => !known.has(key))
  if (unknown !== undefined) throw new Error(`Menu item: unknown option ${unknown}`)
}

/** Makes `Menu` and `MenuItem`; `onChange` hears of a new application menu, `window` is the window whose keys were pressed. */
export const createMenus = (roles: Roles, onChange: () => void, window: () => Electron.BrowserWindow | null) => {
  let applicationMenu: Menu | null = null
  let numbers = 0

  const createItem = (options: Electron.MenuItemConstructorOptions): Item => {
    refuseUnknown(options)
    numbers += 1
    const role = options.role?.toLowerCase()
    const type = options.type ?? (options.submenu ? 'submenu' : 'normal')
    const run = (): void => {
      if (type === 'checkbox') item.checked = !item.checked
      if (type === 'radio') item.checked = true
      const roleAction = role === undefined ? null : roles(role)
      if (roleAction !== null) roleAction()
      else options.click?.(item as unknown as Electron.MenuItem, window() ?? undefined, {} as Electron.KeyboardEvent)
    }
    const item: Item = provided('MenuItem', {
      id: options.id ?? `${numbers}`,
      type,
      role,
      accelerator: options.accelerator ?? (role === undefined ? undefined : roleKeys[role]),
      submenu: Array.isArray(options.submenu)
        ? build(options.submenu)
        : ((options.submenu as unknown as Menu | undefined) ?? null),
      label: options.label ?? role ?? '',
      enabled: options.enabled ?? true,
      visible: options.visible ?? true,
      checked: options.checked ?? false,
      click: run,
    })
    return item
  }
  const all = (menu: Menu | null): readonly Item[] =>
    (menu?.items ?? []).flatMap((item) => [item, ...all(item.submenu)])
  const createMenu = (items: Item[]): Menu => {
    const menu: Menu = emitterWith('Menu', ['menu-will-show', 'menu-will-close'], {
      items,
      getMenuItemById: (id: string) => all(menu).find((item) => item.id === id) ?? null,
      popup: () => undefined,
      closePopup: () => undefined,
      append: (item: Item) => void items.push(item),
    })
    return menu
  }
  const build = (template: readonly (Electron.MenuItemConstructorOptions | Item)[]): Menu =>
    createMenu(
      template.map((entry) =>
        typeof entry.click === 'function' && 'submenu' in entry && entry.submenu === null
          ? (entry as Item)
          : createItem(entry as Electron.MenuItemConstructorOptions),
      ),
    )

  // Items that a key can choose, as they stand now.
  const keyed = (): readonly (readonly [Item, Chord])[] =>
    all(applicationMenu).flatMap((item) => {
      const chord = item.accelerator === undefined ? null : parseAccelerator(item.accelerator)
      return chord === null ? [] : [[item, chord] as const]
    })
  const statics = {
    buildFromTemplate: build,
    setApplicationMenu: (menu: Menu | null): void => {
      applicationMenu = menu
      onChange()
    },
    getApplicationMenu: (): Menu | null => applicationMenu,
  }
  return {
    Menu: constructible('Menu', () => createMenu([]), statics),
    MenuItem: constructible('MenuItem', (options: Electron.MenuItemConstructorOptions) => createItem(options), {}),
    chords: (): readonly Chord[] => keyed().map(([, chord]) => chord),
    press: (index: number): void => {
      const item = keyed()[index]?.[0]
      if (item?.enabled) item.click({}, window())
    },
  }
}
