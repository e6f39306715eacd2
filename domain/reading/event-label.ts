// What an event is called: the text's own words, shortened only by leaving words out.
import type { Mention } from './cast.ts'
import type { DayMention } from './day-mentions.ts'
import type { Taking } from './event-people.ts'
import type { OffsetPair } from './reading.ts'
import { isSign, type Scan } from './scan.ts'
import type { Trigger } from './triggers.ts'
import { offsetsOf } from './when-where.ts'

/** Longest label, in tokens. */
const longest = 28

/** The label and the words it was taken from. In: of several meetings in one sentence, the persons of this one. */
export function labelOf(
  scan: Scan,
  trigger: Trigger,
  taking: Taking,
  group: readonly Mention[] | null,
  days: readonly DayMention[],
): { readonly words: string; readonly span: OffsetPair } {
  if (group !== null) return ofGroup(scan, trigger, group)
  const from = trigger.format === 'joined' ? afterArticle(scan, trigger.to) : startOf(scan, trigger)
  const to = trigger.format === 'held' ? trigger.to : endOf(scan, Math.max(from, trigger.to), taking.objectEnd, days)
  const span = offsetsOf(scan, from, Math.max(to, from + 1))
  return { words: oneLine(scan.text.slice(...span)), span }
}

function ofGroup(
  scan: Scan,
  trigger: Trigger,
  group: readonly Mention[],
): { readonly words: string; readonly span: OffsetPair } {
  const verb = scan.text.slice(...offsetsOf(scan, trigger.from, trigger.to))
  const names = group.map(({ lead, tail }) => scan.text.slice(...offsetsOf(scan, lead, tail)))
  const last = group.at(-1)
  return {
    words: oneLine(`${verb} ${names.join(', ')}`),
    span: offsetsOf(scan, trigger.from, last?.tail ?? trigger.to),
  }
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim()
}

function afterArticle({ tokens }: Scan, at: number): number {
  return /^(?:the|a|an)$/u.test(tokens[at]?.folded ?? '') ? at + 1 : at
}

/** What was held stands before its verb. */
function startOf(scan: Scan, trigger: Trigger): number {
  if (trigger.format !== 'held') return trigger.from
  return afterArticle(scan, Math.max(trigger.start, trigger.from - longest))
}

/** Up to a day, a comma that begins something new, or the end of the event's words. */
function endOf(scan: Scan, from: number, end: number, days: readonly DayMention[]): number {
  const last = Math.min(end, from + longest)
  for (let at = from + 1; at < last; at += 1) {
    const token = scan.tokens[at]
    if (token === undefined) return at
    const day = days.find(({ start }) => start >= token.start && start < token.end + 12)
    if (day !== undefined && /^(?:on|in|at)$/u.test(token.folded) && day.start - token.end <= 5) return at
    if (isSign(scan, at, ';')) return at
  }
  const trimmed = scan.tokens[last - 1]
  return trimmed !== undefined && trimmed.kind === 'sign' && /[.,;:]/u.test(trimmed.words) ? last - 1 : last
}
