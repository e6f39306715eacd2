// The name under which a text without a headline is listed. It is ours, and the window marks it so.
import { openingWords, shortened } from '../text/opening.ts'
import type { Reading } from './reading.ts'

/** The words of the first event shown (`firstEvent`: its label), else the first words of the body; one short line. */
export function listedAs(
  reading: Pick<Reading, 'text' | 'title' | 'dateline'>,
  firstEvent: string | undefined,
): string {
  return firstEvent === undefined || firstEvent.trim() === ''
    ? openingWords(reading.text, reading)
    : shortened(firstEvent)
}
