// What `import … from 'electron'` gives. The stand-in's entry has put the parts there before the app is loaded; a name
// that is not among them fails when the app is linked.
import type { Parts } from './electron-parts.ts'

const parts = (globalThis as { [key: symbol]: Parts | undefined })[Symbol.for('standin.electron')]
if (parts === undefined) throw new Error('This module is loaded by the stand-in only.')

export const {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  webContents,
} = parts
