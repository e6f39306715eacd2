// Reads texts in this thread. The rules and their data take a tenth of a second to load, so they are loaded with the first text:
// neither the window nor a command that reads nothing waits for them.
import type { ReadText } from '../domain/reading/read.ts'
import type { Reading } from '../domain/reading/reading.ts'

/** Makes the function that reads a normalised text here. It rejects when the rules fail on the text itself. */
export function createReadHere(): (text: string) => Promise<Reading> {
  let reader: Promise<ReadText> | null = null
  return async (text) => {
    reader ??= import('./text-reader.ts').then(({ createTextReader }) => createTextReader())
    const readText = await reader
    return readText(text)
  }
}
