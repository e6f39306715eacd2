// Says what moves of the caret reach: at most one message a frame, so that a key held down says where it came to and not all between.
import { useEffect, useRef } from 'react'
import type { Span } from '../../domain/span.ts'
import type { Paragraph } from '../../domain/text/paragraphs.ts'
import { useWords } from '../words/intl.tsx'
import { spokenMove } from '../words/spoken-move.ts'
import { useApp } from './context.ts'
import type { CaretMoved } from './use-caret-keys.ts'

/** The listener for moves by key in a text. `withNotes`: the notes that the caret comes into and leaves are said too. */
export function useSpokenCaret(
  text: string,
  paragraphs: readonly Paragraph[],
  withNotes: boolean,
): (moved: CaretMoved) => void {
  const app = useApp()
  const words = useWords()
  const last = useRef<Span | null>(null)
  const frame = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: in another text nothing has been reached yet
  useEffect(() => {
    last.current = null
    return () => cancelAnimationFrame(frame.current)
  }, [text])
  return (moved) => {
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => {
      const notes = withNotes ? app.store.get().reading.notes : []
      const said = spokenMove(words, { text, paragraphs, notes }, { ...moved, before: last.current })
      last.current = moved.reached
      app.spoken.dispatch({ said: 'words', text: said })
    })
  }
}
