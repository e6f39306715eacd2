// Who stands with whom in an event: those who take part, and how many sides they make.
import type { Analysis, Reviewed } from './analysis.ts'
import type { Mention } from './cast.ts'
import type { Format } from './event-format.ts'
import type { Taking } from './event-people.ts'
import type { Trigger } from './triggers.ts'

/** Subjects (or the person the story follows) and those who were met; who only watched a ceremony takes no part. */
export function participants(
  { subjects, objects }: Taking,
  principal: Mention | null,
  trigger: Trigger,
  scan: Reviewed['scan'],
): readonly Mention[] {
  const leading = subjects.length > 0 ? subjects : principal === null ? [] : [principal]
  const met = isMeeting(trigger.format) ? objects : objects.filter((mention) => isTogether(scan, mention))
  return eachOnce([...leading, ...met])
}

/** "awarded the order to X", "together with X": the word before a name says that its bearer was there for it. */
function isTogether({ tokens, lexicon }: Reviewed['scan'], { lead }: Mention): boolean {
  const before = tokens[lead - 1]?.folded ?? ''
  return lexicon.small.withWords.has(before) || /^(?:to|on|upon|from|alongside)$/u.test(before)
}

/** Each person once, at the first mention. */
export function eachOnce(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.filter(({ person }, index) => mentions.findIndex((other) => other.person === person) === index)
}

/** True for formats in which people meet. */
export function isMeeting(format: Trigger['format']): boolean {
  return format === 'meeting' || format === 'call' || format === 'bilateral' || format === 'multilateral'
}

/**
 * How many sides meet: countries and bodies as far as they are known; persons of whom nothing is known are one more side only where
 * no one beside them is known.
 */
export function countSides(
  { cast }: Analysis,
  people: readonly Mention[],
  { sides, unnamed, objects }: Taking,
): number {
  const known = ({ person }: Mention) => cast.characters[person]?.affiliation?.name.id ?? null
  const leading = people.filter((mention) => !objects.includes(mention))
  const ids = new Set([...people.flatMap((mention) => known(mention) ?? []), ...sides.map(({ id }) => id)])
  const unknown = (group: readonly Mention[]) => group.length > 0 && group.every((mention) => known(mention) === null)
  const count = ids.size + Number(unknown(leading)) + Number(unknown(objects) && sides.length === 0)
  return count === 1 && unnamed ? 2 : count
}

/** "meetings with A, B and C" are three; "met with A and B" is one. */
export function isSeveral({ tokens, lexicon }: Reviewed['scan'], trigger: Trigger, format: Format): boolean {
  if (format.value !== 'bilateral' && format.value !== 'multilateral' && format.value !== 'call') return false
  if (
    trigger.by === 'verb' &&
    tokens.slice(trigger.from, trigger.to).some((_, at) => lexicon.multilateral.at(tokens, trigger.from + at) !== null)
  )
    return false
  const words = tokens.slice(trigger.from, trigger.to).map(({ folded }) => folded)
  return words.some((word) => lexicon.small.severalWords.has(word))
}
