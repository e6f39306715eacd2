// A text prepared for the steps that read events and outcomes: paragraphs, sentences with their words, names and days, and who is
// mentioned where.
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { onOneLine } from '../text/lines.ts'
import { type Paragraph, paragraphsOf } from '../text/paragraphs.ts'
import { type Cast, type Character, castOf, type Mention } from './cast.ts'
import { findDates, isoDate } from './dates.ts'
import { type Calendar, type DayMention, dayMentions } from './day-mentions.ts'
import type { Head } from './head.ts'
import { nameWordsOf } from './inflected-names.ts'
import { holderOfOffice, surnameFinder, surnamesIn } from './later-mentions.ts'
import type { Lexicon } from './lexicon.ts'
import { type PersonMention, peopleIn, type SentencePeople, type UnnamedOffice } from './person-mentions.ts'
import { type Scan, scanOf } from './scan.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { tokensOf } from './tokens.ts'
import { type Trigger, triggersIn } from './triggers.ts'

export type Reviewed = {
  readonly sentence: Sentence
  readonly scan: Scan
  readonly days: readonly DayMention[]
  /** Persons in this sentence in order, by name or by office. */
  readonly mentions: readonly Mention[]
  /** The words that may report an event. */
  readonly triggers: readonly Trigger[]
  /** Offices and names inside another's office ("Adviser to President X"): first token of each. */
  readonly inner: ReadonlySet<number>
}

export type Analysis = {
  readonly text: string
  readonly language: string
  readonly lexicon: Lexicon
  readonly paragraphs: readonly Paragraph[]
  readonly sentences: readonly Reviewed[]
  readonly cast: Cast
  readonly reportDate: string | null
}

export type AnalysisParts = {
  readonly text: string
  readonly language: string
  readonly head: Head
  readonly lexicon: Lexicon
  readonly gazetteer: Gazetteer
  readonly segmenter: Intl.Segmenter
}

/** Prepares a text. Never fails. */
export function analyse(parts: AnalysisParts): Analysis {
  const { text, head, lexicon, language } = parts
  const paragraphs = paragraphsOf(text, head)
  const sentences = sentencesOf(text, paragraphs, parts.segmenter, lexicon.isAbbreviation).map((sentence) =>
    withoutDateline(text, sentence, head),
  )
  const scans = scansOf(parts, sentences)
  const people = scans.map(peopleIn)
  const cast = wholeCast(sentences, scans, people)
  const bySentence = grouped(cast.mentions)
  const reportDate = head.dateline.date
  const calendar: Calendar = { reportDate, near: reportDate ?? printedYear(text), language }
  return {
    text,
    language,
    lexicon,
    paragraphs,
    reportDate,
    cast,
    sentences: sentences.map((sentence, index) => {
      const scan = scans[index] ?? emptyScan(text, lexicon)
      const words = text.slice(sentence.start, sentence.end)
      return {
        sentence,
        scan,
        days: sentence.role === 'dateline' ? [] : dayMentions(words, sentence.start, scan.tokens, calendar, lexicon),
        mentions: bySentence.get(index) ?? [],
        triggers: sentence.role === 'dateline' ? [] : triggersIn(scan),
        inner: new Set(people[index]?.inner ?? []),
      }
    }),
  }
}

function grouped(mentions: readonly Mention[]): ReadonlyMap<number, readonly Mention[]> {
  return Map.groupBy(mentions, ({ sentence }) => sentence)
}

/** The dateline is no part of the first sentence. */
function withoutDateline(text: string, sentence: Sentence, { dateline }: Head): Sentence {
  const [start, end] = dateline.span ?? [0, 0]
  // A report's day may stand within a sentence ("received today (3 May 2024) …"): only what stands before one is cut off.
  const isBefore = start <= sentence.start + 2 && end > sentence.start && end < sentence.end
  if (sentence.role !== 'body' || !isBefore) return sentence
  const rest = text.slice(end, sentence.end)
  return { ...sentence, start: end + (/^[\s—–\-:./)]+/u.exec(rest)?.[0].length ?? 0) }
}

function scansOf({ text, lexicon, gazetteer }: AnalysisParts, sentences: readonly Sentence[]): readonly Scan[] {
  const mentions = gazetteer.find(text)
  let next = 0
  return sentences.map(({ start, end, role }) => {
    while ((mentions[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1
    let last = next
    while ((mentions[last]?.start ?? Number.POSITIVE_INFINITY) < end) last += 1
    return scanOf(
      text,
      tokensOf(text, start, end, lexicon.small.elisions),
      lexicon,
      mentions.slice(next, last),
      role === 'title',
    )
  })
}

function emptyScan(text: string, lexicon: Lexicon): Scan {
  return scanOf(text, [], lexicon, [])
}

function printedYear(text: string): string | null {
  const dated = findDates(text.slice(0, 20_000)).find(({ year }) => year !== null)
  return dated === undefined ? null : isoDate(dated, null)
}

/** The body's mentions come first: a headline's capitals decide less. Then surnames, then offices without a name. */
function wholeCast(sentences: readonly Sentence[], scans: readonly Scan[], people: readonly SentencePeople[]): Cast {
  const order = [...sentences.keys()].toSorted(
    (a, b) => Number(sentences[a]?.role === 'title') - Number(sentences[b]?.role === 'title'),
  )
  const named = order.flatMap((index) =>
    (people[index]?.mentions ?? []).map((mention) => ({ mention, sentence: index })),
  )
  const first = castOf(named, scans)
  const surnames = surnameFinder(first.characters, scans[0]?.lexicon.nameWords ?? nameWordsOf([]))
  const later = scans.flatMap((scan, index) =>
    surnamesIn(scan, index, surnames, takenBy(people[index]?.mentions ?? [])),
  )
  for (const { person, sentence, from, to } of later) addForm(first, person, scans[sentence], from, to)
  const byName = [...first.mentions, ...later].toSorted(inOrder)
  return withOffices({ characters: first.characters, mentions: byName }, scans, people)
}

function takenBy(mentions: readonly PersonMention[]): ReadonlySet<number> {
  const taken = new Set<number>()
  for (const { from, to, role } of mentions) {
    for (let at = from; at < to; at += 1) taken.add(at)
    for (let at = role?.from ?? 0; at < (role?.to ?? 0); at += 1) taken.add(at)
  }
  return taken
}

function addForm(cast: Cast, person: number, scan: Scan | undefined, from: number, to: number): void {
  const character = cast.characters[person]
  const [first, last] = [scan?.tokens[from], scan?.tokens[to - 1]]
  if (character === undefined || scan === undefined || first === undefined || last === undefined) return
  const form = onOneLine(scan.text.slice(first.start, last.end))
  character.forms.add(form)
  const folded = last.folded.replace(/['’]/gu, '')
  if (!character.words.some((word) => scan.lexicon.nameWords.same(word, folded))) character.alike.add(form)
}

function inOrder(a: Mention, b: Mention): number {
  return a.sentence - b.sentence || a.from - b.from
}

/** How many mentions before and behind an office are asked who holds it. */
const asked = 40

/** Adds mentions by office alone, and gives the person the text is about an office that is printed only apart from the name. */
function withOffices(cast: Cast, scans: readonly Scan[], people: readonly SentencePeople[]): Cast {
  const leading = leadingPerson(cast)
  const found: Mention[] = []
  let next = 0
  for (const [sentence, { unnamed }] of people.entries()) {
    const scan = scans[sentence]
    if (scan === undefined) continue
    for (const item of unnamed) {
      const { office } = item
      while (next < cast.mentions.length && isBefore(cast.mentions[next], sentence, office.from)) next += 1
      const before = cast.mentions.slice(Math.max(0, next - asked), next).toReversed()
      const around = [...before, ...cast.mentions.slice(next, next + asked)].map(({ person }) => person)
      const person = officeHolder(scan, item, cast.characters, [...new Set(around)], leading, sentence)
      if (person !== null)
        found.push({
          sentence,
          from: office.from,
          to: office.to,
          person,
          by: 'office',
          lead: office.from,
          tail: office.to,
        })
    }
  }
  return { ...cast, mentions: [...cast.mentions, ...found].toSorted(inOrder) }
}

/** Who an office stands for; a person it is news of gets it. */
function officeHolder(
  scan: Scan,
  item: UnnamedOffice,
  characters: readonly Character[],
  around: readonly number[],
  leading: number | null,
  sentence: number,
): number | null {
  const holder = holderOfOffice(scan, item, characters, around, leading)
  if (holder === null) return null
  const { office, words } = item
  const character = characters[holder.person]
  if (holder.news && character !== undefined) {
    character.holding = { role: { words, from: office.from, to: office.to }, sentence }
    if (character.affiliation === null && office.country !== null)
      character.affiliation = { name: office.country, sentence }
  }
  return holder.person
}

function isBefore(mention: Mention | undefined, sentence: number, from: number): boolean {
  return (
    mention !== undefined && (mention.sentence < sentence || (mention.sentence === sentence && mention.from < from))
  )
}

/** The person mentioned most; of several the one mentioned first. */
function leadingPerson({ mentions, characters }: Cast): number | null {
  const counts = characters.map(() => 0)
  for (const { person } of mentions) counts[person] = (counts[person] ?? 0) + 1
  const most = counts.reduce((highest, count) => Math.max(highest, count), 0)
  return most === 0 ? null : counts.indexOf(most)
}
