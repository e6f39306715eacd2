// The system's dialogs the app shows: choosing a text, and saying that it can't go on.
import { basename } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { backupEnding } from '../backup/backup-folder.ts'
import { messageText } from '../messages.ts'

export type ChosenFile = { readonly path: string; readonly name: string }

/** Endings that the dialog shows at first; what a file is, its bytes decide. */
const extensions = 'txt text md markdown html htm xhtml mht mhtml docx eml pdf'.split(' ')

/** Asks for a text file; null when the person cancels. Recent files of the system are left alone. */
export async function chooseTextFile(parent: BrowserWindow | null): Promise<ChosenFile | null> {
  const [file] = await chooseFiles(parent, 'dialog.open-text', ['openFile'])
  return file ?? null
}

/** Asks for any number of text files; none when the person cancels. */
export function chooseTextFiles(parent: BrowserWindow | null): Promise<readonly ChosenFile[]> {
  return chooseFiles(parent, 'dialog.open-texts', ['openFile', 'multiSelections'])
}

async function chooseFiles(
  parent: BrowserWindow | null,
  titleKey: 'dialog.open-text' | 'dialog.open-texts',
  properties: readonly ('openFile' | 'multiSelections')[],
): Promise<readonly ChosenFile[]> {
  const options: Electron.OpenDialogOptions = {
    title: messageText(titleKey),
    properties: [...properties, 'dontAddToRecent'],
    filters: [
      { name: messageText('dialog.text-files'), extensions },
      { name: messageText('dialog.all-files'), extensions: ['*'] },
    ],
  }
  const { canceled, filePaths } = await (parent === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(parent, options))
  return canceled ? [] : filePaths.map((path) => ({ path, name: basename(path) }))
}

/** Endings of annotation files: W3C, Hypothesis' and Readium's are all JSON. */
const annotationExtensions = ['jsonld', 'json', 'annotation']
const annotationFilters = () => [
  { name: messageText('dialog.annotation-files'), extensions: annotationExtensions },
  { name: messageText('dialog.all-files'), extensions: ['*'] },
]

/** Asks for a file of notes; its absolute path, or null when the person cancels. */
export async function chooseAnnotationFile(parent: BrowserWindow | null): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title: messageText('dialog.import-notes'),
    properties: ['openFile', 'dontAddToRecent'],
    filters: annotationFilters(),
  }
  const { canceled, filePaths } = await (parent === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(parent, options))
  return canceled ? null : (filePaths[0] ?? null)
}

/** Asks where notes are to be written, asking before a file is replaced; an absolute path, or null when the person cancels. */
export async function chooseAnnotationTarget(parent: BrowserWindow | null, name: string): Promise<string | null> {
  const options: Electron.SaveDialogOptions = {
    title: messageText('dialog.export-notes'),
    defaultPath: name,
    properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
    filters: annotationFilters(),
  }
  const { canceled, filePath } = await (parent === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(parent, options))
  return canceled || filePath === '' ? null : filePath
}

/** Asks for the folder that backups go to; its absolute path, or null when the person cancels. */
export async function chooseBackupFolder(parent: BrowserWindow | null): Promise<string | null> {
  return chooseOne(parent, {
    title: messageText('dialog.backup-folder'),
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  })
}

/** Asks for a backup; its absolute path, or null when the person cancels. */
export async function chooseBackup(parent: BrowserWindow | null): Promise<string | null> {
  return chooseOne(parent, {
    title: messageText('dialog.restore-backup'),
    properties: ['openFile', 'dontAddToRecent'],
    filters: [
      { name: messageText('dialog.backup-files'), extensions: [backupEnding] },
      { name: messageText('dialog.all-files'), extensions: ['*'] },
    ],
  })
}

async function chooseOne(parent: BrowserWindow | null, options: Electron.OpenDialogOptions): Promise<string | null> {
  const { canceled, filePaths } = await (parent === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(parent, options))
  return canceled ? null : (filePaths[0] ?? null)
}

/** Says with a sentence of the catalogue why the app ends. */
export function showEnd(messageKey: 'crash.page-keeps-crashing' | 'crash.start-failed'): void {
  dialog.showErrorBox(messageText('crash.title'), messageText(messageKey))
}
