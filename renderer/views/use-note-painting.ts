// Keeps the painted notes in step with the state, and turns a click on painted words into the active note.
import { type MouseEvent, useEffect, useLayoutEffect, useRef } from 'react'
import { activateNote } from '../actions/notes.ts'
import { createNotePainter, type NotePainter } from '../painting/note-painter.ts'
import { lineBoxes, type Surface } from '../painting/surface.ts'
import { useApp, useAppState } from './context.ts'
import { usePointedNote } from './pointed-note.ts'
import { useShownNotes } from './use-shown-notes.ts'

/** The name under which the time of each painting is on the page's timeline, for whoever measures. */
const timed = 'paint-notes'

/** Paints, before the frame that shows the text; give `onClick` to the element around the text. */
export function useNotePainting(surface: Surface | null): { readonly onClick: (event: MouseEvent) => void } {
  const app = useApp()
  const notes = useShownNotes()
  const pointed = usePointedNote()
  const painter = useRef<NotePainter | null>(null)
  useLayoutEffect(() => {
    if (surface === null) return
    painter.current = createNotePainter(surface)
    return () => painter.current?.clear()
  }, [surface])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another surface has another painter
  useLayoutEffect(() => {
    const start = performance.now()
    painter.current?.paint(notes)
    performance.clearMeasures(timed)
    performance.measure(timed, { start })
  }, [surface, notes])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is pointed at may have moved with the notes
  useLayoutEffect(() => painter.current?.point(pointed), [surface, notes, pointed])
  useActiveWordsInView(surface)
  return {
    onClick: (event) => {
      if (document.getSelection()?.isCollapsed === false) return
      activateNote(app, painter.current?.noteAt(event.clientX, event.clientY)?.noteId ?? null)
    },
  }
}

/** Scrolls the active note's words into view when another note becomes active; not when the text is first drawn. */
function useActiveWordsInView(surface: Surface | null): void {
  const active = useAppState((state) => state.reading.activeNote)
  const app = useApp()
  const last = useRef(active)
  useEffect(() => {
    if (surface === null || last.current === active) return
    last.current = active
    const note = app.store.get().reading.notes.find(({ noteId }) => noteId === active)
    if (note === undefined || note.start === null || note.end === null) return
    const span = { start: note.start, end: note.end }
    const block = surface.blocks.find(({ end }) => end > span.start)
    const box = lineBoxes(surface, span)[0]
    const scroller = surface.root.closest('.page-scroller')?.getBoundingClientRect()
    const visible =
      box !== undefined && scroller !== undefined && box.top >= scroller.top && box.bottom <= scroller.bottom
    if (!visible) block?.element.scrollIntoView({ block: 'center' })
  }, [active, surface, app])
}
