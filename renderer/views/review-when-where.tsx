// When and where an event under review took place.
import type { CorrectedMeeting } from '../../domain/reading/corrected.ts'
import { isDay } from '../state/days.ts'
import { dateEdit, draftDateEdit } from '../state/field-edits.ts'
import { whyOf } from '../state/why.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/intl.tsx'
import { FieldRow, StateMark } from './field-row.tsx'
import { useDesk } from './review-context.ts'
import { ReviewField } from './review-field.tsx'
import { fieldDeeds } from './review-report.tsx'

/** Day and place in one row while they stand alike and neither needs a word of why; else a row each. */
export function WhenWhere({ meeting }: { readonly meeting: CorrectedMeeting }) {
  const words = useWords()
  const { text } = useDesk()
  const { key, date, place, span } = meeting
  const explained = [date, place].some(({ state, evidence }) => {
    return (state === 'certain' || state === 'likely') && whyOf(text, evidence, span) !== null
  })
  const together = date.value !== null && place.value !== null && date.state === place.state && !explained
  if (together) {
    return (
      <FieldRow label={words('window.events.when-where')} mark={<StateMark field={date} />}>
        <DateField meeting={meeting} />
        {', '}
        <PlaceField meeting={meeting} />
      </FieldRow>
    )
  }
  return (
    <>
      <FieldRow
        label={words('window.events.when')}
        mark={<StateMark field={date} item={span} />}
        deeds={fieldDeeds(date.value, date.state, { list: 'meetings', key, field: 'date' })}
      >
        <DateField meeting={meeting} />
      </FieldRow>
      <FieldRow
        label={words('window.events.where')}
        mark={<StateMark field={place} item={span} />}
        deeds={fieldDeeds(place.value, place.state, { list: 'meetings', key, field: 'place' })}
      >
        <PlaceField meeting={meeting} />
      </FieldRow>
    </>
  )
}

function DateField({ meeting }: { readonly meeting: CorrectedMeeting }) {
  const words = useWords()
  const dates = useDates()
  const { latest } = useDesk()
  const { key, date, span } = meeting
  const address = { list: 'meetings', key, field: 'date' } as const
  const value = date.value ?? ''
  return (
    <ReviewField
      address={address}
      field={date}
      name={words('window.events.when')}
      shown={isDay(value) ? dates.full(value) : value}
      placeholder={words('window.report.none')}
      invalid={value !== '' && !isDay(value)}
      item={span}
      testId="event-date"
      editor={{
        kind: 'text',
        typed: value,
        editOf: (typed) => dateEdit(address, typed, latest().head.date.value),
        draftOf: (typed) => draftDateEdit(address, typed),
        problem: 'window.report.bad-date',
      }}
    />
  )
}

function PlaceField({ meeting }: { readonly meeting: CorrectedMeeting }) {
  const words = useWords()
  const { key, place, span } = meeting
  const address = { list: 'meetings', key, field: 'place' } as const
  return (
    <ReviewField
      address={address}
      field={place}
      name={words('window.events.where')}
      shown={place.value ?? ''}
      placeholder={words('window.report.none')}
      item={span}
      testId="event-place"
      editor={{
        kind: 'text',
        typed: place.value ?? '',
        editOf: (typed) => ({ kind: 'set', ...address, value: typed === '' ? null : typed }),
      }}
    />
  )
}
