// Says what moves of the caret reach: at most one message a frame, so that a key held down says where it came to and not all between.
import { useEffect, useRef } from 'react'
import type { Span } from '../../domain/span.ts'
import type { Paragraph } from '../../domain/text/paragraphs.ts'
import { notesShown } from '../actions/notes.ts'
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
  const last = useRef<{ readonly reached: Span; readonly at: number } | null>(null)
  const waiting = useRef<CaretMoved | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: in another text nothing has been reached yet
  useEffect(() => {
    last.current = null
    waiting.current = null
  }, [text])
  const speak = () => {
    const moved = waiting.current
    waiting.current = null
    if (moved === null) return
    const notes = withNotes ? notesShown(app) : []
    const said = spokenMove(words, { text, paragraphs, notes }, { ...moved, before: beforeOf(moved, last.current) })
    last.current = { reached: moved.reached, at: moved.to }
    app.spoken.dispatch({ said: 'words', text: said })
  }
  return (moved) => {
    const { current } = waiting
    waiting.current = current === null ? moved : { ...moved, from: current.from, isFirst: current.isFirst }
    if (current === null) requestAnimationFrame(speak)
  }
}

/** What was said of the place the caret was at; the bare place when something else than a key brought it there. */
function beforeOf({ from, isFirst }: CaretMoved, last: { readonly reached: Span; readonly at: number } | null) {
  if (last !== null && last.at === from) return last.reached
  return isFirst ? null : { start: from, end: from }
}
