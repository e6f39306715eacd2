// The kinds of note beside what is selected, each with its key: beside words or a paragraph, and under the head for the whole briefing.
import { type RefObject, useEffect, useRef } from 'react'
import { Button, Toolbar } from 'react-aria-components'
import { type NoteScope, noteKinds } from '../../domain/notes/note.ts'
import { chooseNothing } from '../actions/note-places.ts'
import { addNote } from '../actions/notes.ts'
import type { Surface } from '../painting/surface.ts'
import { canWrite } from '../state/library.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { KeyHint } from './key-hint.tsx'
import { SelectionPlace } from './selection-place.tsx'

type SelectionBarProps = { readonly surface: Surface | null; readonly scroller: RefObject<HTMLElement | null> }

/** The kinds of note beside the selected words or paragraph; nothing without a selection or where no note can be made. */
export function SelectionBar({ surface, scroller }: SelectionBarProps) {
  const span = useAppState((state) => state.reading.selection)
  const scope = useAppState((state) => state.reading.scope)
  const usable = useUsable()
  if (span === null || !usable) return null
  return (
    <SelectionPlace surface={surface} scroller={scroller} span={span}>
      <Kinds scope={scope} />
    </SelectionPlace>
  )
}

/** The kinds of a note on the whole briefing while one is being made. They take the focus; Escape, or leaving them, is none of them. */
export function BriefingBar() {
  const app = useApp()
  const scope = useAppState((state) => state.reading.scope)
  const usable = useUsable()
  const place = useRef<HTMLDivElement>(null)
  const open = scope === 'briefing' && usable
  useEffect(() => {
    if (open) place.current?.querySelector('button')?.focus()
  }, [open])
  if (!open) return null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what its buttons leave to it
    <div
      ref={place}
      className="briefing-bar"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        chooseNothing(app)
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (currentTarget.contains(relatedTarget)) return
        app.store.dispatch({ slice: 'reading', type: 'selected', span: null, scope: 'words' })
      }}
    >
      <Kinds scope="briefing" />
    </div>
  )
}

function useUsable(): boolean {
  return useAppState((state) => {
    const { open } = state.reading
    return canWrite(state.library) && open.phase === 'ready' && open.briefing.deleted === null
  })
}

const labels: Readonly<Record<NoteScope, string>> = {
  words: 'window.selection.label',
  paragraph: 'window.selection.paragraph',
  briefing: 'window.selection.briefing',
}

function Kinds({ scope }: { readonly scope: NoteScope }) {
  const app = useApp()
  const words = useWords()
  return (
    <Toolbar
      className="selection-bar"
      data-testid="selection-bar"
      data-scope={scope}
      aria-label={words(labels[scope])}
      onMouseDown={(event) => event.preventDefault()}
    >
      {noteKinds.map((kind, at) => (
        <Button
          key={kind}
          data-kind={kind}
          className={`kind-choice kind-${kind}`}
          aria-keyshortcuts={`${at + 1}`}
          onPress={() => void addNote(app, kind)}
        >
          <span className="swatch" aria-hidden="true" />
          {words(`note-kind.${kind}`)}
          <KeyHint>{`${at + 1}`}</KeyHint>
        </Button>
      ))}
    </Toolbar>
  )
}
