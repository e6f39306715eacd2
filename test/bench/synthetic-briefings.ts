// Made-up briefings for measuring: the same ones for the same number, about as long as a real readout, with names and towns that
// repeat as they do in an office. None of it is a real event.
import { describe } from '../../domain/anchoring/describe.ts'
import type { Briefing } from '../../domain/briefing.ts'
import type { StoredNote } from '../../domain/notes/note.ts'
import { paragraphsOf } from '../../domain/text/paragraphs.ts'
import { readingWith } from '../domain/reading/readings.ts'

const pasted = { via: 'paste', file: null } as const
const wordsPerText = 350
const people = ['Amina Duval', 'Pavel Horn', 'Leyla Osman', 'Marco Stein', 'Ingrid Vale', 'Tomas Reyes', 'Nadia Karim']
const towns = ['Brussels', 'Nairobi', 'Oslo', 'Lima', 'Hanoi', 'Vienna', 'Amman', 'Ottawa', 'Accra', 'Lisbon']
const subjects = ['transit', 'fisheries', 'visas', 'customs', 'grain', 'water', 'rail', 'research', 'health', 'mines']
const verbs = ['discussed', 'welcomed', 'reviewed', 'recalled', 'noted', 'raised', 'considered', 'supported']
const fillers =
  'the state of work on a joint programme and the next steps towards an agreement before the end of the year'

/** Numbers in [0, 1) that repeat for the same seed (mulberry32). */
export function repeatable(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A UUIDv7 whose time is `instant` (milliseconds since 1970) and whose other bits come from `random`. */
export function syntheticId(instant: number, random: () => number): string {
  const time = instant.toString(16).padStart(12, '0')
  const hex = (length: number) => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')
  const variant = '89ab'[Math.floor(random() * 4)]
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(12)}`
}

/** The `index`-th made-up briefing. */
export function syntheticBriefing(index: number): Briefing {
  const random = repeatable(index + 1)
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const instant = Date.UTC(2018, 0, 1) + index * 6 * 60 * 60 * 1000
  const created = new Date(instant).toISOString()
  const [place, subject] = [pick(towns), pick(subjects)]
  const title = `${pick(people)} ${pick(verbs)} ${subject} in ${place} (${index})`
  const sentence = () =>
    `${pick(people)} ${pick(verbs)} ${pick(subjects)} with ${pick(people)} in ${pick(towns)}, ${fillers}.`
  const paragraphs = [`${place.toUpperCase()}, ${created.slice(0, 10)} – ${sentence()}`]
  let words = 0
  while (words < wordsPerText) {
    const paragraph = [sentence(), sentence(), sentence()].join(' ')
    paragraphs.push(paragraph)
    words += paragraph.split(' ').length
  }
  const dateline = { place, date: created.slice(0, 10), source: null, span: null }
  const { text, ...reading } = readingWith([title, ...paragraphs].join('\n\n'), { engine: 0, title, dateline })
  return {
    id: syntheticId(instant, random),
    created,
    modified: created,
    deleted: null,
    source: pasted,
    versions: [{ number: 1, text, created, source: pasted, superseded: null }],
    reading,
    corrections: {},
    marking: null,
  }
}

/** A made-up note on the first words of a briefing's second paragraph. */
export function syntheticNote(briefing: Briefing, index: number): StoredNote {
  const { text } = briefing.versions[0]
  const start = text.indexOf('\n\n') + 2
  const span = { start, end: start + 24 }
  return {
    noteId: syntheticId(Date.parse(briefing.created) + index, repeatable(index + 7)),
    kind: 'position',
    text: `Made-up note ${index}: to be raised again at the next meeting.`,
    tags: [],
    commitment: null,
    scope: 'words',
    settled: {
      version: 1,
      selectors: describe(text, span, paragraphsOf(text, briefing.reading)),
      state: 'same',
      settled: briefing.created,
    },
    carried: null,
    history: [],
    placed: briefing.created,
    created: briefing.created,
    modified: briefing.created,
    deleted: null,
    creator: 'bench',
    origin: null,
  }
}
