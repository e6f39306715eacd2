// Annotation files of other programs, recognised by what is in them: W3C Web Annotation JSON-LD (ours too), Hypothesis' JSON export and
// search results, Readium annotation sets. One bad annotation never costs the others. docs/decisions/0012-exchange-of-notes.md

import { longestNoteText } from '../notes/note.ts'
import { failed, type Result, success } from '../result.ts'
import { type Found, foundIn } from './found.ts'
import type { IncomingAnnotation, IncomingPlace, ReadAnnotations, Skipped, SkipReason } from './incoming.ts'
import { withPlacesOfReplies } from './replies.ts'
import { field, isFields, listOf } from './unknown.ts'

/** Most pages of a collection that are followed within the file. */
const mostPages = 100_000

/**
 * All annotations of a file, in order, and those that could not be taken with the reason. In: parsed JSON, whatever it is. Fails with
 * annotations-unrecognised when it is none of the formats.
 */
export function readAnnotations(json: unknown): Result<ReadAnnotations> {
  const items = itemsOf(json)
  if (items === null) return failed('annotations-unrecognised')
  const read = items.map((item, index) => foundIn(item, index))
  const found = withPlacesOfReplies(read.flatMap((one) => (one.found === null ? [] : [one.found])))
  const skipped: Skipped[] = read.flatMap(({ skipped: reasons }) => reasons)
  const annotations: IncomingAnnotation[] = []
  for (const one of found) {
    const reason = reasonAgainst(one)
    if (reason === null) annotations.push(...annotationsIn(one))
    else skipped.push({ index: one.index, reason })
  }
  return success({
    annotations: withDistinctOrigins(annotations),
    skipped: skipped.toSorted((a, b) => a.index - b.index),
  })
}

/** The annotations of a file of any known format, not yet looked at; null when it is none. */
function itemsOf(json: unknown): readonly unknown[] | null {
  if (Array.isArray(json)) return json.length === 0 || json.some(isFields) ? json : null
  if (!isFields(json)) return null
  for (const name of ['items', 'annotations', '@graph']) {
    const items = field(json, name)
    if (Array.isArray(items) && field(json, 'type') !== 'Annotation') return items
  }
  const rows = field(json, 'rows')
  if (Array.isArray(rows)) return [...rows, ...listOf(field(json, 'replies'))]
  if (isFields(field(json, 'first'))) return itemsOfPages(field(json, 'first'))
  if (field(json, 'total') === 0) return []
  return field(json, 'target') === undefined ? null : [json]
}

function itemsOfPages(first: unknown): readonly unknown[] {
  const items: unknown[] = []
  let page: unknown = first
  for (let count = 0; isFields(page) && count < mostPages; count++) {
    for (const item of listOf(field(page, 'items'))) items.push(item)
    page = field(page, 'next')
  }
  return items
}

function reasonAgainst({ content, places, isReply }: Found): SkipReason | null {
  if (content.text.length > longestNoteText) return 'text-too-long'
  if (isReply && places.every(({ scope }) => scope === 'briefing')) return 'reply-alone'
  const saysNothing = content.text === '' && content.tags.length === 0 && content.kind === null
  return saysNothing && places.every(isNowhere) ? 'nothing-in-it' : null
}

/** A place without words of its own to show. */
function isNowhere({ quote, position }: IncomingPlace): boolean {
  return quote === null && position === null
}

/** One for each of its targets: the first keeps the id, the others get one made of it. */
function annotationsIn({
  index,
  origin,
  content,
  places,
  creator,
  created,
  modified,
}: Found): readonly IncomingAnnotation[] {
  return places.map((place, number) => ({
    ...content,
    ...place,
    index,
    origin: number === 0 ? origin : withPart(origin, `target-${number + 1}`),
    creator,
    created,
    modified,
  }))
}

/** Two annotations of one file under the same id are two: the later one gets an id made of it, the same at every import. */
function withDistinctOrigins(annotations: readonly IncomingAnnotation[]): readonly IncomingAnnotation[] {
  const seen = new Map<string, number>()
  return annotations.map((annotation) => {
    const { origin } = annotation
    if (origin === null) return annotation
    const times = (seen.get(origin) ?? 0) + 1
    seen.set(origin, times)
    return times === 1 ? annotation : { ...annotation, origin: withPart(origin, `again-${times}`) }
  })
}

function withPart(origin: string | null, part: string): string | null {
  return origin === null ? null : `${origin}${origin.includes('#') ? '.' : '#'}${part}`
}
