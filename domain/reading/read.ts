// Reads a normalised text: what it says of itself and of the events it reports, by its own words. This first step reads the head
// (title, dateline) and the language; what is not read yet is empty, never guessed.
import { readHead } from './head.ts'
import { languageOf } from './language.ts'
import type { Reading } from './reading.ts'

/** Raised whenever the rules change what they read, so that older readings can be made again. */
export const engineNumber = 1

/** In: a text as `normalise` returns it. Out: its reading; spans are UTF-16 offsets into that text. Never fails. */
export function readText(text: string): Reading {
  const { title, dateline, head } = readHead(text)
  return {
    engine: engineNumber,
    title,
    language: languageOf(text),
    text,
    dateline,
    head,
    meetings: [],
    people: [],
    places: [],
    organisations: [],
    documents: [],
    outcomes: [],
    topics: [],
    summary: [],
  }
}
