// The system's dialogs the app shows: choosing a text, and saying that it can't go on.
import { basename } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { messageText } from '../messages.ts'

export type ChosenFile = { readonly path: string; readonly name: string }

/** Asks for a text file; null when the person cancels. Recent files of the system are left alone. */
export async function chooseTextFile(parent: BrowserWindow | null): Promise<ChosenFile | null> {
  const options: Electron.OpenDialogOptions = {
    title: messageText('dialog.open-text'),
    properties: ['openFile', 'dontAddToRecent'],
    filters: [
      { name: messageText('dialog.text-files'), extensions: ['txt', 'text', 'md'] },
      { name: messageText('dialog.all-files'), extensions: ['*'] },
    ],
  }
  const { canceled, filePaths } = await (parent === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(parent, options))
  const path = filePaths[0]
  return canceled || path === undefined ? null : { path, name: basename(path) }
}

/** Says with a sentence of the catalogue why the app ends. */
export function showEnd(messageKey: 'crash.page-keeps-crashing' | 'crash.start-failed'): void {
  dialog.showErrorBox(messageText('crash.title'), messageText(messageKey))
}
