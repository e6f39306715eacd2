// What an event is called: the text's own words, shortened only by leaving words out.
import { onOneLine } from '../text/lines.ts'
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
  if (group !== null) return ofGroup(scan, trigger, group, taking.objects)
  const behind = trigger.format === 'held' ? trigger.to : endOf(scan, trigger.to, taking.objectEnd, days)
  const isBehind = trigger.format === 'joined' && scan.lexicon.order.verbLast !== true
  const from = isBehind ? afterArticle(scan, trigger.to) : startOf(scan, trigger, behind)
  const to = trigger.by === 'noun' ? Math.max(trigger.to, taking.objects.at(-1)?.tail ?? 0) : behind
  const span = offsetsOf(scan, from, Math.max(to, from + 1))
  return { words: onOneLine(scan.text.slice(...span)), span }
}

function ofGroup(
  scan: Scan,
  trigger: Trigger,
  group: readonly Mention[],
  all: readonly Mention[],
): { readonly words: string; readonly span: OffsetPair } {
  const verb = scan.text.slice(...offsetsOf(scan, trigger.from, trigger.to))
  const names = group.map((mention) => scan.text.slice(...offsetsOf(scan, ...ownWords(mention, all))))
  const last = group.at(-1)
  return {
    words: onOneLine(`${verb} ${names.join(', ')}`),
    span: offsetsOf(scan, trigger.from, last?.tail ?? trigger.to),
  }
}

/** A name with its office; without one that others stand under as well ("Presidents A and B"). */
function ownWords({ lead, from, to, tail }: Mention, all: readonly Mention[]): readonly [from: number, to: number] {
  const holds = (start: number, end: number) => all.some((other) => other.from >= start && other.to <= end)
  return [holds(lead, from) ? from : lead, holds(to, tail) ? to : tail]
}

function afterArticle({ tokens, lexicon }: Scan, at: number): number {
  return lexicon.small.articles.has(tokens[at]?.folded ?? '') ? at + 1 : at
}

/** What was held stands before its verb, and so does who met where nothing stands behind it. "During the" is left out. */
function startOf(scan: Scan, trigger: Trigger, end: number): number {
  if (trigger.by === 'noun') return afterSmallWords(scan, trigger.from)
  const isBare =
    end - trigger.to <= 1 ||
    (trigger.to - trigger.from === 1 && /^(?:for|in|at|on)$/u.test(scan.tokens[trigger.to]?.folded ?? ''))
  if (trigger.format !== 'held' && !isBare) return trigger.from
  return afterArticle(scan, afterOpening(scan, Math.max(trigger.start, trigger.from - longest), trigger.from))
}

function afterSmallWords({ tokens }: Scan, from: number): number {
  let at = from
  while (/^(?:during|in|at|the|a|an|course|of|his|her|their|this)$/u.test(tokens[at]?.folded ?? '')) at += 1
  return at
}

/** Past "On 23 November 2025, " and the like. */
function afterOpening(scan: Scan, from: number, to: number): number {
  for (let at = from; at < Math.min(to, from + 12); at += 1)
    if (isSign(scan, at, ',')) return at + 1 < to ? at + 1 : from
  return from
}

/** Up to a day, a comma that begins something new, or the end of the event's words. */
function endOf(scan: Scan, from: number, end: number, days: readonly DayMention[]): number {
  const last = Math.min(end, from + longest)
  for (let at = from + 1; at < last; at += 1) {
    const token = scan.tokens[at]
    if (token === undefined) return withoutTail(scan, from, at)
    const day = days.find(({ start }) => start >= token.start && start < token.end + 12)
    if (day !== undefined && /^(?:on|in|at)$/u.test(token.folded) && day.start - token.end <= 5)
      return withoutTail(scan, from, at)
    if (isSign(scan, at, ';')) return withoutTail(scan, from, at)
  }
  return withoutTail(scan, from, last)
}

/** A label does not end in a comma or in a word that waits for another. */
function withoutTail({ tokens }: Scan, from: number, to: number): number {
  let end = to
  while (
    end > from + 1 &&
    /^(?:[.,;:]|at|in|on|by|with|for|of|to|the|a|and|as|from)$/u.test(tokens[end - 1]?.folded ?? '')
  )
    end -= 1
  return end
}
