// What is known of a language that has no file of words: nothing. Its texts still give paragraphs, printed dates and the names of
// countries, cities and bodies, and no event that the words of another language would find in them.
import type { LanguageData } from './language-data.ts'

/** Empty lists for a language (BCP 47). */
export function noWords(language: string): LanguageData {
  return {
    language,
    honorifics: [],
    monarchs: [],
    postNominals: [],
    nameParticles: [],
    officeHeads: [],
    officeModifiers: [],
    officeLinks: [],
    portfolios: [],
    bodyHeads: [],
    notNames: [],
    commonWords: [],
    months: [],
    weekdays: [],
    relativeDays: { today: [], yesterday: [], tomorrow: [], sameDay: [], nextDay: [] },
    carried: { sidelines: [], during: [], after: [] },
    events: [],
    supportVerbs: [],
    futureMarkers: [],
    multilateral: [],
    sides: [],
    background: [],
    eventsNotReported: [],
    outcomes: [],
    notOutcomes: [],
    promiseFrames: [],
    actors: [],
    topicVerbs: [],
    placeLinks: [],
    abbreviations: [],
  }
}
