// The word lists the reader works with are written by people who don't program: whatever breaks their rules (assets/reading/README.md)
// is named here by language, list and word.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { smallWordLists } from '../../domain/reading/small-words.ts'
import { fold } from '../../domain/text/fold.ts'

const folder = join(import.meta.dirname, '../../assets/reading')
const languages = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length))

const words = z.array(z.string()).min(1)
const maybeNone = z.array(z.string())
const endings = z.array(z.string().regex(/^-[^\s-]+$/u)).optional()
const formats = [
  'bilateral',
  'multilateral',
  'call',
  'visit',
  'ceremony',
  'other',
  'meeting',
  'joined',
  'held',
  'present',
] as const
const kinds = ['signed', 'adopted', 'decided', 'agreed', 'announced', 'commitment'] as const

const shape = z.strictObject({
  language: z.string().regex(/^[a-z]{2}$/u),
  honorifics: words,
  monarchs: words,
  postNominals: maybeNone,
  nameParticles: words,
  nameEndings: endings,
  officeHeads: words,
  officeModifiers: words,
  officeLinks: maybeNone,
  portfolios: words,
  bodyHeads: words,
  notNames: words,
  commonWords: words,
  months: z.array(words).length(12),
  weekdays: z.array(words).length(7),
  relativeDays: z.strictObject({
    today: words,
    yesterday: words,
    tomorrow: words,
    sameDay: words,
    nextDay: words,
    previousDay: words.optional(),
    beforeYesterday: words.optional(),
    afterTomorrow: words.optional(),
  }),
  carried: z.strictObject({
    sidelines: words,
    during: words,
    after: words,
  }),
  events: z.array(
    z.strictObject({
      format: z.enum(formats),
      verbs: maybeNone,
      nouns: maybeNone,
      future: maybeNone,
      futureForms: words.optional(),
    }),
  ),
  supportVerbs: words,
  futureMarkers: maybeNone,
  multilateral: words,
  sides: words,
  background: words,
  eventsNotReported: words,
  outcomes: z.array(z.strictObject({ kind: z.enum(kinds), verbs: words })),
  outcomesNeedDocument: words.optional(),
  outcomesNeedAmount: words.optional(),
  amountWords: words.optional(),
  documents: words.optional(),
  notOutcomes: words,
  promiseFrames: words,
  actors: words,
  topicVerbs: words,
  placeLinks: maybeNone,
  abbreviations: words,
  smallWords: z.partialRecord(z.enum(smallWordLists), words),
  wordOrder: z.strictObject({
    verbLast: z.boolean().optional(),
    nounBehindVerb: z.boolean().optional(),
    offices: z.enum(['behind', 'before']).optional(),
    objectEndings: endings,
    placeEndings: endings,
    attributeEndings: endings,
    ofEndings: endings,
    pluralEndings: endings,
    verbEndings: endings,
    futureEndings: endings,
  }),
})

type List = { readonly name: string; readonly entries: readonly string[] }

/** Parts that hold phrases from the middle of sentences; names of months, offices and bodies may be written either way. */
const inLowerCase =
  /^(?:relativeDays|carried|events|supportVerbs|futureMarkers|background|eventsNotReported|outcomes|notOutcomes|promiseFrames|topicVerbs)\b/u

function readData(language: string): unknown {
  return JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'))
}

/** Every list of words in a language's file, with its name ("events.call.verbs"). */
function listsIn(value: unknown, name = ''): readonly List[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return [{ name, entries: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => listsIn(inner, `${name}${name && '.'}${labelOf(key, inner)}`))
}

function labelOf(key: string, inner: unknown): string {
  if (typeof inner !== 'object' || inner === null) return key
  return 'format' in inner ? String(inner.format) : 'kind' in inner ? String(inner.kind) : key
}

function twiceIn(entries: readonly string[]): readonly string[] {
  return entries.filter((entry, at) => entries.indexOf(entry) !== at)
}

/** Entries of a language's lists that break a rule, as "list: entry". */
function offenders(language: string, breaks: (entry: string, list: List) => boolean): readonly string[] {
  return listsIn(readData(language)).flatMap((list) =>
    list.entries.filter((entry) => breaks(entry, list)).map((entry) => `${list.name}: ${entry}`),
  )
}

it('English, French, Russian and Kazakh have word lists', () => {
  expect(languages).toEqual(expect.arrayContaining(['en', 'fr', 'kk', 'ru']))
})

describe.each(languages)('word lists of %s', (language) => {
  it('have every key of the README and no other', () => {
    expect(shape.safeParse(readData(language)).error?.issues ?? []).toEqual([])
  })

  it('carry the language of their file name', () => {
    expect(readData(language)).toMatchObject({ language })
  })

  it('hold no empty entry and no stray space', () => {
    expect(offenders(language, (entry) => entry !== entry.trim().replace(/\s+/gu, ' ') || entry === '')).toEqual([])
  })

  it('hold no entry twice in one list, compared as the reader compares', () => {
    const twice = listsIn(readData(language)).flatMap((list) =>
      twiceIn(list.entries.map(fold)).map((entry) => `${list.name}: ${entry}`),
    )
    expect(twice).toEqual([])
  })

  it('write phrases from the middle of sentences in lower case', () => {
    const capital = (entry: string, list: List) => inLowerCase.test(list.name) && entry !== entry.toLowerCase()
    expect(offenders(language, capital)).toEqual([])
  })

  it('have stars only at the end of a word of two letters or more', () => {
    expect(
      offenders(language, (entry) => entry.includes('*') && !/^(?:[^\s*]|(?<=[^\s*]{2})\*(?=\s|$)|\s)+$/u.test(entry)),
    ).toEqual([])
  })

  it('have three dots only alone between two words', () => {
    expect(
      offenders(language, (entry) => entry.includes('…') && !/^[^\s…]+(?: (?:… )?[^\s…]+)+$/u.test(entry)),
    ).toEqual([])
  })

  it('name no format twice and each kind of result once, and no verb for two kinds', () => {
    const data = shape.parse(readData(language))
    expect(twiceIn(data.events.map((group) => group.format))).toEqual([])
    expect(data.outcomes.map((group) => group.kind).toSorted()).toEqual([...kinds].toSorted())
    expect(twiceIn(data.outcomes.flatMap((group) => group.verbs.map(fold)))).toEqual([])
  })

  it('ask for a document or an amount only with verbs that report a result', () => {
    const data = shape.parse(readData(language))
    const verbs = new Set(data.outcomes.flatMap((group) => group.verbs))
    expect(
      [...(data.outcomesNeedDocument ?? []), ...(data.outcomesNeedAmount ?? [])].filter((verb) => !verbs.has(verb)),
    ).toEqual([])
  })

  it('keep each verb and each noun in one group of events', () => {
    const data = shape.parse(readData(language))
    expect(twiceIn(data.events.flatMap((group) => group.verbs.map(fold)))).toEqual([])
    expect(twiceIn(data.events.flatMap((group) => group.nouns.map(fold)))).toEqual([])
  })
})
