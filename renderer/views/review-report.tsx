// What was read in the text, each value open to correction. Dashed: read by rule and as yet unchanged.
import type { Reading } from '../../domain/reading/reading.ts'
import { openingWords } from '../../domain/text/opening.ts'
import { type Fields, isDayOrNothing } from '../state/incoming.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/intl.tsx'
import { ReportField } from './report-field.tsx'

type ReviewReportProps = {
  readonly reading: Reading
  readonly read: Fields
  readonly fields: Fields
  readonly onChange: (fields: Fields) => void
}

/** The fields of the report with what was read in each, and the language, which is shown only. */
export function ReviewReport({ reading, read, fields, onChange }: ReviewReportProps) {
  const words = useWords()
  const dates = useDates()
  const properties = (name: keyof Fields) => ({
    name,
    value: fields[name],
    read: read[name],
    onChange: (value: string) => onChange({ ...fields, [name]: value }),
  })
  const opening = openingWords(reading.text, reading)
  const badDay = !isDayOrNothing(fields.date)
  return (
    <aside className="report" aria-label={words('window.report.heading')}>
      <h2>{words('window.report.heading')}</h2>
      <ReportField
        {...properties('title')}
        hint={fields.title.trim() === '' ? words('window.report.listed-as', { opening }) : ''}
      />
      <ReportField {...properties('place')} />
      <ReportField
        {...properties('date')}
        hint={badDay ? words('window.report.bad-date') : dates.full(fields.date.trim())}
        invalid={badDay}
      />
      <ReportField {...properties('source')} />
      <div className="report-field">
        <span className="report-label">{words('window.report.language')}</span>
        <span className="report-value">{words(`language.${reading.language}`)}</span>
      </div>
    </aside>
  )
}
