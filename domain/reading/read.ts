// Reads a normalised text: what it says of itself and of the events it reports, by its own words. This first step reads the head
// (title, dateline) and the language; what is not read yet is empty, never guessed.
import { readHead } from './head.ts'
import { languageOf } from './language.ts'
import type { Reading } from './reading.ts'

/** In: a text as `normalise` returns it. Out: its reading; spans are UTF-16 offsets into that text. Never fails. */
export function readText(text: string): Reading {
  const { title, dateline } = readHead(text)
  return {
    title,
    language: languageOf(text),
    text,
    dateline,
    meetings: [],
    people: [],
    places: [],
    organisations: [],
    outcomes: [],
    topics: [],
    summary: [],
  }
}
