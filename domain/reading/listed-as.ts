// The name under which a text without a headline is listed. It is ours, and the window marks it so.
import { openingWords, shortened } from '../text/opening.ts'
import type { CorrectedReading } from './corrected.ts'
import type { Reading } from './reading.ts'

/** The words of the first event, else the first words of the body; one short line (domain/text/opening.ts). */
export function listedAs(reading: Reading, corrected: Pick<CorrectedReading, 'meetings'>): string {
  const label = corrected.meetings[0]?.label.value ?? ''
  return label.trim() === '' ? openingWords(reading.text, reading) : shortened(label)
}
