// One value of the report: its name, a field to correct it in, whether it is as read, and a hint under it.
import { Input, Label, Text, TextField } from 'react-aria-components'
import type { Fields } from '../state/incoming.ts'
import { useWords } from '../words/intl.tsx'

type ReportFieldProps = {
  readonly name: keyof Fields
  readonly value: string
  /** What was read in the text; empty when it says nothing. */
  readonly read: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  readonly invalid?: boolean
}

/** The longest value main takes, in UTF-16 units. */
const longestValue = 1_000

/**
 * One field of the report: as read, changed, or empty because the text says nothing; `invalid` marks what can’t be
 * saved.
 */
export function ReportField({ name, value, read, onChange, hint = '', invalid = false }: ReportFieldProps) {
  const words = useWords()
  const state = value !== read ? 'changed' : read === '' ? 'none' : 'read'
  return (
    <TextField
      className="report-field"
      data-state={state}
      isInvalid={invalid}
      value={value}
      maxLength={longestValue}
      onChange={onChange}
    >
      <Label className="report-label">{words(`window.report.${name}`)}</Label>
      <Input data-testid={`review-${name}`} placeholder={words(`window.report.no-${name}`)} dir="auto" />
      <span className="report-state">{words(`window.report.state-${state}`)}</span>
      {hint !== '' && (
        <Text slot="description" className="report-hint">
          {hint}
        </Text>
      )}
    </TextField>
  )
}
