// What was read in the text, each value open to correction. Dashed: read by rule and as yet unchanged.
import { Input, Label, TextField } from 'react-aria-components'
import type { Reading } from '../../domain/reading/reading.ts'
import { openingWords } from '../../domain/text/opening.ts'
import type { Fields } from '../state/incoming.ts'
import { useWords } from '../words/intl.tsx'

type ReviewReportProps = {
  readonly reading: Reading
  readonly read: Fields
  readonly fields: Fields
  readonly onChange: (fields: Fields) => void
}

export function ReviewReport({ reading, read, fields, onChange }: ReviewReportProps) {
  const words = useWords()
  const field = (name: keyof Fields, missing: string) => (
    <ReportField
      name={name}
      value={fields[name]}
      read={read[name]}
      missing={missing}
      onChange={(value) => onChange({ ...fields, [name]: value })}
    />
  )
  return (
    <aside className="report" aria-label={words('window.report.heading')}>
      <h2>{words('window.report.heading')}</h2>
      {field('title', words('window.report.no-title', { opening: openingWords(reading.text, reading) }))}
      {field('place', words('window.report.none'))}
      {field('date', '')}
      {field('source', words('window.report.none'))}
      <div className="report-field">
        <span className="report-label">{words('window.report.language')}</span>
        <span>{words(`language.${reading.language}`)}</span>
      </div>
    </aside>
  )
}

type ReportFieldProps = {
  readonly name: keyof Fields
  readonly value: string
  /** What was read in the text; empty when it says nothing. */
  readonly read: string
  /** Shown in an empty field. */
  readonly missing: string
  readonly onChange: (value: string) => void
}

function ReportField({ name, value, read, missing, onChange }: ReportFieldProps) {
  const words = useWords()
  const state = value === read ? (read === '' ? 'none' : 'read') : 'changed'
  return (
    <TextField
      className="report-field"
      data-state={state}
      type={name === 'date' ? 'date' : 'text'}
      value={value}
      maxLength={1000}
      onChange={onChange}
    >
      <Label className="report-label">{words(`window.report.${name}`)}</Label>
      <Input data-testid={`review-${name}`} placeholder={missing} dir="auto" />
      <span className="report-state">{words(`window.report.state-${state}`)}</span>
    </TextField>
  )
}
