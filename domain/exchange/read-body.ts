// What an annotation says: its comment, tags, kind and commitment, as W3C collections, Hypothesis and Readium write them.
import {
  type Commitment,
  commitmentStatuses,
  longestField,
  longestTag,
  mostTags,
  type NoteKind,
  noteKinds,
} from '../notes/note.ts'
import { kindsOfMotivations, ourTerms } from './terms.ts'
import { beginningOf, type Fields, field, isFields, listOf, wordsIn } from './unknown.ts'
import { looksLikeHtml, wordsOfHtml } from './words-of-html.ts'

export type IncomingContent = {
  readonly kind: NoteKind | null
  readonly text: string
  readonly tags: readonly string[]
  readonly commitment: Commitment | null
}

/** Everything the annotation says. Tags that are too long or too many for a note become words of its text. */
export function contentOf(annotation: Fields): IncomingContent {
  const bodies = listOf(field(annotation, 'body')).flatMap(listOf).flatMap(chosenOf)
  const comments = [field(annotation, 'bodyText'), field(annotation, 'text')].map((words) => commentOf(words, null))
  const texts = [...comments, ...bodies.filter(isComment).map(commentIn)].filter((words) => words !== null)
  const all = tagsOf(annotation, bodies)
  const tags = all.filter((tag) => tag.length <= longestTag).slice(0, mostTags)
  const rest = all.filter((tag) => !tags.includes(tag))
  return {
    kind: kindOf(annotation, bodies, tags),
    text: [...texts, ...rest].join('\n\n'),
    tags,
    commitment: commitmentOf(field(annotation, ourTerms.commitment)),
  }
}

/** The first of several bodies to choose from; any other body as it is. */
function chosenOf(body: unknown): readonly unknown[] {
  return Array.isArray(field(body, 'items')) ? listOf(field(body, 'items')).slice(0, 1) : [body]
}

function purposesOf(body: unknown): readonly unknown[] {
  return listOf(field(body, 'purpose'))
}

function isTag(body: unknown): boolean {
  return purposesOf(body).some((purpose) => purpose === 'tagging' || purpose === 'classifying')
}

function isComment(body: unknown): boolean {
  return !isTag(body)
}

/** Words of a body; of one that is elsewhere, its address. */
function commentIn(body: unknown): string | null {
  if (!isFields(body)) return wordsIn(body)
  return (
    commentOf(field(body, 'value'), wordsIn(field(body, 'format'))) ??
    wordsIn(field(body, 'source') ?? field(body, 'id'))
  )
}

/** Markdown stays as it is. HTML, and what is of no stated format but holds HTML, becomes its words. */
function commentOf(value: unknown, format: string | null): string | null {
  const words = wordsIn(value)
  if (words === null) return null
  if (format !== null && /^(?:text\/html|application\/xhtml\+xml)/iu.test(format))
    return wordsIn(wordsOfHtml(words, 'folded'))
  return format === null && looksLikeHtml(words) ? wordsIn(wordsOfHtml(words, 'kept')) : words
}

function tagsOf(annotation: Fields, bodies: readonly unknown[]): readonly string[] {
  const ofBodies = bodies.filter(isTag).flatMap((body) => {
    const tag = field(body, 'value') ?? field(body, 'source')
    return noteKinds.some((kind) => kind === tag) && purposesOf(body).includes('classifying') ? [] : [tag]
  })
  const keywords = bodies.flatMap((body) => [...listOf(field(body, 'tag')), ...listOf(field(body, 'keyword'))])
  const found = [...listOf(field(annotation, 'tags')), ...ofBodies, ...keywords].map(wordsIn)
  return [...new Set(found.filter((tag) => tag !== null).map((tag) => tag.trim().replace(/\s+/gu, ' ')))]
}

/** The kind: as classified, else a tag that is a kind's name, else what the motivation plainly means. */
function kindOf(annotation: Fields, bodies: readonly unknown[], tags: readonly string[]): NoteKind | null {
  const classes = bodies.filter((body) => purposesOf(body).includes('classifying')).map((body) => field(body, 'value'))
  const named = [...classes, ...tags.map((tag) => tag.toLowerCase())]
  const kind = named.flatMap((name) => noteKinds.filter((candidate) => candidate === name))[0]
  const meant = listOf(field(annotation, 'motivation')).flatMap((motivation) =>
    typeof motivation === 'string' ? [kindsOfMotivations.get(motivation.replace(/^oa:/u, ''))] : [],
  )
  return kind ?? meant.find((found) => found !== undefined) ?? null
}

function commitmentOf(value: unknown): Commitment | null {
  if (!isFields(value)) return null
  const words = (name: string) => beginningOf(wordsIn(field(value, name)) ?? '', longestField)
  const status = field(value, ourTerms.status)
  return {
    owner: words(ourTerms.owner),
    counterpart: words(ourTerms.counterpart),
    due: dayIn(field(value, ourTerms.due)),
    status: commitmentStatuses.find((known) => known === status) ?? 'open',
  }
}

/** An ISO date of the calendar, else null. */
function dayIn(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return null
  const day = new Date(`${value}T00:00:00Z`)
  return Number.isFinite(day.getTime()) && day.toISOString().startsWith(value) ? value : null
}
