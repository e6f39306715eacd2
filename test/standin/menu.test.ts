import { expect, test, vi } from 'vitest'
import { createMenus } from './menu.ts'

const menus = (roles: (role: string) => (() => void) | null = () => null) =>
  createMenus(
    roles,
    () => undefined,
    () => null,
  )

test('a key chooses the item that has it, in a submenu too', () => {
  const click = vi.fn()
  const { Menu, chords, press } = menus()
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: 'File',
        submenu: [
          { label: 'Open', accelerator: 'Ctrl+O' },
          { type: 'separator' },
          { label: 'New', accelerator: 'Ctrl+N', click },
        ],
      },
    ]),
  )
  press(chords().findIndex((chord) => chord.key === 'n'))
  expect(click).toHaveBeenCalledOnce()
})

test('a disabled item is not chosen by its key', () => {
  const click = vi.fn()
  const { Menu, press } = menus()
  const menu = Menu.buildFromTemplate([{ id: 'new', label: 'New', accelerator: 'Ctrl+N', enabled: false, click }])
  Menu.setApplicationMenu(menu)
  press(0)
  expect(click).not.toHaveBeenCalled()
  const item = menu.getMenuItemById('new')
  if (item !== null) item.enabled = true
  press(0)
  expect(click).toHaveBeenCalledOnce()
})

test('a role does its work and has its usual key', () => {
  const quit = vi.fn()
  const { Menu, chords, press } = menus((role) => (role === 'quit' ? quit : null))
  Menu.setApplicationMenu(Menu.buildFromTemplate([{ role: 'quit' }]))
  expect(chords()[0]).toMatchObject({ control: true, key: 'q' })
  press(0)
  expect(quit).toHaveBeenCalledOnce()
})

test('a misspelt option is refused', () => {
  const template = [{ label: 'x', acelerator: 'Ctrl+X' }] as unknown as Electron.MenuItemConstructorOptions[]
  expect(() => menus().Menu.buildFromTemplate(template)).toThrow(/acelerator/)
})
