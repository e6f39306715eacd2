// The fields of a commitment while its note is written. A day is typed as people write days; half a day leaves the former one.
import { useId, useState } from 'react'
import { type Commitment, commitmentStatuses, longestField, type Note, newCommitment } from '../../domain/notes/note.ts'
import { typeParts, writtenNote } from '../actions/notes.ts'
import { typedDay } from '../state/days.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/intl.tsx'
import { useApp } from './context.ts'
import { useToday } from './use-shown-notes.ts'

type CommitmentFieldsProps = {
  readonly note: Note
  /** True after somebody tried to leave with half a day. */
  readonly warned: boolean
}

/** Owner, counterpart, day and status, each with its label; what is typed is saved after a moment of quiet and on leaving the field. */
export function CommitmentFields({ note, warned }: CommitmentFieldsProps) {
  const app = useApp()
  const words = useWords()
  const [fields, setFields] = useState<Commitment>(() => writtenNote(app, note).commitment ?? newCommitment)
  const change = (changed: Partial<Commitment>) => {
    const next = { ...fields, ...changed }
    setFields(next)
    typeParts(app, note.noteId, { commitment: next })
  }
  return (
    <fieldset className="editor-fields">
      <legend className="visually-hidden">{words('window.commitment.fields')}</legend>
      <NameField name="owner" value={fields.owner} onType={(owner) => change({ owner })} />
      <NameField name="counterpart" value={fields.counterpart} onType={(counterpart) => change({ counterpart })} />
      <DueField due={fields.due} warned={warned} onDay={(due) => change({ due })} />
      <label className="editor-field">
        <span>{words('window.commitment.status')}</span>
        <select
          data-testid="commitment-status"
          value={fields.status}
          onChange={(event) => {
            const status = commitmentStatuses.find((known) => known === event.target.value)
            if (status !== undefined) change({ status })
          }}
        >
          {commitmentStatuses.map((status) => (
            <option key={status} value={status}>
              {words(`window.commitment.status.${status}`)}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  )
}

type NameFieldProps = {
  readonly name: 'owner' | 'counterpart'
  readonly value: string
  readonly onType: (typed: string) => void
}

function NameField({ name, value, onType }: NameFieldProps) {
  const words = useWords()
  return (
    <label className="editor-field">
      <span>{words(`window.commitment.${name}`)}</span>
      <input
        data-testid={`commitment-${name}`}
        dir="auto"
        maxLength={longestField}
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
    </label>
  )
}

type DueFieldProps = {
  readonly due: string | null
  readonly warned: boolean
  readonly onDay: (day: string | null) => void
}

/** The day as it is typed; what it was understood as stands beside it as soon as it is a day. */
function DueField({ due, warned, onDay }: DueFieldProps) {
  const words = useWords()
  const dates = useDates()
  const today = useToday()
  const hint = useId()
  const [typed, setTyped] = useState(due ?? '')
  const [left, setLeft] = useState(false)
  const isWrong = typed.trim() !== '' && typedDay(typed, today) === null
  const isSaid = isWrong && (left || warned)
  const type = (value: string) => {
    setTyped(value)
    setLeft(false)
    const day = value.trim() === '' ? null : typedDay(value, today)
    if (day !== null || value.trim() === '') onDay(day)
  }
  return (
    <label className="editor-field">
      <span>{words('window.commitment.due')}</span>
      <input
        data-testid="commitment-due"
        placeholder={words('window.commitment.due-how')}
        maxLength={longestField}
        aria-invalid={isWrong}
        aria-describedby={hint}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setLeft(true)}
      />
      <small id={hint} className={isSaid ? 'field-problem' : 'editor-hint'} role={isSaid ? 'alert' : undefined}>
        {isSaid && words('window.commitment.due-wrong')}
        {!isWrong && due !== null && typed.trim() !== due && dates.full(due)}
      </small>
    </label>
  )
}
