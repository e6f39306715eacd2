// Keeps the painted notes in step with the state, and turns a click on painted words into the active note.
import { type MouseEvent, useEffect, useRef } from 'react'
import { activateNote } from '../actions/notes.ts'
import { type Painting, paintNotes } from '../painting/highlights.ts'
import { lineBoxes, type Surface } from '../painting/surface.ts'
import { useApp, useAppState } from './context.ts'
import { usePointedNote } from './pointed-note.ts'
import { useShownNotes } from './use-shown-notes.ts'

/** Paints; give `onClick` to the element around the text. */
export function useNotePainting(surface: Surface | null): { readonly onClick: (event: MouseEvent) => void } {
  const app = useApp()
  const notes = useShownNotes()
  const pointed = usePointedNote()
  const painting = useRef<Painting | null>(null)
  useEffect(() => {
    if (surface === null) return
    painting.current = paintNotes(surface, notes, pointed)
  }, [surface, notes, pointed])
  useEffect(() => () => painting.current?.clear(), [])
  useActiveWordsInView(surface)
  return {
    onClick: (event) => {
      if (document.getSelection()?.isCollapsed === false) return
      activateNote(app, painting.current?.noteAt(event.clientX, event.clientY)?.noteId ?? null)
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
