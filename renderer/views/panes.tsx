// The panes side by side with two splitters between them. Widths are remembered when a drag or a key press ends.
import { type CSSProperties, useState } from 'react'
import { setPanes } from '../actions/appearance.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { List } from './list.tsx'
import { NotesPane } from './notes.tsx'
import { PastNotes } from './past-notes.tsx'
import { Rail } from './rail.tsx'
import { Reader } from './reader.tsx'
import { Splitter } from './splitter.tsx'

/** Widths a pane may have, in CSS pixels. */
const listWidths = { least: 220, most: 560 } as const
const notesWidths = { least: 240, most: 560 } as const

/** Rail, list and reader, and the notes while a briefing is open. */
export function Panes() {
  const app = useApp()
  const words = useWords()
  const remembered = useAppState((state) => state.settings.panes)
  const showsNotes = useAppState((state) => state.reading.open.phase === 'ready')
  const past = useAppState((state) => state.reading.past)
  const [dragged, setDragged] = useState<typeof remembered | null>(null)
  const panes = dragged ?? remembered
  const keep = (next: typeof remembered) => {
    setDragged(null)
    void setPanes(app, next)
  }
  const widths = { '--list-width': `${panes.list}px`, '--notes-width': `${panes.notes}px` } as CSSProperties
  const listSplitter = (
    <Splitter
      label={words('window.splitter.list')}
      width={panes.list}
      limits={listWidths}
      grows="forward"
      onDrag={(width) => setDragged({ ...panes, list: width })}
      onDone={(width) => keep({ ...panes, list: width })}
    />
  )
  const notesSplitter = (
    <Splitter
      label={words('window.splitter.notes')}
      width={panes.notes}
      limits={notesWidths}
      grows="backward"
      onDrag={(width) => setDragged({ ...panes, notes: width })}
      onDone={(width) => keep({ ...panes, notes: width })}
    />
  )
  return (
    <div className={showsNotes ? 'panes' : 'panes without-notes'} style={widths}>
      <Rail />
      <List splitter={listSplitter} />
      <Reader />
      {showsNotes && past === null && <NotesPane splitter={notesSplitter} />}
      {showsNotes && past !== null && <PastNotes past={past} splitter={notesSplitter} />}
    </div>
  )
}
