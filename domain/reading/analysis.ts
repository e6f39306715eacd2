// A text prepared for the steps that read events and outcomes: paragraphs, sentences with their words, names and days, and who is
// mentioned where.
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { type Paragraph, paragraphsOf } from '../text/paragraphs.ts'
import type { Cast, Mention } from './cast.ts'
import { findDates, isoDate } from './dates.ts'
import { type Calendar, type DayMention, dayMentions } from './day-mentions.ts'
import type { Head } from './head.ts'
import type { Lexicon } from './lexicon.ts'
import { peopleIn } from './person-mentions.ts'
import { type Scan, scanOf } from './scan.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { tokensOf } from './tokens.ts'
import { type Trigger, triggersIn } from './triggers.ts'
import { wholeCast } from './whole-cast.ts'

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
  const calendar: Calendar = { reportDate, near: reportDate ?? printedYear(text), language: lexicon.language }
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
