// When and where an event under review took place.
import type { CorrectedMeeting } from '../../domain/reading/corrected.ts'
import { whyOf } from '../state/why.ts'
import { useWords } from '../words/intl.tsx'
import { FieldRow, StateMark } from './field-row.tsx'
import { DayField, WordsField } from './optional-fields.tsx'
import { useDesk } from './review-context.ts'
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

function DateField({ meeting: { key, date, span } }: { readonly meeting: CorrectedMeeting }) {
  const words = useWords()
  return (
    <DayField
      address={{ list: 'meetings', key, field: 'date' }}
      field={date}
      name={words('window.events.when')}
      placeholder={words('window.report.none')}
      item={span}
      testId="event-date"
    />
  )
}

function PlaceField({ meeting: { key, place, span } }: { readonly meeting: CorrectedMeeting }) {
  const words = useWords()
  return (
    <WordsField
      address={{ list: 'meetings', key, field: 'place' }}
      field={place}
      name={words('window.events.where')}
      placeholder={words('window.report.none')}
      item={span}
      testId="event-place"
    />
  )
}
