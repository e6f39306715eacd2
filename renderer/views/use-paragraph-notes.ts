// The notes on the version that is shown, by paragraph. Where nothing changed in a paragraph it is not drawn again.
import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import type { Note } from '../../domain/notes/note.ts'
import type { Paragraph } from '../../domain/text/paragraphs.ts'
import { notesByParagraph, type ParagraphNotes } from '../state/paragraph-notes.ts'
import { useNotesOfText } from './use-shown-notes.ts'

const none: readonly Note[] = []
const noNotes: ParagraphNotes = new Map()

/** `whole`: notes on whole paragraphs, at once; `all`: every note, when the frame that shows the text is out. */
export function useParagraphNotes(paragraphs: readonly Paragraph[]): {
  readonly whole: ParagraphNotes
  readonly all: ParagraphNotes
} {
  const notes = useNotesOfText()
  const later = useDeferredValue(notes, none)
  const onWhole = useMemo(() => notes.filter(({ scope }) => scope === 'paragraph'), [notes])
  return { whole: useGrouped(paragraphs, onWhole), all: useGrouped(paragraphs, later) }
}

function useGrouped(paragraphs: readonly Paragraph[], notes: readonly Note[]): ParagraphNotes {
  const before = useRef(noNotes)
  const grouped = useMemo(() => notesByParagraph(paragraphs, notes, before.current), [paragraphs, notes])
  useEffect(() => {
    before.current = grouped
  }, [grouped])
  return grouped
}
