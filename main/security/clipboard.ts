// Copying goes through here: the text and the marks that keep it out of clipboard histories and clouds in one write, so that no
// moment has the one without the other. Whether a history heeds its mark is for the system and that program.
import type { Clipboard, ClipboardItem } from 'electron'
import { failed, type Result, success } from '../../domain/result.ts'

export type CopyText = (text: string) => Promise<Result<null>>
/** What is written: payloads by media type. */
type Payloads = Readonly<Record<string, string | Blob>>
export type ClipboardDependencies = {
  readonly clipboard: Pick<Clipboard, 'write'>
  /** Makes Electron's item. */
  readonly itemOf: (payloads: Record<string, string | Blob>) => ClipboardItem
  readonly platform: NodeJS.Platform
}

/** A number 0 of 32 bits, as Windows reads it. */
const no = () => new Blob([new Uint8Array(4)])
const rawFormat = (name: string) => `electron application/osclipboard;format="${name}"`

/** The text, and beside it what asks this platform's clipboard histories to leave it alone. */
export function clipboardPayloads(text: string, platform: NodeJS.Platform): Payloads {
  const plain = { 'text/plain': text }
  switch (platform) {
    case 'win32':
      return {
        ...plain,
        [rawFormat('ExcludeClipboardContentFromMonitorProcessing')]: no(),
        [rawFormat('CanIncludeInClipboardHistory')]: no(),
        [rawFormat('CanUploadToCloudClipboard')]: no(),
      }
    case 'darwin':
      return { ...plain, [rawFormat('org.nspasteboard.ConcealedType')]: '' }
    default:
      return { ...plain, [rawFormat('x-kde-passwordManagerHint')]: 'secret' }
  }
}

/** Builds what copies a text to the system's clipboard. Failure of that: clipboard-refused, and the clipboard holds what it held. */
export function createCopyText({ clipboard, itemOf, platform }: ClipboardDependencies): CopyText {
  return async (text) => {
    try {
      await clipboard.write([itemOf({ ...clipboardPayloads(text, platform) })])
      return success(null)
    } catch {
      // Never without its marks: no second try as plain text.
      return failed('clipboard-refused')
    }
  }
}
