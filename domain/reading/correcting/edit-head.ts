// Edits of what a text says of itself: title, place, date, source.
import type { CorrectedReading } from '../corrected.ts'
import { type Corrections, type HeadField, headFields } from '../corrections.ts'

/** A value typed for a head field; null: the text has none. */
export function setHead(corrections: Corrections, field: HeadField, value: string | null): Corrections {
  const confirmed = corrections.confirmed?.filter((name) => name !== field)
  return { ...corrections, [field]: value, confirmed }
}

/** A head field confirmed as read; what a person typed is their word already. */
export function confirmHead(corrections: Corrections, head: CorrectedReading['head'], field: HeadField): Corrections {
  if (corrections[field] !== undefined) return corrections
  return { ...corrections, [field]: head[field].value, confirmed: [...(corrections.confirmed ?? []), field] }
}

/** All head fields confirmed whose rule is certain. */
export function confirmCertainHead(corrections: Corrections, head: CorrectedReading['head']): Corrections {
  return headFields
    .filter((field) => head[field].state === 'certain')
    .reduce((changed, field) => confirmHead(changed, head, field), corrections)
}

/** A head field as read again. */
export function takeBackHead(corrections: Corrections, field: HeadField): Corrections {
  const { [field]: _, ...rest } = corrections
  return { ...rest, confirmed: corrections.confirmed?.filter((name) => name !== field) }
}
