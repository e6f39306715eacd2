// How fast texts are read: readouts of the usual length in one thread, held against parts that any such engine is made of, and a
// book against one page. The texts are the project's labelled ones, cut to length. Times are this thread's own processor time: what
// other programs do beside it does not count.
import { en } from 'chrono-node'
import { createTextReader } from '../../main/text-reader.ts'
import { sets } from '../score/labelled.ts'
import { percentile, type Spread, spreadOf } from './statistics.ts'

const readoutWords = 350
const pageWords = 500
const bookPages = 200
const rounds = 9

/** The languages whose events are read, by their subtag. */
export const readLanguages = ['en', 'fr', 'ru', 'kk'] as const
export type ReadLanguage = (typeof readLanguages)[number]

export type ReadingSpeed = {
  /** Readouts of 350 words a second, once all is prepared. */
  readonly readoutsPerSecond: Readonly<Record<ReadLanguage, Spread>>
  /** The same for dates by chrono-node and sentences and words by Intl.Segmenter alone. */
  readonly peerPerSecond: Spread
  /** Milliseconds from nothing to the first reading: data prepared, first text read. */
  readonly firstReading: number
  /** Milliseconds for a text of 200 pages. */
  readonly book: number
  /** Time a word in 200 pages, against one page. */
  readonly bookToPage: number
}

const textSets: Readonly<Record<ReadLanguage, readonly string[]>> = {
  en: ['tuning', 'held out'],
  fr: ['fr tuning', 'fr held out'],
  ru: ['ru tuning', 'ru held out'],
  kk: ['kk tuning', 'kk held out'],
}

/** The project's labelled texts in a language one after the other, cut into pieces of so many words each. */
export function piecesOf(words: number, most: number, language: ReadLanguage = 'en'): readonly string[] {
  const all = textSets[language].flatMap((name) => sets[name]?.() ?? []).map(({ text }) => text)
  const pieces: string[] = []
  let rest = all.join('\n\n')
  while (pieces.length < most) {
    if (rest.split(/\s+/u, words + 1).length <= words) rest = `${rest}\n\n${all.join('\n\n')}`
    const piece = new RegExp(`^\\s*(?:\\S+\\s+){${words}}`, 'u').exec(rest)?.[0] ?? rest
    pieces.push(piece.trim())
    rest = rest.slice(piece.length)
  }
  return pieces
}

/** Measures all of it in this thread. */
export function measureReading(): ReadingSpeed {
  const readouts = piecesOf(readoutWords, 40)
  const pages = piecesOf(pageWords, 40)
  const book = piecesOf(pageWords, bookPages).join('\n\n')
  const read = createTextReader()
  const firstReading = worked(() => read(readouts[0] ?? ''))
  for (const text of [...readouts, ...pages]) read(text)
  const peerPerSecond = perSecond(readouts, datesAndWords())
  const speedIn = (language: ReadLanguage): Spread => perSecond(piecesOf(readoutWords, 40, language), read)
  const readoutsPerSecond = { en: speedIn('en'), fr: speedIn('fr'), ru: speedIn('ru'), kk: speedIn('kk') }
  const times: { page: number; book: number }[] = []
  for (let round = 0; round < 5; round += 1) {
    const page = worked(() => pages.forEach((text) => void read(text))) / pages.length
    times.push({ page, book: worked(() => read(book)) })
  }
  return {
    readoutsPerSecond,
    peerPerSecond,
    firstReading,
    book: percentile(
      times.map((time) => time.book),
      0.5,
    ),
    bookToPage: percentile(
      times.map((time) => time.book / (time.page * bookPages)),
      0.5,
    ),
  }
}

/** Texts a second, after one round that only prepares. */
function perSecond(texts: readonly string[], work: (text: string) => unknown): Spread {
  const round = () => texts.forEach((text) => void work(text))
  round()
  return spreadOf(Array.from({ length: rounds }, () => (1000 * texts.length) / worked(round)))
}

/** Milliseconds of this thread's processor time that some work takes. */
function worked(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

/** The peer: what finds dates, sentences and words and nothing else. */
function datesAndWords(): (text: string) => void {
  const [sentences, words] = (['sentence', 'word'] as const).map(
    (granularity) => new Intl.Segmenter('en', { granularity }),
  )
  return (text) => {
    en.casual.parse(text)
    for (const { segment } of sentences?.segment(text) ?? []) Array.from(words?.segment(segment) ?? []).length
  }
}
