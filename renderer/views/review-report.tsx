// What the text says of itself: title, place, date and source, and the language, which is shown only.
import type { FieldState, HeadField } from '../../domain/reading/corrections.ts'
import type { FieldAddress } from '../../domain/reading/edit.ts'
import { useWords } from '../words/intl.tsx'
import { FieldRow, type RowDeed, StateMark } from './field-row.tsx'
import { DayField, WordsField } from './optional-fields.tsx'
import { useReading } from './review-context.ts'

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
  const field = useReading().head[name]
  const label = words(`window.report.${name}`)
  const shared = { field, name: label, placeholder, testId: `review-${name}` }
  return (
    <FieldRow
      label={label}
      mark={field.value === null && name === 'title' ? words('window.report.type-one') : <StateMark field={field} />}
      deeds={fieldDeeds(field.value, field.state, { list: 'head', field: name })}
    >
      {name === 'date' ? (
        <DayField address={{ list: 'head', field: name }} {...shared} />
      ) : (
        <WordsField address={{ list: 'head', field: name }} {...shared} />
      )}
    </FieldRow>
  )
}

/** What the pointer can do on a field's row: confirm it while it is only read, and take a person's word back. */
export function fieldDeeds(value: unknown, state: FieldState, address: FieldAddress): readonly RowDeed[] {
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
