// One note of the report: what became of its words, the note itself, and what can be decided, each with its key.
import { memo, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { Note } from '../../domain/notes/note.ts'
import { attaching, keptHere, leftBehind, lookAt, onCandidate, settle, waitingAgain } from '../actions/settling.ts'
import { mostCandidates } from '../state/report.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { KeyHint } from './key-hint.tsx'
import { placeWords, SettledWords, type SettleTexts } from './settle-words.tsx'

export type SettleCardProps = {
  readonly note: Note
  /** The same note as it stood on the version it comes from; undefined while that is not known. */
  readonly before: Note | undefined
  readonly texts: SettleTexts
  readonly active: boolean
  readonly changeable: boolean
  /** Its number among those that waited, for who can't see it; null for the others. */
  readonly at: number | null
  /** How many stand in its group. */
  readonly count: number
}

/** Drawn anew only when its own note changes: a report may have hundreds. */
export const SettleCard = memo((props: SettleCardProps) => {
  const { note, before, texts, active, changeable, at, count } = props
  const app = useApp()
  const words = useWords()
  const { noteId, kind, state, pending, text, history } = note
  const heading = { state: words(`note-state.${state}`), kind: words(`note-kind.${kind}`) }
  const label = words('window.settle.label', { ...heading, quote: note.quote })
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the focus alone makes it the one looked at
    <article
      className={`card settle-card kind-${kind}`}
      data-testid="settle-card"
      data-id={noteId}
      data-state={state}
      data-pending={pending}
      data-active={active}
      aria-label={at === null || !pending ? label : words('window.settle.note-count', { label, at, count })}
      aria-current={active}
      tabIndex={active || at === 1 ? 0 : -1}
      onFocus={() => lookAt(app, noteId)}
      onClick={() => lookAt(app, noteId)}
    >
      <div className="settle-state">
        <span>
          {heading.state} · {heading.kind}
        </span>
        <span className="settle-place">{placeWords(words, note, before, texts, at !== null)}</span>
      </div>
      <SettledWords note={note} texts={texts} />
      {text !== '' && (
        <p className="card-text" dir="auto">
          {text}
        </p>
      )}
      {pending && history.length > 0 && (
        <ul className="settle-history">
          {history.map((past) => (
            <li key={past.version}>{words('window.settle.history', { version: past.version, quote: past.quote })}</li>
          ))}
        </ul>
      )}
      {changeable && <Choices note={note} texts={texts} />}
    </article>
  )
})

function Choices({ note, texts }: { readonly note: Note; readonly texts: SettleTexts }) {
  const app = useApp()
  const words = useWords()
  const { state, version, pending } = note
  const asked = useAppState(({ settling }) => settling?.asked)
  const anew = waitingAgain(asked ?? [])
  const look = () => lookAt(app, note.noteId)
  const decide = (choice: Parameters<typeof settle>[1]) => () => {
    look()
    void settle(app, choice)
  }
  if (!pending) {
    return anew(note) === null ? null : (
      <div className="settle-choices">
        <Choice testId="settle-reopen" keyName={words('window.key.take-back')} onPress={decide(anew)}>
          {words('window.settle.reopen')}
        </Choice>
      </div>
    )
  }
  return (
    <div className="settle-choices">
      {state === 'reworded' && (
        <Choice testId="settle-keep" primary keyName={words('window.settle.key-keep')} onPress={decide(keptHere)}>
          {words('window.settle.keep')}
        </Choice>
      )}
      {note.candidates.slice(0, mostCandidates).map((span, at) => (
        <Choice
          key={`${span.start} ${span.end}`}
          testId="settle-candidate"
          keyName={String(at + 1)}
          onPress={decide((now) => onCandidate(now, at))}
        >
          {texts.paragraphName(span.start)}
        </Choice>
      ))}
      <Choice
        testId="settle-reattach"
        keyName={words('window.settle.key-reattach')}
        onPress={() => {
          look()
          attaching(app, true)
        }}
      >
        {words('window.settle.reattach')}
      </Choice>
      <Choice testId="settle-leave" keyName={words('window.settle.key-leave')} onPress={decide(leftBehind)}>
        {state === 'ambiguous' ? words('window.settle.leave-short') : words('window.settle.leave', { version })}
      </Choice>
    </div>
  )
}

type ChoiceProps = {
  readonly testId: string
  readonly keyName: string
  readonly primary?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

function Choice({ testId, keyName, primary = false, onPress, children }: ChoiceProps) {
  return (
    <Button className={primary ? 'button primary' : 'button'} data-testid={testId} onPress={onPress}>
      {children}
      <KeyHint>{keyName}</KeyHint>
    </Button>
  )
}
