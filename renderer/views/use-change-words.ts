// What a change did, in a few words.
import { useIntl } from 'react-intl'
import type { StateChanges } from '../../domain/previous-version.ts'
import { useWords } from '../words/intl.tsx'

/** The parts of a change as one list in words; at least one of them says something. */
export function useChangeWords(changes: StateChanges): string {
  const words = useWords()
  const intl = useIntl()
  const { title, reading, bin, texts, notesAdded, notesChanged, notesRemoved } = changes
  const counted = (key: string, count: number) => (count > 0 ? [words(`window.previous.change.${key}`, { count })] : [])
  return intl.formatList([
    ...(title ? [words('window.previous.change.title')] : []),
    ...(reading ? [words('window.previous.change.reading')] : []),
    ...counted('texts', texts),
    ...counted('texts-gone', -texts),
    ...counted('notes-added', notesAdded),
    ...counted('notes-changed', notesChanged),
    ...counted('notes-removed', notesRemoved),
    ...(bin ? [words('window.previous.change.bin')] : []),
  ])
}
