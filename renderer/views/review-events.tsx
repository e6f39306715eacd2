// The events of a text under review: each a card with what was read of it and what came out of it.
import { memo, useState } from 'react'
import { Button } from 'react-aria-components'
import { equals } from '../../domain/equals.ts'
import type { CorrectedMeeting, CorrectedOutcome } from '../../domain/reading/corrected.ts'
import { meetingFormats } from '../../domain/reading/reading.ts'
import { typedNames } from '../state/field-edits.ts'
import { numberAt } from '../state/why.ts'
import { useWords } from '../words/intl.tsx'
import { FieldRow, StateMark } from './field-row.tsx'
import { KeyHint } from './key-hint.tsx'
import { useDesk, useReading } from './review-context.ts'
import { ReviewField } from './review-field.tsx'
import { OutcomeRow } from './review-outcome.tsx'
import { fieldDeeds } from './review-report.tsx'
import { WhenWhere } from './review-when-where.tsx'

/** Events drawn before somebody asks for all of them. */
const eventsAtFirst = 40

/** The events in order, or that none was read. */
export function ReviewEvents() {
  const words = useWords()
  const { meetings, outcomes } = useReading()
  const { changeable } = useDesk()
  const [all, setAll] = useState(false)
  const [countAtFirst] = useState(meetings.length)
  // A new event may be the last one: it must be there to take the focus.
  const drawn = all || meetings.length !== countAtFirst ? meetings : meetings.slice(0, eventsAtFirst)
  return (
    <section aria-label={words('window.events.heading')} data-testid="review-events">
      <h2>
        {words('window.events.heading')}
        <span>
          {meetings.length}
          {changeable && (
            <>
              {' · '}
              {words('window.review.add-with')} <KeyHint>{words('window.key.event')}</KeyHint>
            </>
          )}
        </span>
      </h2>
      {meetings.length === 0 && <p className="panel-none">{words('window.summary.no-events')}</p>}
      <ol>
        {drawn.map((meeting) => (
          <EventCard
            key={meeting.key}
            meeting={meeting}
            outcomes={outcomes.filter((outcome) => outcome.meeting.value === meeting.key)}
          />
        ))}
      </ol>
      {drawn.length < meetings.length && (
        <Button className="button" data-testid="review-all" onPress={() => setAll(true)}>
          {words('window.summary.all', { count: meetings.length })}
        </Button>
      )}
    </section>
  )
}

type EventCardProps = { readonly meeting: CorrectedMeeting; readonly outcomes: readonly CorrectedOutcome[] }

/** Drawn anew only when something in it is another: an edit of one event leaves hundreds of others alone. */
const EventCard = memo(({ meeting, outcomes }: EventCardProps) => {
  const { key, people, span } = meeting
  const words = useWords()
  const names = people.value.map(({ name }) => name).join('; ')
  // Nobody named is a field without a value, and as sure as any other of these.
  const field = people.value.length === 0 ? { ...people, value: null } : people
  const address = { list: 'meetings', key, field: 'people' } as const
  return (
    <li className="event-card" data-testid="event-card">
      <EventHead meeting={meeting} />
      <WhenWhere meeting={meeting} />
      <FieldRow
        label={words('window.events.people')}
        mark={<StateMark field={field} item={span} />}
        deeds={fieldDeeds(field.value, field.state, address)}
      >
        <ReviewField
          address={address}
          field={field}
          name={words('window.events.people')}
          shown={names}
          placeholder={words('window.report.none')}
          item={span}
          editor={{
            kind: 'text',
            typed: names,
            editOf: (typed) => ({ kind: 'set', ...address, value: typedNames(typed) }),
          }}
        />
      </FieldRow>
      {outcomes.map((outcome) => (
        <OutcomeRow key={outcome.key} outcome={outcome} event={meeting.label.value} />
      ))}
    </li>
  )
}, equals)

function EventHead({ meeting }: { readonly meeting: CorrectedMeeting }) {
  const words = useWords()
  const { text } = useDesk()
  const { key, label, format, span } = meeting
  const number = numberAt(text, span[0])
  const item = { list: 'meetings', key } as const
  return (
    <FieldRow
      className="event-head"
      label={null}
      mark={
        <>
          <StateMark field={label} item={span} /> {number !== null && words('window.note.paragraph', { number })}
        </>
      }
      deeds={[
        { icon: 'check', label: 'window.field.confirm-event', act: { kind: 'confirm-item', ...item } },
        { icon: 'bin', label: 'window.field.remove-event', act: { kind: 'remove', ...item } },
      ]}
    >
      <ReviewField
        address={{ ...item, field: 'label' }}
        field={label}
        name={words('window.events.event')}
        shown={label.value}
        heads
        item={span}
        className="field-name"
        testId="event-label"
        editor={{
          kind: 'text',
          typed: label.value,
          editOf: (typed) => (typed === '' ? null : { kind: 'set', ...item, field: 'label', value: typed }),
          problem: 'window.field.empty',
        }}
      />
      <ReviewField
        address={{ ...item, field: 'format' }}
        field={format}
        name={words('window.events.format')}
        shown={words(`meeting-format.${format.value}`)}
        item={span}
        className="field-format"
        testId="event-format"
        editor={{
          kind: 'choice',
          options: () => meetingFormats.map((id) => ({ id, label: words(`meeting-format.${id}`) })),
          chosen: format.value,
          editOf: (id) => {
            const value = meetingFormats.find((known) => known === id)
            return value === undefined ? null : { kind: 'set', ...item, field: 'format', value }
          },
        }}
      />
    </FieldRow>
  )
}
