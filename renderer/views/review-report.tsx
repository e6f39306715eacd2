// What the text says of itself: title, place, date and source, and the language, which is shown only.
import type { HeadField } from '../../domain/reading/corrections.ts'
import { isDay } from '../state/days.ts'
import { dateEdit, draftDateEdit } from '../state/field-edits.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/intl.tsx'
import { FieldRow, type RowDeed, StateMark } from './field-row.tsx'
import { useReading } from './review-context.ts'
import { ReviewField } from './review-field.tsx'

type ReviewReportProps = {
  /** The name it is listed under without a title. */
  readonly opening: string
  readonly language: string
}

/** The report's fields. */
export function ReviewReport({ opening, language }: ReviewReportProps) {
  const words = useWords()
  return (
    <section aria-label={words('window.report.heading')}>
      <h2>{words('window.report.heading')}</h2>
      <HeadRow field="title" placeholder={words('window.report.listed-as', { opening })} />
      <HeadRow field="place" placeholder={words('window.report.none')} />
      <HeadRow field="date" placeholder={words('window.report.none')} />
      <HeadRow field="source" placeholder={words('window.report.none')} />
      <FieldRow label={words('window.report.language')}>
        <span className="field-plain">{words(`language.${language}`)}</span>
      </FieldRow>
    </section>
  )
}

function HeadRow({ field: name, placeholder }: { readonly field: HeadField; readonly placeholder: string }) {
  const words = useWords()
  const dates = useDates()
  const reading = useReading()
  const field = reading.head[name]
  const address = { list: 'head', field: name } as const
  const label = words(`window.report.${name}`)
  const value = field.value ?? ''
  const isDate = name === 'date'
  const invalid = isDate && value !== '' && !isDay(value)
  const set = (typed: string) => ({ kind: 'set', ...address, value: typed === '' ? null : typed }) as const
  return (
    <FieldRow
      label={label}
      mark={field.value === null && name === 'title' ? words('window.report.type-one') : <StateMark field={field} />}
      deeds={fieldDeeds(field.value, field.state, address)}
    >
      <ReviewField
        address={address}
        field={field}
        name={label}
        shown={isDate && !invalid ? dates.full(value) : value}
        placeholder={placeholder}
        invalid={invalid}
        testId={`review-${name}`}
        editor={{
          kind: 'text',
          typed: value,
          editOf: (typed) => (isDate ? dateEdit({ list: 'head', field: 'date' }, typed, null) : set(typed)),
          draftOf: (typed) => (isDate ? draftDateEdit({ list: 'head', field: 'date' }, typed) : set(typed)),
          ...(isDate ? { problem: 'window.report.bad-date' } : {}),
        }}
      />
    </FieldRow>
  )
}

/** What the pointer can do on a field's row: confirm it while it is only read, and take a person's word back. */
export function fieldDeeds(
  value: unknown,
  state: Parameters<typeof StateMark>[0]['field']['state'],
  address: Parameters<typeof ReviewField>[0]['address'],
): readonly RowDeed[] {
  const isRead = state === 'certain' || state === 'likely'
  return [
    ...(isRead && value !== null
      ? [{ icon: 'check', label: 'window.field.confirm', act: { kind: 'confirm-field', ...address } } as const]
      : []),
    ...(isRead
      ? []
      : [{ icon: 'back', label: 'window.field.take-back', act: { kind: 'take-back-field', ...address } } as const]),
  ]
}
