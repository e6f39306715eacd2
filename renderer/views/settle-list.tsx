// The notes of the report: first those a person has to settle, then those settled before, then what needs nothing; the same ones folded.
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Note } from '../../domain/notes/note.ts'
import { stopSettling } from '../actions/settling.ts'
import { useWords } from '../words/intl.tsx'
import { useApp } from './context.ts'
import { KeyHint } from './key-hint.tsx'
import { SettleCard } from './settle-card.tsx'
import type { ShownReport } from './use-report.ts'

type SettleListProps = { readonly shown: ShownReport; readonly changeable: boolean }

/** The cards in their groups, under a word that all is settled when it is. */
export function SettleList({ shown, changeable }: SettleListProps) {
  const words = useWords()
  const { report, active } = shown
  const sameIsActive = report.same.some(({ noteId }) => noteId === active?.noteId)
  const [unfolded, setUnfolded] = useState(false)
  const open = unfolded || sameIsActive
  return (
    <section className="settle-list" data-testid="settle-list" aria-label={words('window.settle.list')}>
      {report.toSettle === 0 && <AllSettled />}
      <Cards notes={report.asked} shown={shown} changeable={changeable} counted />
      <Cards notes={report.settled} shown={shown} changeable={changeable} />
      <Cards notes={report.moved} shown={shown} changeable={changeable} />
      {report.same.length > 0 && (
        <details
          className="settle-same"
          data-testid="settle-same"
          open={open}
          onToggle={(event) => setUnfolded(event.currentTarget.open)}
        >
          <summary>{words('window.settle.same-notes', { count: report.same.length })}</summary>
          {open && <Cards notes={report.same} shown={shown} changeable={false} />}
        </details>
      )}
    </section>
  )
}

type CardsProps = SettleListProps & { readonly notes: readonly Note[]; readonly counted?: boolean }

function Cards({ notes, shown, changeable, counted = false }: CardsProps) {
  const { active, before, texts } = shown
  if (notes.length === 0) return null
  return (
    <ol className="cards">
      {notes.map((note, at) => (
        <li key={note.noteId}>
          <SettleCard
            note={note}
            before={before(note)}
            texts={texts}
            active={note === active}
            changeable={changeable}
            at={counted ? at + 1 : null}
            count={notes.length}
          />
        </li>
      ))}
    </ol>
  )
}

function AllSettled() {
  const app = useApp()
  const words = useWords()
  return (
    <div className="all-settled" data-testid="all-settled">
      <p>{words('window.settle.all-settled')}</p>
      <Button className="button primary" data-report-done="true" onPress={() => stopSettling(app)}>
        {words('window.settle.back-to-text')}
        <KeyHint>{words('window.settle.key-keep')}</KeyHint>
      </Button>
    </div>
  )
}
