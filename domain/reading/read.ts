// Reads a normalised text: what it says of itself and of the events it reports, by its own words. Each step is a function over what
// the steps before it found: head → sentences, days, names → persons → events → outcomes → topics → summary.

import type { GazetteerData } from '../gazetteer/data.ts'
import { createGazetteer, type Gazetteer } from '../gazetteer/gazetteer.ts'
import { analyse } from './analysis.ts'
import { withDayFirst } from './dates.ts'
import { engineNumber } from './engine-number.ts'
import { eventsOf } from './events.ts'
import { readHead } from './head.ts'
import { languageOf } from './language.ts'
import type { LanguageData } from './language-data.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import { namedThings } from './named-things.ts'
import { noWords } from './no-words.ts'
import { outcomesOf } from './outcomes.ts'
import { personsOf } from './persons.ts'
import type { Reading } from './reading.ts'
import { summaryOf, topicsOf } from './topics.ts'

/** What the engine knows of the world and of languages (assets/gazetteer, assets/reading), parsed. */
export type Knowledge = { readonly gazetteer: GazetteerData; readonly languages: readonly LanguageData[] }

/** In: a text as `normalise` returns it. Out: its reading; spans are UTF-16 offsets into that text. Never fails. */
export type ReadText = (text: string) => Reading

/** Makes the engine. Preparing the data waits for the first text. */
export function createReader(knowledge: Knowledge): ReadText {
  let gazetteer: Gazetteer | null = null
  const lexicons = new Map<string, Lexicon>()
  const segmenters = new Map<string, Intl.Segmenter>()
  const lexiconFor = (language: string): Lexicon => {
    const data = dataFor(language, knowledge.languages)
    return remembered(lexicons, data.language, () => lexiconOf(data))
  }
  return (text) => {
    gazetteer ??= createGazetteer(knowledge.gazetteer)
    const language = languageOf(text)
    const segmenter = remembered(segmenters, language, () => segmenterFor(language))
    return readWith({ text, language, lexicon: lexiconFor(language), gazetteer, segmenter })
  }
}

/** A text too short to tell its language is read by the first one's words; a language without data by none. */
function dataFor(language: string, all: readonly LanguageData[]): LanguageData {
  const [first] = all
  if (first === undefined) throw new Error('the engine was given no language data')
  return all.find((known) => known.language === language) ?? (language === 'und' ? first : noWords(language))
}

function remembered<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

function segmenterFor(language: string): Intl.Segmenter {
  return new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'sentence' })
}

/** Only English prints the month before the day in figures; a text in no known language may be English. */
function isMonthFirst(language: string): boolean {
  return language === 'en' || language === 'und'
}

type Parts = {
  readonly text: string
  readonly language: string
  readonly lexicon: Lexicon
  readonly gazetteer: Gazetteer
  readonly segmenter: Intl.Segmenter
}

function readWith(parts: Parts): Reading {
  const { text, language } = parts
  const head = readHead(isMonthFirst(language) ? text : withDayFirst(text), (words) =>
    parts.gazetteer.lookup(words).some(({ kind }) => kind === 'body'),
  )
  const analysis = analyse({ ...parts, head })
  const events = eventsOf(analysis)
  const outcomes = outcomesOf(analysis, events)
  const { places, organisations, documents } = namedThings(analysis)
  return {
    engine: engineNumber,
    title: head.title,
    language,
    text,
    dateline: head.dateline,
    head: head.head,
    meetings: events.map(({ meeting }) => meeting),
    people: personsOf(analysis),
    places,
    organisations,
    documents,
    outcomes,
    topics: topicsOf(analysis, events),
    summary: summaryOf(text, analysis.sentences, events, outcomes),
  }
}
