// Dialogs that nobody sees: they are cancelled and say so, unless a test has put an answer in their place.
import { say } from './log.ts'
import { provided } from './provided.ts'

// A dialog may be called with its window first.
const optionsOf = <Options extends object>(first: object, second: Options | undefined): Options =>
  second ?? (first as Options)

/** Makes the `dialog` module. Its functions may be replaced, as in Electron. */
export const createDialog = () =>
  provided('dialog', {
    showOpenDialog: async (
      first: object,
      second?: Electron.OpenDialogOptions,
    ): Promise<Electron.OpenDialogReturnValue> => {
      say(`open dialog cancelled: ${optionsOf(first, second).title ?? ''}`)
      return { canceled: true, filePaths: [] }
    },
    showSaveDialog: async (
      first: object,
      second?: Electron.SaveDialogOptions,
    ): Promise<Electron.SaveDialogReturnValue> => {
      say(`save dialog cancelled: ${optionsOf(first, second).title ?? ''}`)
      return { canceled: true, filePath: '' }
    },
    showMessageBox: async (
      first: object,
      second?: Electron.MessageBoxOptions,
    ): Promise<Electron.MessageBoxReturnValue> => {
      const options = optionsOf(first, second)
      say(`message box cancelled: ${options.message}`)
      return { response: options.cancelId ?? 0, checkboxChecked: options.checkboxChecked ?? false }
    },
    showErrorBox: (title: string, content: string): void => say(`error box: ${title}: ${content}`),
  } satisfies Pick<Electron.Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'>)
