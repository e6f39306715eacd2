// One annotation of a file, taken apart; where it answers another one, that one's place is still to be looked up.
import { longestField } from '../notes/note.ts'
import type { IncomingPlace, Skipped, SkipReason } from './incoming.ts'
import { contentOf, type IncomingContent } from './read-body.ts'
import { targetsOf } from './read-target.ts'
import { beginningOf, type Fields, field, instantIn, iriIn, isFields, listOf, wordsIn } from './unknown.ts'

/** Most targets of one annotation that are taken: each becomes a note with the whole text. */
const mostTargets = 20

export type Found = {
  readonly index: number
  readonly origin: string | null
  readonly content: IncomingContent
  readonly places: readonly IncomingPlace[]
  /** The ids of what it answers or is on, nearest first: one of them may be another annotation of the file. */
  readonly answers: readonly string[]
  /** True when it makes sense only with what it answers. */
  readonly isReply: boolean
  readonly creator: string
  readonly created: string | null
  readonly modified: string | null
}

export type FoundOrNot = { readonly found: Found | null; readonly skipped: readonly Skipped[] }

/** In: an entry of a file and its number. Out: the annotation, or why it is none; a part of it may be skipped as well. */
export function foundIn(item: unknown, index: number): FoundOrNot {
  const not = (reason: SkipReason): FoundOrNot => ({ found: null, skipped: [{ index, reason }] })
  if (!isFields(item)) return not('not-an-annotation')
  const targets = targetsOf(item)
  const uri = field(item, 'uri')
  if (targets.length === 0 && typeof uri !== 'string') return not(isLikeOne(item) ? 'no-target' : 'not-an-annotation')
  const places = targets.slice(0, mostTargets).map(({ place }) => place)
  const references = listOf(field(item, 'references')).flatMap((id) =>
    typeof id === 'string' ? [hypothesisIri(id)] : [],
  )
  const sources = targets.slice(0, 1).flatMap(({ source }) => iriIn(source) ?? [])
  const found: Found = {
    index,
    origin: originOf(item),
    content: contentOf(item),
    places: places.length === 0 ? [whole] : places,
    answers: references.length > 0 ? references.toReversed() : sources,
    isReply: references.length > 0,
    creator: creatorOf(item),
    created: instantIn(field(item, 'created')),
    modified: instantIn(field(item, 'modified') ?? field(item, 'updated')),
  }
  return { found, skipped: targets.length > mostTargets ? [{ index, reason: 'too-many-targets' }] : [] }
}

const whole: IncomingPlace = { scope: 'briefing', quote: null, position: null, paragraph: null }

function isLikeOne(item: Fields): boolean {
  return ['body', 'bodyText', 'motivation', 'text'].some((name) => Object.hasOwn(item, name))
}

/** An id of Hypothesis as the IRI under which Hypothesis shows the annotation. */
export function hypothesisIri(id: string): string {
  return `https://hypothes.is/a/${encodeURIComponent(id.slice(0, 200).toWellFormed())}`
}

function originOf(item: Fields): string | null {
  const id = field(item, 'id')
  const isHypothesis = typeof field(item, 'uri') === 'string' && typeof id === 'string' && /^[\w-]+$/u.test(id)
  return isHypothesis ? hypothesisIri(id) : iriIn(id)
}

/** The name to show for whoever wrote it; empty when the file has none. Hypothesis: the display name, else the account's. */
function creatorOf(item: Fields): string {
  const [creator] = listOf(field(item, 'creator'))
  const named = [
    field(creator, 'name'),
    field(creator, 'nickname'),
    typeof creator === 'string' ? creator : field(creator, 'id'),
    field(field(item, 'user_info'), 'display_name'),
    field(item, 'user'),
  ]
  const name =
    named
      .flatMap(listOf)
      .map(wordsIn)
      .find((words) => words !== null) ?? ''
  const account = /^acct:([^@]+)@/u.exec(name)?.[1]
  return beginningOf((account ?? name).trim(), longestField)
}
