// The news agencies that heads of texts name, whatever case and accents they are printed with.
import { fold } from '../text/fold.ts'
import { agencies } from './data/head-words.ts'

const known: ReadonlySet<string> = new Set(agencies.map(fold))

/** True for an agency's name as printed ("TASS", "Anadolu"), and nothing else with it. */
export function isKnownAgency(words: string): boolean {
  return known.has(fold(words))
}
