// The panes side by side with two splitters between them. Widths are remembered when a drag or a key press ends.
import { type CSSProperties, type ReactNode, useState } from 'react'
import { setPanes } from '../actions/appearance.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { Splitter } from './splitter.tsx'

/** Widths a pane may have, in CSS pixels. */
const listWidths = { least: 220, most: 560 } as const
const notesWidths = { least: 240, most: 560 } as const

type PanesProps = {
  readonly rail: ReactNode
  readonly list: ReactNode
  readonly reader: ReactNode
  readonly notes: ReactNode
}

export function Panes({ rail, list, reader, notes }: PanesProps) {
  const app = useApp()
  const words = useWords()
  const remembered = useAppState((state) => state.settings.panes)
  const showsNotes = useAppState((state) => state.reading.open.phase === 'ready')
  const [dragged, setDragged] = useState<typeof remembered | null>(null)
  const panes = dragged ?? remembered
  const keep = (next: typeof remembered) => {
    setDragged(null)
    void setPanes(app, next)
  }
  const widths = { '--list-width': `${panes.list}px`, '--notes-width': `${panes.notes}px` } as CSSProperties
  return (
    <div className={showsNotes ? 'panes' : 'panes without-notes'} style={widths}>
      {rail}
      {list}
      <Splitter
        label={words('window.splitter.list')}
        width={panes.list}
        limits={listWidths}
        grows="forward"
        onDrag={(width) => setDragged({ ...panes, list: width })}
        onDone={(width) => keep({ ...panes, list: width })}
      />
      {reader}
      {showsNotes && (
        <Splitter
          label={words('window.splitter.notes')}
          width={panes.notes}
          limits={notesWidths}
          grows="backward"
          onDrag={(width) => setDragged({ ...panes, notes: width })}
          onDone={(width) => keep({ ...panes, notes: width })}
        />
      )}
      {showsNotes && notes}
    </div>
  )
}
