// The kinds of note beside selected words, each with its key.
import type { RefObject } from 'react'
import { Button, Toolbar } from 'react-aria-components'
import { noteKinds } from '../../domain/notes/note.ts'
import { addNote } from '../actions/notes.ts'
import type { Surface } from '../painting/surface.ts'
import { canWrite } from '../state/library.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { KeyHint } from './key-hint.tsx'
import { SelectionPlace } from './selection-place.tsx'

type SelectionBarProps = { readonly surface: Surface | null; readonly scroller: RefObject<HTMLElement | null> }

/** The kinds of note beside the selected words; nothing without a selection or where no note can be made. */
export function SelectionBar({ surface, scroller }: SelectionBarProps) {
  const span = useAppState((state) => state.reading.selection)
  const usable = useAppState((state) => {
    const { open } = state.reading
    return canWrite(state.library) && open.phase === 'ready' && open.briefing.deleted === null
  })
  if (span === null || !usable) return null
  return (
    <SelectionPlace surface={surface} scroller={scroller} span={span}>
      <Kinds />
    </SelectionPlace>
  )
}

function Kinds() {
  const app = useApp()
  const words = useWords()
  return (
    <Toolbar
      className="selection-bar"
      data-testid="selection-bar"
      aria-label={words('window.selection.label')}
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
