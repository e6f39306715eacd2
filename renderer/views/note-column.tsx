// The cards beside their words: each in its place, those near the view drawn first, one of them open and exactly at its words.
import {
  memo,
  type PointerEvent,
  type RefCallback,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Note } from '../../domain/notes/note.ts'
import { cardPlaces, columnHeight, crowdedCards } from '../state/card-places.ts'
import { useWords } from '../words/intl.tsx'
import { useAppState } from './context.ts'
import { NoteCard } from './note-card.tsx'
import { type CardForm, type CardHeights, useCardHeights } from './use-card-heights.ts'
import { groupSize, indexesOf, useDrawnCards } from './use-drawn-cards.ts'
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
/** Room below the last card; CSS pixels. */
const roomBelow = 125

/** A card that was chosen with the pointer stays under it: it is not drawn to its words before the pointer leaves it. */
type Held = { readonly noteId: string; readonly top: number }

/** The column of cards; it scrolls with the text. */
export function NoteColumn({ notes, paragraphOf, changeable }: NoteColumnProps) {
  const words = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const settled = useRef(false)
  const lines = useNoteLines(notes, scroller, settled)
  const heights = useCardHeights()
  const [held, setHeld] = useState<Held | null>(null)
  const { at: activeAt, forms, tops, tall } = usePlaces(notes, lines, heights, held)
  useWrittenInView(scroller, notes[activeAt]?.noteId ?? null, tops[activeAt] ?? 0, tall[activeAt] ?? 0)
  const drawn = useDrawnCards(
    { tops, heights: tall, view: lines.view, measured: lines.wanted.length > 0, activeAt },
    settled,
  )
  const cardAt = (at: number) => {
    const note = notes[at]
    if (note === undefined) return null
    const room = at % groupSize === 0 ? 0 : (tops[at] ?? 0) - (tops[at - 1] ?? 0) - (tall[at - 1] ?? 0)
    return (
      <PlacedCard
        key={note.noteId}
        note={note}
        paragraph={note.start === null ? null : paragraphOf(note.start)}
        changeable={changeable}
        form={forms[at] ?? 'open'}
        top={Math.round(tops[at] ?? 0)}
        room={Math.round(room)}
        at={at}
        all={notes.length}
        watch={heights.watch}
        hold={setHeld}
      />
    )
  }
  return (
    <div className="notes-scroller" ref={scroller} data-testid="note-column">
      {/* biome-ignore lint/a11y/useSemanticElements: an HTML list may not have groups between itself and its items */}
      <div
        role="list"
        className="cards"
        aria-label={words('window.notes.list')}
        style={{ blockSize: Math.max(lines.least, columnHeight(tops, tall) + roomBelow) }}
      >
        {drawn.map((group) => (
          <div key={group} className="card-group" style={{ insetBlockStart: Math.round(tops[group * groupSize] ?? 0) }}>
            {indexesOf(group, notes.length).map(cardAt)}
          </div>
        ))}
      </div>
    </div>
  )
}

type PlacedCardProps = {
  readonly note: Note
  readonly paragraph: number | null
  readonly changeable: boolean
  readonly form: CardForm
  /** CSS pixels from the top of the column. */
  readonly top: number
  /** CSS pixels between it and the card above it in its group. */
  readonly room: number
  /** Its index among all cards. */
  readonly at: number
  readonly all: number
  readonly watch: RefCallback<HTMLElement>
  readonly hold: (held: Held | null) => void
}

// In the flow of its group: cards with a transform or a position of their own cost a frame whenever the column scrolls (decision 13).
const PlacedCard = memo((props: PlacedCardProps) => {
  const { note, paragraph, changeable, form, top, room, at, all, watch, hold } = props
  const press = (event: PointerEvent) => {
    if (event.button === 0) hold({ noteId: note.noteId, top })
  }
  const letGo = (event: PointerEvent) => {
    // What is being written must not move.
    if (event.currentTarget.querySelector('[data-testid="note-text"]') === null) hold(null)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the list
    <div
      role="listitem"
      ref={watch}
      className="card-place-in-column"
      data-id={note.noteId}
      data-form={form}
      aria-setsize={all}
      aria-posinset={at + 1}
      style={{ marginBlockStart: room }}
      onPointerDown={press}
      onPointerLeave={letGo}
    >
      <NoteCard note={note} paragraph={paragraph} changeable={changeable} folded={form === 'folded'} />
    </div>
  )
})

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
