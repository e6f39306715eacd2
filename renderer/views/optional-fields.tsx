// Fields a text may leave out, wherever they stand in a review: a day, or words. Nothing typed means that the text has none.
import type { Field } from '../../domain/reading/corrected.ts'
import type { OffsetPair } from '../../domain/reading/reading.ts'
import { isDay } from '../state/days.ts'
import { type DateAddress, dateEdit, draftDateEdit, type WordsAddress, wordsEdit } from '../state/field-edits.ts'
import { useDates } from '../words/dates.ts'
import { useDesk } from './review-context.ts'
import { ReviewField } from './review-field.tsx'

type OptionalFieldProps<Address> = {
  readonly address: Address
  readonly field: Field<string | null>
  readonly name: string
  readonly placeholder: string
  /** The item's own words; none for the head. */
  readonly item?: OffsetPair | undefined
  readonly testId: string
}

/** The item of a field, where it has one: without one the property must not be there. */
function itemOf(item: OffsetPair | undefined) {
  return item === undefined ? {} : { item }
}

/** Words that may be missing: a place, an office, a country, a title. */
export function WordsField({ address, field, item, ...rest }: OptionalFieldProps<WordsAddress>) {
  const value = field.value ?? ''
  return (
    <ReviewField
      {...rest}
      {...itemOf(item)}
      address={address}
      field={field}
      shown={value}
      editor={{ kind: 'text', typed: value, editOf: (typed) => wordsEdit(address, typed) }}
    />
  )
}

type DayFieldProps = OptionalFieldProps<DateAddress> & {
  readonly className?: string
  /** How a day is shown; as a full date where it is not given. */
  readonly say?: (day: string) => string
}

/** A day that may be missing. What is half typed stays as it is until it is a day; a missing year is taken from the report's date. */
export function DayField({ address, field, item, say, ...rest }: DayFieldProps) {
  const dates = useDates()
  const { latest } = useDesk()
  const value = field.value ?? ''
  const isWrong = value !== '' && !isDay(value)
  const near = () => (address.list === 'head' ? null : latest().head.date.value)
  return (
    <ReviewField
      {...rest}
      {...itemOf(item)}
      address={address}
      field={field}
      shown={isDay(value) ? (say ?? dates.full)(value) : value}
      invalid={isWrong}
      editor={{
        kind: 'text',
        typed: value,
        editOf: (typed) => dateEdit(address, typed, near()),
        draftOf: (typed) => draftDateEdit(address, typed),
        problem: 'window.report.bad-date',
      }}
    />
  )
}
