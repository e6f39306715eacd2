// How alike an item of a new reading is to one a person decided on, beyond their places in the text: several meetings may be
// reported in one sentence, and then only label and people tell them apart.
import type { MeetingFields, OutcomeFields, TopicFields } from '../corrections.ts'

/** Weights beside the overlap of places, which is at most 1: the label speaks louder than it, all else decides between equals. */
const weight = { label: 2, people: 1, detail: 0.1 }
/** Labels with fewer words in common than this do not speak against different people. */
const alikeLabels = 0.5

/** 0 and up, more for more alike; null when label and people say that these are two different meetings. */
export function likenessOfMeetings(known: MeetingFields, read: MeetingFields): number | null {
  const label = wordsInCommon(known.label, read.label)
  const onlyKnown = withoutLike(known.people, read.people)
  const onlyRead = withoutLike(read.people, known.people)
  if (label < alikeLabels && onlyKnown > 0 && onlyRead > 0) return null
  const all = known.people.length + onlyRead
  const people = all === 0 ? 0 : (known.people.length - onlyKnown) / all
  const details = [known.format === read.format, known.date === read.date, known.place === read.place]
  return weight.label * label + weight.people * people + weight.detail * details.filter(Boolean).length
}

/** 0 and up, more for more alike. */
export function likenessOfOutcomes(known: OutcomeFields, read: OutcomeFields): number {
  const details = [known.kind === read.kind, known.due === read.due]
  const label = wordsInCommon(known.meeting?.label ?? '', read.meeting?.label ?? '')
  return weight.detail * (details.filter(Boolean).length + label)
}

/** 0 and up, more for more alike. */
export function likenessOfTopics(known: TopicFields, read: TopicFields): number {
  const label = wordsInCommon(known.meeting?.label ?? '', read.meeting?.label ?? '')
  return weight.label * wordsInCommon(known.text, read.text) + weight.detail * label
}

/** 0 for no word in common, 1 for the same words. */
export function wordsInCommon(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  const all = left.union(right).size
  return all === 0 ? 0 : left.intersection(right).size / all
}

/** How many names share no word with any of the others. */
function withoutLike(names: readonly string[], others: readonly string[]): number {
  return names.filter((name) => !others.some((other) => wordsInCommon(name, other) > 0)).length
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
}
