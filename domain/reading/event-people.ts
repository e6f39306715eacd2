// Who takes part in an event: the persons before its verb, those behind it, and the sides that are only named by country or body.
import type { Reviewed } from './analysis.ts'
import type { Cast, Mention } from './cast.ts'
import { isSign, type PlacedName, type Scan } from './scan.ts'
import type { Trigger } from './triggers.ts'

/** Who stands before and behind a trigger's verb. */
export type Taking = {
  readonly subjects: readonly Mention[]
  readonly objects: readonly Mention[]
  /** Token at which what is reported of the event ends and what was said or meant begins. */
  readonly objectEnd: number
  /** Sides by country or body that are not a named person's: "the Tajik delegation", "representatives of the United States". */
  readonly sides: readonly PlacedName[]
  /** An unnamed side behind the verb: "his counterpart", "a delegation". */
  readonly unnamed: boolean
}

/** Who takes part, by the words of one trigger. */
export function takingPart({ scan, mentions, inner }: Reviewed, trigger: Trigger): Taking {
  const objectEnd = endOfObjects(scan, trigger)
  const all = mentions.filter((mention) => !inner.has(mention.from) && !isOwner(scan, mention))
  const within = all.filter(({ from }) => from >= trigger.start && from < trigger.end)
  const subjects = within.filter(({ from }) => from < trigger.from)
  const behind = within.filter(({ lead }) => lead >= trigger.to && lead < objectEnd)
  // "In separate phone calls on Monday, X discussed … with …": everybody in the sentence takes part.
  const [first] = within
  const whole = trigger.by === 'noun' && trigger.from === 0 && isSign(scan, nextBreak(scan, trigger), ',')
  if (whole && first !== undefined && behind[0] === first && first.lead > nextBreak(scan, trigger)) {
    return { subjects: [first], objects: within.slice(1), objectEnd, sides: [], unnamed: true }
  }
  const objects = lastVerb(scan, trigger, subjects) ?? behind
  const [leading, next] = objects
  const isLed = subjects.length === 0 && leading !== undefined && next !== undefined && isBehindWith(scan, next)
  const acting = isLed ? [leading] : subjects.filter((mention) => !objects.includes(mention))
  return {
    subjects: acting,
    objects: isLed ? objects.slice(1) : objects,
    objectEnd,
    sides: sidesIn(scan, trigger, Math.min(objectEnd, firstBreak(scan, trigger, objects)), mentions),
    unnamed:
      scan.lexicon.order.verbLast === true
        ? hasUnnamedSide(scan, Math.max(trigger.start, trigger.from - 8), trigger.from)
        : hasUnnamedSide(scan, trigger.to, Math.min(objectEnd, trigger.to + 8)),
  }
}

/** "состоялись переговоры А с Б": of two behind the verb the first acts, when the other is the one met with. */
function isBehindWith({ tokens, lexicon }: Scan, { lead }: Mention): boolean {
  const { withWords, definiteArticles } = lexicon.small
  const before = definiteArticles.has(tokens[lead - 1]?.folded ?? '') ? lead - 2 : lead - 1
  return withWords.has(tokens[before]?.folded ?? '')
}

/** Where the verb stands last, those met are before it, told by the endings of their names; null where it does not. */
function lastVerb(
  { tokens, lexicon }: Scan,
  { format }: Trigger,
  before: readonly Mention[],
): readonly Mention[] | null {
  const { verbLast, objectEndings = [] } = lexicon.order
  if (verbLast !== true || format === 'held') return null
  return before.filter(({ to }) => objectEndings.some((ending) => tokens[to - 1]?.folded.endsWith(ending)))
}

/** "Macron’s visit", "President Tokayev’s decision": the owner of a thing does not act. */
function isOwner({ tokens }: Scan, { to }: Mention): boolean {
  return tokens[to]?.kind === 'possessive'
}

function endOfObjects(scan: Scan, trigger: Trigger): number {
  for (let at = trigger.to; at < trigger.end; at += 1) {
    const token = scan.tokens[at]
    if (token === undefined) return at
    if (token.words === ';') return at
    if (token.kind === 'word' && scan.lexicon.small.eventStops.has(token.folded)) return at
    if (token.folded === 'to' && scan.lexicon.topicVerb.at(scan.tokens, at) !== null) return at
  }
  return trigger.end
}

/** The comma behind an opening phrase. */
function nextBreak(scan: Scan, trigger: Trigger): number {
  let at = trigger.to
  while (at < trigger.end && !isSign(scan, at, ',')) at += 1
  return at
}

/** The first comma behind the last person met: what follows is about something else. */
function firstBreak(scan: Scan, trigger: Trigger, objects: readonly Mention[]): number {
  for (let at = Math.max(trigger.to, objects.at(-1)?.tail ?? 0); at < trigger.end; at += 1) {
    if (isSign(scan, at, ',;') || /^(?:on|at)$/u.test(scan.tokens[at]?.folded ?? '')) return at
  }
  return trigger.end
}

/** Countries and bodies that stand for people: before a word for a side, after "of" behind one, or alone beside the verb. */
function sidesIn(scan: Scan, trigger: Trigger, objectEnd: number, mentions: readonly Mention[]): readonly PlacedName[] {
  const covered = (name: PlacedName) => mentions.some(({ lead, tail }) => name.from >= lead - 1 && name.from < tail)
  return [...scan.names.values()].filter((name) => {
    if (name.from < trigger.start || name.from >= objectEnd || covered(name)) return false
    if (name.kind !== 'country' && name.kind !== 'adjective' && name.kind !== 'body') return false
    return isSide(scan, name)
  })
}

function isSide(scan: Scan, { from, to }: PlacedName): boolean {
  const { lexicon, tokens } = scan
  const behind = tokens[to]?.kind === 'possessive' ? to + 1 : to
  for (let at = behind; at < behind + 5; at += 1)
    if (lexicon.side.at(tokens, at) !== null || lexicon.officeHead.at(tokens, at) !== null) return true
  for (let at = from - 1; at > from - 9 && at >= 0; at -= 1) {
    if (lexicon.side.at(tokens, at) !== null || lexicon.officeHead.at(tokens, at) !== null) return true
  }
  return false
}

function hasUnnamedSide(scan: Scan, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (scan.lexicon.side.at(scan.tokens, at) !== null || scan.lexicon.officeHead.at(scan.tokens, at) !== null)
      return true
  }
  return false
}

/** A key for the side a person stands for: country or body, else the person alone. */
export function sideOf(cast: Cast, person: number): string {
  return cast.characters[person]?.affiliation?.name.id ?? `person ${person}`
}

/** Objects put together by side: persons of one country or body are met together. */
export function bySide(cast: Cast, objects: readonly Mention[]): readonly (readonly Mention[])[] {
  const groups = new Map<string, Mention[]>()
  for (const mention of objects) {
    const key = sideOf(cast, mention.person)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [mention])
    else if (!known.some(({ person }) => person === mention.person)) known.push(mention)
  }
  return [...groups.values()]
}
