// The summary of an open briefing and what points at what in it: lines light their words, words their lines.
import { type PointerEvent, type RefObject, useEffect, useMemo, useRef } from 'react'
import { correctedReading } from '../../domain/reading/corrected-reading.ts'
import type { Corrections } from '../../domain/reading/corrections.ts'
import { type StoredReading, wholeReading } from '../../domain/reading/reading.ts'
import type { Paragraph } from '../../domain/text/paragraphs.ts'
import { paintLit } from '../painting/highlights.ts'
import { lineBoxes, offsetAtPoint, positionOf, type Surface } from '../painting/surface.ts'
import { lineShown, type Pointing, type PointingAction, pointingNowhere, reducePointing } from '../state/pointing.ts'
import { createStore, type Store } from '../state/store.ts'
import {
  linesAt,
  linesOfSummary,
  type Summary,
  type SummaryLine,
  summaryOf,
  type WordsOfLine,
} from '../state/summary.ts'

export type PointingStore = Store<Pointing, PointingAction>

/** Things that are read in words, and what is pointed at among them. */
export type PointedWords = { readonly lines: readonly WordsOfLine[]; readonly pointing: PointingStore }

export type ShownSummary = {
  readonly summary: Summary
  readonly lines: readonly SummaryLine[]
  readonly pointing: PointingStore
}

type Read = { readonly reading: StoredReading; readonly corrections: Corrections }

/** The summary of a text, made once for its reading and corrections. */
export function useSummary(
  text: string,
  paragraphs: readonly Paragraph[],
  { reading, corrections }: Read,
): ShownSummary {
  const pointing = useMemo(() => createStore(reducePointing, pointingNowhere), [])
  return useMemo(() => {
    const corrected = correctedReading(wholeReading(reading, text), corrections)
    const summary = summaryOf(corrected, { text, paragraphs, language: reading.language })
    return { summary, lines: linesOfSummary(summary), pointing }
  }, [text, paragraphs, reading, corrections, pointing])
}

/** Paints the words of the line that is pointed at. */
export function useLitWords(surface: Surface | null, { lines, pointing }: PointedWords): void {
  useEffect(() => {
    if (surface === null) return
    const paint = () => {
      const shown = lineShown(pointing.get())
      paintLit(surface, lines.find(({ key }) => key === shown)?.spans ?? [])
    }
    paint()
    const stop = pointing.subscribe(paint)
    return () => {
      stop()
      paintLit(surface, [])()
    }
  }, [surface, lines, pointing])
}

/** Follows pointer and caret over the text, so that the lines their words support are lit. Give the handlers to what holds it. */
export function useLitLines(surface: Surface | null, { lines, pointing }: PointedWords) {
  const frame = useRef(0)
  useEffect(() => {
    if (surface === null) return
    const follow = () => {
      const selection = document.getSelection()
      const inText = document.activeElement?.closest('.text') != null
      if (!inText || selection?.isCollapsed !== true) return
      const offset = caretOffset(surface, selection)
      pointing.dispatch({ type: 'words-pointed', keys: offset === null ? [] : linesAt(lines, offset) })
    }
    document.addEventListener('selectionchange', follow)
    return () => document.removeEventListener('selectionchange', follow)
  }, [surface, lines, pointing])
  return {
    onPointerMove: ({ target, clientX, clientY }: PointerEvent) => {
      cancelAnimationFrame(frame.current)
      frame.current = requestAnimationFrame(() => {
        const onWords = target instanceof Element && target.closest('[data-start]') !== null
        const offset = surface !== null && onWords ? offsetAtPoint(surface, clientX, clientY) : null
        pointing.dispatch({ type: 'words-pointed', keys: offset === null ? [] : linesAt(lines, offset) })
      })
    },
    onPointerLeave: () => {
      cancelAnimationFrame(frame.current)
      pointing.dispatch({ type: 'words-pointed', keys: [] })
    },
  }
}

/** Going from a line to its words and back. */
export function useWayToWords(
  surface: Surface | null,
  { pointing }: ShownSummary,
  card: RefObject<HTMLElement | null>,
) {
  return useMemo(
    () => ({
      /** Shows the words and puts the caret before them. */
      go: ({ key, spans }: SummaryLine) => {
        const first = spans[0]
        if (surface === null || first === undefined) return
        pointing.dispatch({ type: 'went', key })
        showWords(surface, first[0], first[1])
      },
      /** Back to the line that was come from; false when none was. */
      back: (): boolean => {
        const { held } = pointing.get()
        if (held === null) return false
        pointing.dispatch({ type: 'let-go' })
        document.getSelection()?.removeAllRanges()
        card.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(held)}"]`)?.focus()
        return true
      },
    }),
    [surface, pointing, card],
  )
}

function caretOffset(surface: Surface, selection: Selection): number | null {
  const node = selection.focusNode
  if (node === null || !surface.root.contains(node)) return null
  const block = surface.blocks.find((candidate) => candidate.node === node)
  return block === undefined ? null : block.start + selection.focusOffset
}

function showWords(surface: Surface, start: number, end: number): void {
  const block = surface.blocks.find((candidate) => candidate.end > start)
  // Paragraphs far away are not laid out: the first scroll brings them in, only then do their lines have places.
  block?.element.scrollIntoView({ block: 'center' })
  const line = lineBoxes(surface, { start, end })[0]
  const scroller = surface.root.closest<HTMLElement>('.page-scroller')
  const view = scroller?.getBoundingClientRect()
  if (
    scroller !== null &&
    line !== undefined &&
    view !== undefined &&
    (line.top < view.top || line.bottom > view.bottom)
  ) {
    scroller.scrollTop += line.top - view.top - view.height / 3
  }
  const place = positionOf(surface, start)
  surface.root.querySelector<HTMLElement>('.text')?.focus({ preventScroll: true })
  if (place !== null) document.getSelection()?.collapse(place.node, place.offset)
}
