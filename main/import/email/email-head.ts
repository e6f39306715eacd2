// What an e-mail says of itself, as the lines that a text's head has: headline, day, sender.
import type { Address, Email } from 'postal-mime'

/** The subject, and the date and the sender below it; what the e-mail does not say is left out. */
export function headOf({ subject = '', headers, from }: Email): readonly string[] {
  const date = printedDate(headers.find(({ key }) => key === 'date')?.value ?? '')
  const lines = [date === null ? '' : `Date: ${date}`, from === undefined ? '' : `From: ${printedAddress(from)}`]
  return [withoutPrefixes(onOneLine(subject)), lines.filter((line) => line !== '').join('\n')].filter(
    (part) => part !== '',
  )
}

/** Answers and forwarded mail carry the subject of what they are about. */
function withoutPrefixes(subject: string): string {
  return subject.replace(/^(?:(?:re|fwd?|aw|wg|tr|rv|enc|отв|ответ|пересл)\s*(?:\[\d{1,3}\])?\s*:\s*)+/iu, '')
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The day, the time and the offset that the sender's clock showed, as `2024-04-12 10:00 +03:00`; null for what is no date. */
function printedDate(value: string): string | null {
  const found = /(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\s+(\d{2}:\d{2})(?::\d{2})?(?:\s+([+-]\d{2})(\d{2}))?/iu.exec(
    value,
  )
  if (found === null) return null
  const [, day = '', name = '', year = '', time = '', hours, minutes] = found
  const month = months.indexOf(name.toLowerCase()) + 1
  if (month === 0) return null
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return `${date} ${time}${hours === undefined ? '' : ` ${hours}:${minutes}`}`
}

function printedAddress({ name, address }: Address): string {
  const named = onOneLine(name)
  if (address === undefined) return named
  return named === '' ? address : `${named} <${address}>`
}

function onOneLine(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
