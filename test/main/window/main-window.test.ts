// The window is made with every protection that its options can ask for, and with no option that loosens one.
import type { BrowserWindowConstructorOptions, Session } from 'electron'
import { beforeEach, expect, it, vi } from 'vitest'
import { defaultSettings } from '../../../domain/settings.ts'

const made = vi.hoisted((): unknown[] => [])
vi.mock('electron', () => {
  const display = { id: 1, workArea: { x: 0, y: 0, width: 1600, height: 1000 } }
  class BrowserWindow {
    webContents = { id: 1, on: () => undefined }
    constructor(options: unknown) {
      made.push(options)
    }
    on() {}
    once() {}
    loadURL = async () => undefined
  }
  return { BrowserWindow, screen: { getPrimaryDisplay: () => display, getAllDisplays: () => [display] } }
})
const { createMainWindow } = await import('../../../main/window/main-window.ts')

beforeEach(() => {
  made.length = 0
})

it('the window is sandboxed, isolated, without Node, with web security, and asks for nothing more', () => {
  const session = {} as Session
  const window = createMainWindow({
    session,
    preload: '/preload.cjs',
    settings: () => defaultSettings,
    darkColors: () => false,
    rememberWindow: () => undefined,
    giveUp: () => undefined,
    minimised: () => undefined,
  })
  window.open()
  const [options] = made as BrowserWindowConstructorOptions[]
  expect(made).toHaveLength(1)
  // Whatever is not named here has Electron's default, which is the safe one.
  expect(options?.webPreferences).toEqual({
    session,
    preload: '/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    spellcheck: false,
  })
})
