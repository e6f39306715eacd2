// The cards' side of the text's scrolling: where the words of each note stand, measured anew when the text changes its size or has been
// scrolled on, and one place of scrolling for the text and the notes.
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { Note } from '../../domain/notes/note.ts'
import { isDrawn, lineTops, type Reader, readerIn } from '../painting/note-lines.ts'
import { useAppState } from './context.ts'

/** The part of the column in view, CSS pixels from its top. */
export type View = { readonly top: number; readonly height: number }

export type NoteLines = {
  /** Where each note's words begin, CSS pixels from the column's top, in the order of the notes; the top for the whole briefing. */
  readonly wanted: readonly number[]
  readonly view: View
  /** How high the column must be at least, so that it scrolls as far as the text; CSS pixels. */
  readonly least: number
}

/** Views differ by such steps only, so that scrolling draws seldom; CSS pixels. */
const step = 160

/** So many lines are measured in one idle moment. */
const slice = 200

/** The frame of a card at the very top is whole; CSS pixels. */
const topRoom = 4

/**
 * Measures and follows while the column is there. `notes` must be in reading order. While `settled` says that all cards are drawn and all
 * lines are measured exactly, scrolling draws nothing.
 */
export function useNoteLines(
  notes: readonly Note[],
  scroller: RefObject<HTMLElement | null>,
  settled: RefObject<boolean>,
): NoteLines {
  const drawnFor = useAppState((state) => state.reading.open)
  const reader = useRef<Reader | null>(null)
  const [lines, setLines] = useState<NoteLines>({ wanted: [], view: { top: 0, height: 0 }, least: 0 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is drawn for another open briefing
  useLayoutEffect(() => {
    const column = scroller.current
    if (column === null) return
    let measuredAt = 0
    let isExact = false
    const rest = createIdleMeasuring(() => {
      isExact = true
    }, setLines)
    const measure = () => {
      if (reader.current === null || !isDrawn(reader.current)) reader.current = readerIn(document)
      measuredAt = column.scrollTop
      isExact = false
      rest.stop()
      if (reader.current === null) return
      setLines(measured(reader.current, column, notes))
      if (!isLazy(reader.current)) rest.start(reader.current, column, notes)
    }
    // What was measured reaches a view further than what is shown; before half of that is used up, only the view is another.
    const look = () => {
      const view = { top: column.scrollTop, height: column.clientHeight }
      if (!isExact && Math.abs(view.top - measuredAt) > view.height / 2) measure()
      else if (!(isExact && settled.current)) setLines((known) => ({ ...known, view }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(column)
    if (reader.current !== null) observer.observe(reader.current.surface.root)
    const stop = reader.current === null ? () => {} : scrollTogether(reader.current.scroller, column, look)
    return () => {
      observer.disconnect()
      rest.stop()
      stop()
    }
  }, [notes, scroller, settled, drawnFor])
  return lines
}

function measured(reader: Reader, column: HTMLElement, notes: readonly Note[]): NoteLines {
  return {
    wanted: wantedTops(reader, column, notes, reader.scroller.clientHeight),
    view: { top: column.scrollTop, height: column.clientHeight },
    least: leastHeight(reader, column),
  }
}

function wantedTops(reader: Reader, column: HTMLElement, notes: readonly Note[], reach: number): readonly number[] {
  const top = column.getBoundingClientRect().top
  const offsets = notes.map(({ start }) => start ?? 0)
  const tops = lineTops(reader, offsets, reach)
  return notes.map(({ start }, at) => (start === null ? topRoom : Math.max(topRoom, (tops[at] ?? 0) - top)))
}

function leastHeight({ scroller }: Reader, column: HTMLElement): number {
  return scroller.scrollHeight - scroller.clientHeight + column.clientHeight
}

/** Of a long text paragraphs out of view are not laid out: where their lines will be can't be asked. */
function isLazy({ surface }: Reader): boolean {
  return surface.root.querySelector('[data-lazy="true"]') !== null
}

/** Measures every note's line exactly, some in each idle moment, and tells when the last is. */
function createIdleMeasuring(done: () => void, tell: (change: (known: NoteLines) => NoteLines) => void) {
  let idle = 0
  return {
    start: (reader: Reader, column: HTMLElement, notes: readonly Note[]) => {
      const wanted: number[] = []
      const go = () => {
        wanted.push(
          ...wantedTops(reader, column, notes.slice(wanted.length, wanted.length + slice), Number.POSITIVE_INFINITY),
        )
        if (wanted.length < notes.length) {
          idle = requestIdleCallback(go)
          return
        }
        done()
        tell((known) => (isSame(known.wanted, wanted) ? known : { ...known, wanted }))
      }
      idle = requestIdleCallback(go)
    },
    stop: () => cancelIdleCallback(idle),
  }
}

function isSame(some: readonly number[], others: readonly number[]): boolean {
  return some.length === others.length && some.every((top, at) => Math.abs(top - (others[at] ?? 0)) < 0.5)
}

/**
 * Scrolls two things as one: the notes follow the text, and turning the wheel over the notes turns the text, until it is at its end and only
 * notes are left. `onMoved` is called when the view is a step further. The returned function stops that.
 */
function scrollTogether(text: HTMLElement, notes: HTMLElement, onMoved: () => void): () => void {
  let last = notes.scrollTop
  const moved = () => {
    if (Math.abs(notes.scrollTop - last) < step) return
    last = notes.scrollTop
    onMoved()
  }
  // Each tells the other once; the event that comes of being told must not tell back, as by then the teller may be further on.
  const told = { text: Number.NaN, notes: Number.NaN }
  const isAnswer = (who: 'text' | 'notes', element: HTMLElement) => {
    const answers = Math.abs(element.scrollTop - told[who]) < 1
    told[who] = Number.NaN
    return answers
  }
  const follow = () => {
    const isAtEnd = text.scrollTop >= text.scrollHeight - text.clientHeight - 1
    if (isAnswer('text', text) || (isAtEnd && notes.scrollTop > text.scrollTop)) return
    notes.scrollTop = text.scrollTop
    told.notes = notes.scrollTop
    moved()
  }
  const lead = () => {
    if (isAnswer('notes', notes)) return
    text.scrollTop = notes.scrollTop
    told.text = text.scrollTop
    moved()
  }
  follow()
  text.addEventListener('scroll', follow, { passive: true })
  notes.addEventListener('scroll', lead, { passive: true })
  return () => {
    text.removeEventListener('scroll', follow)
    notes.removeEventListener('scroll', lead)
  }
}
