// The kinds of note beside selected words, each with its key. It stands above the words, or below them, never on them.
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { Button, Toolbar } from 'react-aria-components'
import { noteKinds } from '../../domain/note.ts'
import { addNote } from '../actions/notes.ts'
import { lineBoxes, type Surface } from '../painting/surface.ts'
import { canWrite } from '../state/library.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { KeyHint } from './key-hint.tsx'
import { boxInPage, useTextSize } from './use-overlay.ts'

type SelectionBarProps = { readonly surface: Surface | null; readonly scroller: RefObject<HTMLElement | null> }

/** CSS pixels between the bar and the words. */
const distance = 8

/** The kinds of note beside the selected words; nothing without a selection or where no note can be made. */
export function SelectionBar({ surface, scroller }: SelectionBarProps) {
  const span = useAppState((state) => state.reading.selection)
  const usable = useAppState((state) => {
    const { open } = state.reading
    return canWrite(state.library) && open.phase === 'ready' && open.briefing.deleted === null
  })
  const size = useTextSize(surface)
  const bar = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ left: 0, top: 0 })
  const [narrow, setNarrow] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another size is another chance to be wide
  useLayoutEffect(() => setNarrow(false), [size])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `size` and `usable` stand for where lines and bar are
  useLayoutEffect(() => {
    if (surface === null || span === null || bar.current === null || scroller.current === null) return
    if (bar.current.offsetWidth > scroller.current.clientWidth - 2 * distance) setNarrow(true)
    setPlace(barPlace(surface, lineBoxes(surface, span), bar.current, scroller.current))
  }, [surface, span, size, usable, narrow])
  if (span === null || !usable) return null
  return (
    <div ref={bar} className="selection-place" data-narrow={narrow} style={place}>
      <Kinds />
    </div>
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

/** Above the first selected line where there is room in view, else below the last; within the page's width. */
function barPlace(surface: Surface, lines: readonly DOMRect[], bar: HTMLElement, scroller: HTMLElement) {
  const first = lines[0]
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return { left: 0, top: 0 }
  const view = scroller.getBoundingClientRect()
  const above = first.top - bar.offsetHeight - distance
  const box = boxInPage(surface, above >= view.top ? first : last)
  const top = above >= view.top ? box.top - bar.offsetHeight - distance : box.top + box.height + distance
  const most = view.width - bar.offsetWidth - 2 * distance
  return { left: Math.max(distance, Math.min(box.left, most)), top }
}
