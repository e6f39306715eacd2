// An outcome under review: what kind it is, its words as printed, its deadline, and the event it came from.
import type { CorrectedOutcome, Field } from '../../domain/reading/corrected.ts'
import { type OffsetPair, outcomeKinds } from '../../domain/reading/reading.ts'
import { numberAt } from '../state/why.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/intl.tsx'
import { FieldRow, StateMark } from './field-row.tsx'
import { DayField } from './optional-fields.tsx'
import { useDesk } from './review-context.ts'
import { ReviewField } from './review-field.tsx'

/** The option that ties an outcome to no event; no key of an event is empty. */
const noEvent = ''

type OutcomeProps = {
  readonly outcome: CorrectedOutcome
  /** The label of its event; null for none. */
  readonly event: string | null
}

/** The row of an outcome, in its event's card or among those of no event. */
export function OutcomeRow({ outcome, event }: OutcomeProps) {
  const words = useWords()
  const { text, outcomeWords } = useDesk()
  const { key, span, kind, words: chosen } = outcome
  const number = numberAt(text, span[0])
  const item = { list: 'outcomes', key } as const
  return (
    <FieldRow
      className="outcome-row"
      label={
        <ReviewField
          address={{ ...item, field: 'kind' }}
          field={kind}
          name={words('window.outcomes.kind')}
          shown={words(`outcome-kind.${kind.value}`)}
          heads
          item={span}
          testId="outcome-kind"
          editor={{
            kind: 'choice',
            options: () => outcomeKinds.map((id) => ({ id, label: words(`outcome-kind.${id}`) })),
            chosen: kind.value,
            editOf: (id) => {
              const value = outcomeKinds.find((known) => known === id)
              return value === undefined ? null : { kind: 'set', ...item, field: 'kind', value }
            },
          }}
        />
      }
      mark={
        <>
          <StateMark field={chosen.value === null ? kind : chosen} item={span} />{' '}
          {number !== null && words('window.note.paragraph', { number })}
        </>
      }
      deeds={[
        { icon: 'check', label: 'window.field.confirm', act: { kind: 'confirm-item', ...item } },
        { icon: 'words', label: 'window.outcomes.give-words', act: () => outcomeWords.give(key) },
        { icon: 'bin', label: 'window.field.remove', act: { kind: 'remove', ...item } },
      ]}
    >
      <OutcomeWords text={outcome.text} /> <DueField outcome={outcome} />
      <EventField address={{ ...item, field: 'meeting' }} field={outcome.meeting} item={span} event={event} />
    </FieldRow>
  )
}

/** The words as printed. A click on them goes to the row's first field, whereupon the others come up. */
function OutcomeWords({ text }: { readonly text: string }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the fields beside it are reached by key
    // biome-ignore lint/a11y/useKeyWithClickEvents: the fields beside it are reached by key
    <span
      className="outcome-words"
      dir="auto"
      data-testid="outcome-words"
      onClick={(event) =>
        event.currentTarget.closest('.field-row')?.querySelector<HTMLElement>('[data-field]')?.focus()
      }
    >
      {text}
    </span>
  )
}

function DueField({ outcome: { key, due, span } }: { readonly outcome: CorrectedOutcome }) {
  const words = useWords()
  const dates = useDates()
  return (
    <DayField
      address={{ list: 'outcomes', key, field: 'due' }}
      field={due}
      name={words('window.outcomes.deadline')}
      placeholder={words('window.outcomes.no-deadline')}
      say={(day) => words('window.summary.due', { date: dates.full(day) })}
      item={span}
      className="field-small"
      testId="outcome-due"
    />
  )
}

type EventFieldProps = {
  readonly address: { readonly list: 'outcomes' | 'topics'; readonly key: string; readonly field: 'meeting' }
  readonly field: Field<string | null>
  /** The words of the outcome or topic. */
  readonly item: OffsetPair
  /** The label of its event; null for none. */
  readonly event: string | null
}

/** The event an outcome or topic is of, and the choice of another. */
export function EventField({ address, field, item, event }: EventFieldProps) {
  const words = useWords()
  const { latest } = useDesk()
  return (
    <ReviewField
      address={address}
      field={field}
      name={words('window.outcomes.event')}
      shown={event ?? words('window.outcomes.no-event')}
      item={item}
      className="field-small field-event"
      testId={address.list === 'outcomes' ? 'outcome-event' : 'topic-event'}
      editor={{
        kind: 'choice',
        options: () => [
          ...latest().meetings.map((candidate) => ({ id: candidate.key, label: candidate.label.value })),
          { id: noEvent, label: words('window.outcomes.no-event') },
        ],
        chosen: field.value ?? noEvent,
        editOf: (id) => ({ kind: 'set', ...address, value: id === noEvent ? null : id }),
      }}
    >
      {words('window.outcomes.move')}
    </ReviewField>
  )
}
