// The cards beside their words: each in its place, only those near the view drawn, one of them open and exactly at its words.
import { type PointerEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Note } from '../../domain/notes/note.ts'
import { cardPlaces, cardsWithin, columnHeight, crowdedCards } from '../state/card-places.ts'
import { useWords } from '../words/intl.tsx'
import { useAppState } from './context.ts'
import { NoteCard } from './note-card.tsx'
import { type CardForm, type CardHeights, useCardHeights } from './use-card-heights.ts'
import { type NoteLines, useNoteLines } from './use-note-lines.ts'

type NoteColumnProps = {
  /** Those that stand somewhere, in reading order. */
  readonly notes: readonly Note[]
  /** UTF-16 offset → the number of its paragraph, or null. */
  readonly paragraphOf: (offset: number) => number | null
  readonly changeable: boolean
}

/** CSS pixels between two cards. */
const gap = 8
/** A pile of cards is folded when one would stand further than this from its words; CSS pixels. */
const farthest = 280
/** How far beyond the view cards are drawn; CSS pixels. */
const beyond = 500

/** A card that was chosen with the pointer stays under it: it is not drawn to its words before the pointer leaves it. */
type Held = { readonly noteId: string; readonly top: number }

/** The column of cards; it scrolls with the text. */
export function NoteColumn({ notes, paragraphOf, changeable }: NoteColumnProps) {
  const words = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const lines = useNoteLines(notes, scroller)
  const heights = useCardHeights()
  const [held, setHeld] = useState<Held | null>(null)
  const { at: activeAt, forms, tops, tall } = usePlaces(notes, lines, heights, held)
  useWrittenInView(scroller, notes[activeAt]?.noteId ?? null, tops[activeAt] ?? 0, tall[activeAt] ?? 0)
  const drawn = drawnCards(tops, tall, lines, activeAt)
  const first = drawn.find((at) => (tops[at] ?? 0) >= lines.view.top) ?? drawn[0]
  const hold = (event: PointerEvent, at: number) => {
    const noteId = notes[at]?.noteId
    if (event.button === 0 && noteId !== undefined) setHeld({ noteId, top: tops[at] ?? 0 })
  }
  const letGo = (event: PointerEvent) => {
    // What is being written must not move.
    if (event.currentTarget.querySelector('[data-testid="note-text"]') === null) setHeld(null)
  }
  return (
    <div className="notes-scroller" ref={scroller} data-testid="note-column">
      <ol
        className="cards"
        aria-label={words('window.notes.list')}
        style={{ blockSize: Math.max(lines.least, columnHeight(tops, tall) + beyond / 4) }}
      >
        {drawn.map((at) => {
          const note = notes[at]
          return note === undefined ? null : (
            <li
              key={note.noteId}
              ref={heights.watch}
              className="card-place-in-column"
              data-id={note.noteId}
              data-form={forms[at]}
              aria-setsize={notes.length}
              aria-posinset={at + 1}
              style={{ transform: `translateY(${Math.round(tops[at] ?? 0)}px)` }}
              onPointerDown={(event) => hold(event, at)}
              onPointerLeave={letGo}
            >
              <NoteCard
                note={note}
                paragraph={note.start === null ? null : paragraphOf(note.start)}
                changeable={changeable}
                first={at === first}
                folded={forms[at] === 'folded'}
              />
            </li>
          )
        })}
      </ol>
    </div>
  )
}

type Places = {
  /** The index of the active card; -1 for none. */
  readonly at: number
  readonly forms: readonly CardForm[]
  readonly tops: readonly number[]
  readonly tall: readonly number[]
}

function usePlaces(
  notes: readonly Note[],
  { wanted }: NoteLines,
  { heightOf }: CardHeights,
  held: Held | null,
): Places {
  const activeNote = useAppState((state) => state.reading.activeNote)
  const crowded = useMemo(() => {
    // As they are when none is active: what is written in one must not fold the others.
    const heights = notes.map((note) => heightOf(note, 'open'))
    return crowdedCards({ wanted: notes.map((_, at) => wanted[at] ?? 0), heights, gap }, farthest)
  }, [notes, wanted, heightOf])
  return useMemo(() => {
    const at = notes.findIndex(({ noteId }) => noteId === activeNote)
    const forms = notes.map((_, nth): CardForm => (nth === at ? 'active' : crowded[nth] === true ? 'folded' : 'open'))
    const tall = notes.map((note, nth) => heightOf(note, forms[nth] ?? 'open'))
    const isHeld = (note: Note, nth: number) => nth === at && note.noteId === held?.noteId
    const stands = notes.map((note, nth) => (isHeld(note, nth) ? (held?.top ?? 0) : (wanted[nth] ?? 0)))
    return { at, forms, tall, tops: cardPlaces({ wanted: stands, heights: tall, gap }, at) }
  }, [notes, wanted, heightOf, held, crowded, activeNote])
}

/** Keeps the whole of a card that is written in within the view, its top before its end; the text goes along. */
function useWrittenInView(scroller: RefObject<HTMLElement | null>, active: string | null, top: number, height: number) {
  const isWritten = useAppState((state) => active !== null && state.reading.editor?.noteId === active)
  useLayoutEffect(() => {
    const column = scroller.current
    if (column === null || !isWritten) return
    const below = top + height + gap - (column.scrollTop + column.clientHeight)
    if (below > 0) column.scrollTop = Math.min(column.scrollTop + below, top)
  }, [scroller, isWritten, top, height])
}

/** The indexes of the cards to draw, in order: those near the view, and the active one wherever it is. */
function drawnCards(
  tops: readonly number[],
  heights: readonly number[],
  { view, wanted }: NoteLines,
  activeAt: number,
): readonly number[] {
  // Nothing has been measured yet: what is near is not known.
  if (wanted.length === 0) return []
  const { from, to } = cardsWithin(tops, heights, view.top - beyond, view.top + view.height + beyond)
  const near = Array.from({ length: to - from }, (_, nth) => from + nth)
  if (activeAt < 0 || (activeAt >= from && activeAt < to)) return near
  return activeAt < from ? [activeAt, ...near] : [...near, activeAt]
}
