// How high the drawn cards are. They are watched as they grow and shrink; one that was never drawn is guessed.
import { type RefCallback, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Note } from '../../domain/notes/note.ts'

/** How a card is drawn: in one line, open, or open and active, when it may be written in. */
export type CardForm = 'folded' | 'open' | 'active'

export type CardHeights = {
  /** A card's height in CSS pixels: as last seen in that form, or a guess. */
  readonly heightOf: (note: Note, form: CardForm) => number
  /** For each drawn card's element, which has `data-id` and `data-form`. */
  readonly watch: RefCallback<HTMLElement>
}

/** CSS pixels of a card of one line, and of one without a text of its own. */
const foldedHeight = 34
const bareHeight = 74
/** A guess of how many UTF-16 units go on a line, and of a line's height in CSS pixels. */
const unitsInLine = 38
const lineHeight = 19

/** Heights that draw anew, before anything is painted, whenever one changes. */
export function useCardHeights(): CardHeights {
  const [seen, setSeen] = useState<ReadonlyMap<string, number>>(new Map())
  const newest = useRef(seen)
  const observer = useRef<ResizeObserver | null>(null)
  const watch = useCallback((element: HTMLElement | null) => {
    if (element === null) return
    observer.current ??= new ResizeObserver((entries) => {
      const next = withHeights(newest.current, entries)
      if (next === newest.current) return
      newest.current = next
      // Now, not with the next frame: a card that grows while it is written in would lie over the next one for that long.
      flushSync(() => setSeen(next))
    })
    observer.current.observe(element)
    return () => observer.current?.unobserve(element)
  }, [])
  useEffect(
    () => () => {
      observer.current?.disconnect()
      observer.current = null
    },
    [],
  )
  const heightOf = useCallback(
    (note: Note, form: CardForm) =>
      seen.get(keyOf(note.noteId, form)) ?? (form === 'folded' ? foldedHeight : guessOf(note)),
    [seen],
  )
  return { heightOf, watch }
}

function withHeights(
  known: ReadonlyMap<string, number>,
  entries: readonly ResizeObserverEntry[],
): ReadonlyMap<string, number> {
  const changed = entries.flatMap(({ target, borderBoxSize }): (readonly [string, number])[] => {
    const { id = '', form = '' } = target instanceof HTMLElement ? target.dataset : {}
    // As the browser knows it already: to ask the element would make it lay out again.
    const height = Math.ceil(borderBoxSize[0]?.blockSize ?? 0)
    const key = keyOf(id, form)
    const before = known.get(key) ?? (form === 'folded' ? foldedHeight : 0)
    return height === 0 || height === before ? [] : [[key, height]]
  })
  return changed.length === 0 ? known : new Map([...known, ...changed])
}

function keyOf(noteId: string, form: string): string {
  return `${noteId} ${form}`
}

function guessOf({ text, quote }: Note): number {
  const lines = Math.min(10, Math.ceil(text.length / unitsInLine)) + Math.min(4, Math.ceil(quote.length / unitsInLine))
  return bareHeight - lineHeight + lines * lineHeight
}
