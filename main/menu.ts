// The menu, made from the one list of commands: each entry shows its key. On Linux and Windows the window itself listens for
// the keys (so that text fields keep theirs) and the menu only shows them; on macOS the system's menu owns them.
import type { MenuItemConstructorOptions } from 'electron'
import { type CommandId, commandIds, commands } from '../domain/commands.ts'

export type MenuOptions = {
  readonly platform: NodeJS.Platform
  readonly label: (key: string) => string
  readonly onCommand: (id: CommandId) => void
  /** Commands that write are grey while the library can only be read. */
  readonly readOnly: boolean
}

/** The application menu as a template for `Menu.buildFromTemplate`. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { label, platform } = options
  const group = (menu: MenuName) => commandIds.filter((id) => commands[id].menu === menu).map((id) => item(id, options))
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const quit: MenuItemConstructorOptions = { role: 'quit', label: label('menu.quit') }
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    { label: label('menu.file'), submenu: [...group('file'), ...(platform === 'darwin' ? [] : [separator, quit])] },
    {
      label: label('menu.edit'),
      submenu: [
        ...group('edit'),
        separator,
        { role: 'cut', label: label('menu.cut') },
        { role: 'copy', label: label('menu.copy') },
        { role: 'paste', label: label('menu.paste') },
        { role: 'selectAll', label: label('menu.select-all') },
      ],
    },
    {
      label: label('menu.view'),
      submenu: [
        ...group('view'),
        separator,
        { label: label('menu.theme'), submenu: group('theme') },
        { role: 'togglefullscreen', label: label('menu.full-screen') },
      ],
    },
    { label: label('menu.note'), submenu: group('note') },
    ...(platform === 'darwin' ? [{ role: 'windowMenu' } satisfies MenuItemConstructorOptions] : []),
  ]
}

type MenuName = (typeof commands)[CommandId]['menu']

function item(id: CommandId, options: MenuOptions): MenuItemConstructorOptions {
  const { accelerator, writes } = commands[id]
  return {
    id,
    label: options.label(`command.${id}`),
    enabled: !(writes && options.readOnly),
    ...(accelerator === null ? {} : { accelerator, registerAccelerator: options.platform === 'darwin' }),
    click: () => options.onCommand(id),
  }
}
