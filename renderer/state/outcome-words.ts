// Which words an outcome is: a person selects them in the text while one of the outcome's fields was the last to have the focus.
import type { CorrectedOutcome } from '../../domain/reading/corrected.ts'
import type { Edit } from '../../domain/reading/edit.ts'
import type { Span } from '../../domain/span.ts'
import { letterOf } from './additions.ts'
import { fieldId } from './panel.ts'

/** True for the key that gives an outcome its words; `code` helps where the keyboard gives no Latin letters. */
export function isWordsKey(key: string, code: string): boolean {
  return letterOf(key, code) === 'w'
}

/** The outcome a field of the page (`fieldId`) is of; null for a field of something else and for none. */
export function outcomeOfField(outcomes: readonly CorrectedOutcome[], field: string | null): CorrectedOutcome | null {
  const isIts = ({ key }: CorrectedOutcome) =>
    (['kind', 'due', 'meeting'] as const).some((name) => fieldId({ list: 'outcomes', key, field: name }) === field)
  return outcomes.find(isIts) ?? null
}

/** The edit that makes selected words an outcome's. With none selected, its words as read; null when they are those already. */
export function outcomeWordsEdit({ key, words }: CorrectedOutcome, selection: Span | null): Edit | null {
  const address = { list: 'outcomes', key, field: 'words' } as const
  if (selection !== null) return { kind: 'set', ...address, value: [selection.start, selection.end] }
  return words.value === null ? null : { kind: 'take-back-field', ...address }
}
