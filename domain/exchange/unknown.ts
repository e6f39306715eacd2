// Taking apart what somebody else's file holds: nothing is expected of it, and nothing in it can harm.

/** An object of which nothing is known but that it is no array. */
export type Fields = { readonly [name: string]: unknown }

/** True for an object, not for an array or null. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A property that the object itself has; what it inherits (`constructor`, `__proto__`) is no property of a file. */
export function field(value: unknown, name: string): unknown {
  return isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** JSON-LD lets one value stand for a list of one; absent and null are an empty list. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** The value if it is a string that holds more than white space, else null. Halves of characters and NULs are replaced. */
export function wordsIn(value: unknown): string | null {
  return typeof value === 'string' && /\S/u.test(value) ? value.toWellFormed().replaceAll('\0', '\uFFFD') : null
}

/** The first `length` UTF-16 units, without half a character at the end. In: well-formed words. */
export function beginningOf(words: string, length: number): string {
  return words.length <= length ? words : words.slice(0, length).replace(/[\uD800-\uDBFF]$/u, '')
}

/** The last `length` UTF-16 units, without half a character in front. In: well-formed words. */
export function endOf(words: string, length: number): string {
  return words.length <= length ? words : words.slice(-length).replace(/^[\uDC00-\uDFFF]/u, '')
}

/** An absolute IRI of at most 1,000 units, else null: relative ones mean something else in every file. */
export function iriIn(value: unknown): string | null {
  const iri = wordsIn(value)?.trim() ?? ''
  return iri.length <= 1_000 && /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/iu.test(iri) ? iri : null
}

/** An ISO instant in UTC; null for what is no date and time of the years 1970 to 9999. Without a zone it is taken as UTC. */
export function instantIn(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 40) return null
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/iu.exec(
    value.trim(),
  )
  if (parts === null) return null
  const [, day = '', time = '00:00', zone = 'Z'] = parts
  const moment = Date.parse(`${day}T${time}${zone.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2')}`)
  const isUsable = Number.isFinite(moment) && moment >= 0 && moment < Date.UTC(10_000, 0, 1)
  return isUsable ? new Date(moment).toISOString() : null
}
