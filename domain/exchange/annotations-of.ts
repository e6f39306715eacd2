// Notes as a W3C Web Annotation collection (JSON-LD), for any program that reads the model. The quoted words are always in it: they are
// the proof of where a note belongs. docs/decisions/0012-exchange-of-notes.md
import type { Commitment, Note } from '../notes/note.ts'
import { type CodePoints, codePointsOf } from './code-points.ts'
import { annotationContext, iriOf, motivations, ourTerms } from './terms.ts'

/** A briefing and its notes as shown on `text`, its newest version. */
export type AnnotatedText = {
  readonly id: string
  readonly title: string | null
  readonly text: string
  readonly notes: readonly Note[]
}

/** A JSON-LD object. */
export type JsonObject = { readonly [key: string]: Json }
export type Json = string | number | boolean | null | JsonObject | readonly Json[]

/** The notes as an AnnotationCollection with one embedded page, in the order given. Positions count code points. */
export function annotationsOf({ id, title, text, notes }: AnnotatedText): JsonObject {
  const points = codePointsOf(text)
  const collection = `${iriOf(id)}#notes`
  const page = `${iriOf(id)}#notes-1`
  return {
    '@context': annotationContext,
    id: collection,
    type: 'AnnotationCollection',
    ...(title === null ? {} : { label: title }),
    total: notes.length,
    first: {
      id: page,
      type: 'AnnotationPage',
      partOf: collection,
      startIndex: 0,
      items: notes.map((note) => annotationOf(note, id, points)),
    },
    last: page,
  }
}

function annotationOf(note: Note, briefingId: string, points: CodePoints): JsonObject {
  const { noteId, origin, kind, scope, created, modified, creator, commitment } = note
  return {
    id: origin ?? iriOf(noteId),
    type: 'Annotation',
    motivation: motivations[kind],
    created,
    modified,
    ...(creator === '' ? {} : { creator: { type: 'Person', name: creator } }),
    body: bodiesOf(note),
    target: { type: 'SpecificResource', source: iriOf(briefingId), ...whereOf(note, points) },
    [ourTerms.scope]: scope,
    ...(commitment === null ? {} : { [ourTerms.commitment]: commitmentOf(commitment) }),
  }
}

function bodiesOf({ kind, text, tags }: Note): readonly JsonObject[] {
  const comment = { type: 'TextualBody', value: text, format: 'text/markdown', purpose: 'commenting' }
  return [
    ...(text === '' ? [] : [comment]),
    { type: 'TextualBody', value: kind, format: 'text/plain', purpose: 'classifying' },
    ...tags.map((tag) => ({ type: 'TextualBody', value: tag, format: 'text/plain', purpose: 'tagging' })),
  ]
}

/**
 * The selectors, none for a note on the whole. A place that nobody has chosen among several is not given: who reads the file would
 * take it for settled.
 */
function whereOf({ scope, state, quote, prefix, suffix, start, end, paragraph }: Note, points: CodePoints): JsonObject {
  if (scope === 'briefing') return {}
  const words = { type: 'TextQuoteSelector', exact: quote, prefix, suffix }
  const isKnown = start !== null && end !== null && state !== 'ambiguous'
  const position = isKnown
    ? [{ type: 'TextPositionSelector', start: points.pointOf(start), end: points.pointOf(end) }]
    : []
  const selectors = [...(quote === '' ? [] : [words]), ...position]
  return {
    ...(selectors.length === 0 ? {} : { selector: selectors }),
    ...(paragraph === null ? {} : { [ourTerms.paragraph]: paragraph }),
  }
}

function commitmentOf({ owner, counterpart, due, status }: Commitment): JsonObject {
  return {
    [ourTerms.owner]: owner,
    [ourTerms.counterpart]: counterpart,
    ...(due === null ? {} : { [ourTerms.due]: due }),
    [ourTerms.status]: status,
  }
}
