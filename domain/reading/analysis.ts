// A text prepared for the steps that read events and outcomes: paragraphs, sentences with their words, names and days, and who is
// mentioned where.
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { type Paragraph, paragraphsOf } from '../text/paragraphs.ts'
import { type Cast, castOf, type Mention } from './cast.ts'
import { findDates, isoDate } from './dates.ts'
import { type Calendar, type DayMention, dayMentions } from './day-mentions.ts'
import type { Head } from './head.ts'
import { holderOfOffice, surnamesIn } from './later-mentions.ts'
import type { Lexicon } from './lexicon.ts'
import { type PersonMention, peopleIn, type SentencePeople } from './person-mentions.ts'
import { type Scan, scanOf } from './scan.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { tokensOf } from './tokens.ts'

export type Reviewed = {
  readonly sentence: Sentence
  readonly scan: Scan
  readonly days: readonly DayMention[]
  /** Persons in this sentence in order, by name or by office. */
  readonly mentions: readonly Mention[]
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
        mentions: cast.mentions.filter((mention) => mention.sentence === index),
        inner: new Set(people[index]?.inner ?? []),
      }
    }),
  }
}

/** The dateline is no part of the first sentence. */
function withoutDateline(text: string, sentence: Sentence, { dateline }: Head): Sentence {
  const [start, end] = dateline.span ?? [0, 0]
  if (sentence.role !== 'body' || end <= sentence.start || start >= sentence.end || end >= sentence.end) return sentence
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
    return scanOf(text, tokensOf(text, start, end), lexicon, mentions.slice(next, last), role === 'title')
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
  const surnames = scans.flatMap((scan, index) =>
    surnamesIn(scan, index, first, takenBy(people[index]?.mentions ?? [])),
  )
  for (const { person, sentence, from, to } of surnames) addForm(first, person, scans[sentence], from, to)
  const byName = [...first.mentions, ...surnames].toSorted(inOrder)
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
  const form = scan.text.slice(first.start, last.end)
  character.forms.add(form)
  if (!character.words.includes(last.folded.replace(/['’]/gu, ''))) character.alike.add(form)
}

function inOrder(a: Mention, b: Mention): number {
  return a.sentence - b.sentence || a.from - b.from
}

/** Adds mentions by office alone, and gives the person the text is about an office that is printed only apart from the name. */
function withOffices(cast: Cast, scans: readonly Scan[], people: readonly SentencePeople[]): Cast {
  const leading = leadingPerson(cast)
  const found: Mention[] = []
  for (const [sentence, { unnamed }] of people.entries()) {
    const scan = scans[sentence]
    for (const item of scan === undefined ? [] : unnamed) {
      if (scan === undefined) continue
      const holder = holderOfOffice(
        scan,
        item,
        cast.characters,
        recentBefore(cast, sentence, item.office.from),
        leading,
      )
      if (holder === null) continue
      const { office, words } = item
      const character = cast.characters[holder.person]
      if (holder.news && character !== undefined) {
        character.holding = { role: { words, from: office.from, to: office.to }, sentence }
        if (character.affiliation === null && office.country !== null)
          character.affiliation = { name: office.country, sentence }
      }
      const { from, to } = office
      found.push({ sentence, from, to, person: holder.person, by: 'office', lead: from, tail: to })
    }
  }
  return { ...cast, mentions: [...cast.mentions, ...found].toSorted(inOrder) }
}

/** Persons mentioned before a place, the latest first; then those named only later. */
function recentBefore(cast: Cast, sentence: number, from: number): readonly number[] {
  const isBefore = (mention: Mention) =>
    mention.sentence < sentence || (mention.sentence === sentence && mention.from < from)
  const before = cast.mentions.filter(isBefore).map(({ person }) => person)
  const after = cast.mentions.filter((mention) => !isBefore(mention)).map(({ person }) => person)
  return [...new Set([...before.toReversed(), ...after])]
}

/** The person mentioned most; of several the one mentioned first. */
function leadingPerson({ mentions, characters }: Cast): number | null {
  const counts = characters.map((_, index) => mentions.filter(({ person }) => person === index).length)
  const most = Math.max(0, ...counts)
  return most === 0 ? null : counts.indexOf(most)
}
