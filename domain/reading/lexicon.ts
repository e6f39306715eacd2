// The language data prepared for looking up: every list becomes phrases that are found in tokens.
import { fold, foldWord } from '../text/fold.ts'
import { type NameWords, nameWordsOf } from './inflected-names.ts'
import type { EventFormat, EventWords, LanguageData } from './language-data.ts'
import { type Phrases, phraseSet as phraseSetOf, phrasesOf as phrasesWith } from './phrases.ts'
import type { OutcomeKind } from './reading.ts'
import { type SmallWords, smallWordsOf, type WordOrder } from './small-words.ts'

export type Lexicon = {
  readonly language: string
  /** False for a language without words, in which nobody is told by the look of a name. */
  readonly isKnown: boolean
  /** True where it may stand in small letters. */
  readonly honorific: Phrases<boolean>
  readonly monarch: Phrases<true>
  readonly postNominal: Phrases<true>
  readonly particle: Phrases<true>
  readonly officeHead: Phrases<true>
  readonly officeModifier: Phrases<true>
  readonly officeLink: Phrases<true>
  readonly portfolio: Phrases<true>
  readonly bodyHead: Phrases<true>
  readonly notName: Phrases<true>
  readonly commonWord: Phrases<true>
  readonly calendarWord: Phrases<true>
  readonly sameDay: Phrases<true>
  readonly nextDay: Phrases<true>
  /** Days from the report's own date: -1, 0, 1. */
  readonly relativeDay: Phrases<number>
  readonly sidelines: Phrases<true>
  readonly during: Phrases<true>
  readonly after: Phrases<true>
  readonly eventVerb: Phrases<EventFormat>
  readonly eventNoun: Phrases<EventFormat>
  readonly futureVerb: Phrases<EventFormat>
  readonly supportVerb: Phrases<true>
  readonly futureMarker: Phrases<true>
  readonly multilateral: Phrases<true>
  readonly side: Phrases<true>
  readonly background: Phrases<true>
  readonly notReported: Phrases<true>
  readonly outcomeVerb: Phrases<OutcomeKind>
  readonly notOutcome: Phrases<true>
  readonly promiseFrame: Phrases<true>
  readonly actor: Phrases<true>
  readonly topicVerb: Phrases<true>
  readonly placeLink: Phrases<true>
  readonly previousDay: Phrases<true>
  /** Verbs in a future of their own. */
  readonly futureForm: Phrases<EventFormat>
  readonly needsDocument: Phrases<true>
  readonly needsAmount: Phrases<true>
  readonly document: Phrases<true>
  readonly amountWord: Phrases<true>
  readonly weekdays: Phrases<number>
  readonly nameWords: NameWords
  /** True for an office in the plural. In: a folded word. */
  readonly isPlural: (word: string) => boolean
  readonly small: SmallWords
  readonly order: WordOrder
  readonly isAbbreviation: (word: string) => boolean
}

/** Prepares one language's data. */
export function lexiconOf(data: LanguageData): Lexicon {
  const { relativeDays, carried } = data
  const small = smallWordsOf(data.smallWords ?? {})
  const phrasesOf = <Value>(pairs: Iterable<readonly [string, Value]>) => phrasesWith(pairs, small.elisions)
  const phraseSet = (phrases: readonly string[] = []) => phraseSetOf(phrases, small.elisions)
  // A short honorific is mostly printed with a full stop, whether the data gives it one or not.
  const abbreviations = new Set(
    [...data.abbreviations, ...data.honorifics.filter(isShort)].map((word) => fold(word).replace(/\.$/u, '')),
  )
  return {
    language: data.language,
    isKnown: data.officeHeads.length > 0,
    honorific: phrasesOf(data.honorifics.map((word) => [word, /^\p{Ll}/u.test(word)] as const)),
    monarch: phraseSet(data.monarchs),
    postNominal: phraseSet(data.postNominals),
    particle: phraseSet(data.nameParticles),
    officeHead: phraseSet(data.officeHeads),
    officeModifier: phraseSet(data.officeModifiers),
    officeLink: phraseSet(data.officeLinks),
    portfolio: phraseSet(data.portfolios),
    bodyHead: phraseSet(data.bodyHeads),
    notName: phraseSet(data.notNames),
    commonWord: phraseSet(data.commonWords),
    calendarWord: phraseSet([...data.months.flat(), ...data.weekdays.flat()]),
    sameDay: phraseSet(relativeDays.sameDay),
    nextDay: phraseSet(relativeDays.nextDay),
    relativeDay: phrasesOf(dayPairs(relativeDays)),
    sidelines: phraseSet(carried.sidelines),
    during: phraseSet(carried.during),
    after: phraseSet(carried.after),
    eventVerb: phrasesOf(eventPairs(data.events, 'verbs')),
    eventNoun: phrasesOf(eventPairs(data.events, 'nouns')),
    futureVerb: phrasesOf(eventPairs(data.events, 'future')),
    supportVerb: phraseSet(data.supportVerbs),
    futureMarker: phraseSet(data.futureMarkers),
    multilateral: phraseSet(data.multilateral),
    side: phraseSet(data.sides),
    background: phraseSet(data.background),
    notReported: phraseSet(data.eventsNotReported),
    outcomeVerb: phrasesOf(data.outcomes.flatMap(({ kind, verbs }) => verbs.map((verb) => [verb, kind] as const))),
    notOutcome: phraseSet(data.notOutcomes),
    promiseFrame: phraseSet(data.promiseFrames),
    actor: phraseSet(data.actors),
    topicVerb: phraseSet(data.topicVerbs),
    placeLink: phraseSet(data.placeLinks),
    previousDay: phraseSet(relativeDays.previousDay),
    futureForm: phrasesOf(eventPairs(data.events, 'futureForms')),
    needsDocument: phraseSet(data.outcomesNeedDocument),
    needsAmount: phraseSet(data.outcomesNeedAmount),
    document: phraseSet(data.documents),
    amountWord: phraseSet(data.amountWords),
    weekdays: phrasesOf(data.weekdays.flatMap((forms, day) => forms.map((form) => [form, day] as const))),
    nameWords: nameWordsOf(endingsOf(data.nameEndings)),
    isPlural: pluralOf(endingsOf(data.wordOrder?.pluralEndings)),
    small,
    order: orderOf(data.wordOrder ?? {}),
    isAbbreviation: (word) => abbreviations.has(foldWord(word)),
  }
}

function dayPairs(days: LanguageData['relativeDays']): readonly (readonly [string, number])[] {
  const all: readonly (readonly [readonly string[], number])[] = [
    [days.beforeYesterday ?? [], -2],
    [days.afterTomorrow ?? [], 2],
    [days.yesterday, -1],
    [days.today, 0],
    [days.tomorrow, 1],
  ]
  return all.flatMap(([words, value]) => words.map((word) => [word, value] as const))
}

function eventPairs(
  events: readonly EventWords[],
  list: 'verbs' | 'nouns' | 'future' | 'futureForms',
): readonly (readonly [string, EventFormat])[] {
  return events.flatMap((event) => (event[list] ?? []).map((phrase) => [phrase, event.format] as const))
}

/** "Mr", "Messrs", "S.E.M."; a whole word such as "général" may well end a sentence. */
function isShort(honorific: string): boolean {
  return honorific.length <= 6 || honorific.includes('.')
}

/** Endings without their hyphen, folded, longest first. */
function endingsOf(endings: readonly string[] = []): readonly string[] {
  return endings.map((ending) => fold(ending).replace(/^-/u, '')).toSorted((a, b) => b.length - a.length)
}

function orderOf(order: WordOrder): WordOrder {
  const { attributeEndings, objectEndings, futureEndings, placeEndings, ofEndings, verbEndings } = order
  return {
    ...order,
    objectEndings: endingsOf(objectEndings),
    futureEndings: endingsOf(futureEndings),
    attributeEndings: endingsOf(attributeEndings),
    placeEndings: endingsOf(placeEndings),
    ofEndings: endingsOf(ofEndings),
    verbEndings: endingsOf(verbEndings),
  }
}

/** "ministers", but not "business": an ending of one letter must not stand twice. */
function pluralOf(endings: readonly string[]): (word: string) => boolean {
  return (word) =>
    endings.some((ending) => word.endsWith(ending) && !(ending.length === 1 && word.endsWith(ending + ending)))
}
