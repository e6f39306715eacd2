// The word lists the reader works with are written by people who don't program: whatever breaks their rules (assets/reading/README.md)
// is named here by language, list and word.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fold } from '../../domain/text/fold.ts'

const folder = join(import.meta.dirname, '../../assets/reading')
const languages = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length))

const words = z.array(z.string()).min(1)
const maybeNone = z.array(z.string())
const formats = ['bilateral', 'multilateral', 'call', 'visit', 'ceremony', 'other', 'meeting'] as const
const kinds = ['signed', 'adopted', 'decided', 'agreed', 'announced', 'commitment'] as const

const shape = z.strictObject({
  language: z.string().regex(/^[a-z]{2}$/u),
  honorifics: words,
  postNominals: maybeNone,
  nameParticles: words,
  nameEndings: z.array(z.string().regex(/^-[^\s-]+$/u)),
  officeHeads: words,
  officeModifiers: words,
  officeLinks: maybeNone,
  officeFields: words,
  bodyHeads: words,
  months: z.array(words).length(12),
  weekdays: z.array(words).length(7),
  relativeDays: z.strictObject({
    today: words,
    yesterday: words,
    tomorrow: words,
    sameDay: words,
    nextDay: words,
    previousDay: words,
    beforeYesterday: words,
    afterTomorrow: words,
  }),
  carried: z.strictObject({ sidelines: words, during: words, after: words, before: words, also: words }),
  events: z.array(z.strictObject({ format: z.enum(formats), verbs: words, nouns: words })),
  nounVerbs: z.strictObject({ before: maybeNone, after: words }),
  participants: words,
  eventsNotReported: words,
  outcomes: z.array(z.strictObject({ kind: z.enum(kinds), verbs: words })),
  outcomesNeedDocument: words,
  outcomesNeedAmount: words,
  amountWords: words,
  documents: words,
  notOutcomes: words,
  topicVerbs: words,
  parties: words,
  abbreviations: words,
})

type List = { readonly name: string; readonly entries: readonly string[] }

/** Lists whose words are compared exactly as printed. */
const printedExactly: ReadonlySet<string> = new Set(['honorifics', 'postNominals', 'abbreviations'])

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

/** Entries of a language's lists that break a rule, as "list: entry". */
function offenders(language: string, breaks: (entry: string, list: List) => boolean): readonly string[] {
  return listsIn(readData(language)).flatMap((list) =>
    list.entries.filter((entry) => breaks(entry, list)).map((entry) => `${list.name}: ${entry}`),
  )
}

/** What an entry is compared by: itself where print counts, else its folded form. */
function compared(entry: string, list: List): string {
  return printedExactly.has(list.name) ? entry : fold(entry)
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
    const twice = listsIn(readData(language)).flatMap((list) => {
      const forms = list.entries.map((entry) => compared(entry, list))
      return forms.filter((form, at) => forms.indexOf(form) !== at).map((form) => `${list.name}: ${form}`)
    })
    expect(twice).toEqual([])
  })

  it('are in lower case but for the lists that are taken as printed', () => {
    expect(
      offenders(language, (entry, list) => !printedExactly.has(list.name) && entry !== entry.toLowerCase()),
    ).toEqual([])
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

  it('name each format and each kind once, and no verb for two kinds', () => {
    const data = shape.parse(readData(language))
    expect(data.events.map((group) => group.format).toSorted()).toEqual([...formats].toSorted())
    expect(data.outcomes.map((group) => group.kind).toSorted()).toEqual([...kinds].toSorted())
    const verbs = data.outcomes.flatMap((group) => group.verbs.map(fold))
    expect(verbs.filter((verb, at) => verbs.indexOf(verb) !== at)).toEqual([])
  })

  it('ask for a document or an amount only with verbs that report a result', () => {
    const data = shape.parse(readData(language))
    const verbs = new Set(data.outcomes.flatMap((group) => group.verbs))
    expect([...data.outcomesNeedDocument, ...data.outcomesNeedAmount].filter((verb) => !verbs.has(verb))).toEqual([])
  })

  it('keep one noun or verb in one group of events', () => {
    const data = shape.parse(readData(language))
    const all = data.events.flatMap((group) => [...group.verbs, ...group.nouns].map(fold))
    expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([])
  })

  it('end abbreviations with a full stop', () => {
    expect(shape.parse(readData(language)).abbreviations.filter((entry) => !entry.endsWith('.'))).toEqual([])
  })
})
