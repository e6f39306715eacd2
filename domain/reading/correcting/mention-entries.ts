// People, places and organisations of a reading with decisions applied: whose each mention is, and what each item is called.
import { onOneLine } from '../../text/lines.ts'
import type { Decision, MentionFields, PersonFields } from '../corrections.ts'
import type { NamedMention, OffsetPair, Person, Reading } from '../reading.ts'
import { type Entry, type Fielded, fieldRead, isHidden, overlaid, valuesOf, withKeys } from './entries.ts'
import { ownMentions } from './match-mentions.ts'

export type MentionEntry<Fields> = Entry<Fields> & {
  /** Read items it stands for, the most fitting first. */
  readonly items: readonly number[]
}
export type PersonEntry = MentionEntry<PersonFields> & {
  /** Printed forms other than the name. */
  readonly aliases: readonly string[]
  readonly alike: readonly string[]
}

/** People in the order of the text, those removed included. */
export function personEntries(reading: Reading, decisions: readonly Decision<PersonFields>[]): readonly PersonEntry[] {
  const entries = mentionEntries(reading.people, decisions, (items) => personRead(reading.people, items))
  return entries.map((entry) => ({ ...entry, ...formsOf(reading, entry) }))
}

/** Places or organisations in the order of the text, those removed included. */
export function namedEntries(
  items: readonly NamedMention[],
  decisions: readonly Decision<MentionFields>[],
): readonly MentionEntry<MentionFields>[] {
  return mentionEntries(items, decisions, ([first]) => {
    const item = first === undefined ? undefined : items[first]
    return item === undefined ? null : { name: fieldRead(item.name, certainlyAt(item.spans[0])) }
  })
}

/** A name that stands for itself: nothing had to be carried over or merged. */
function certainlyAt(span: OffsetPair | undefined) {
  return span === undefined ? null : ({ span, via: null, certainty: 'certain' } as const)
}

function mentionEntries<Fields extends { readonly name: string }>(
  items: readonly { readonly name: string; readonly spans: readonly OffsetPair[] }[],
  decisions: readonly Decision<Fields>[],
  read: (items: readonly number[]) => Fielded<Fields> | null,
): readonly MentionEntry<Fields>[] {
  const { decided, left } = ownMentions(items, decisions)
  const ofDecisions = decisions.flatMap((decision, at) => {
    const owned = decided[at]
    if (owned === undefined) return []
    const fields = read(owned.items)
    const asRead = fields === null ? null : valuesOf(fields)
    const hidden = isHidden(decision, owned.isPresent)
    const item = owned.items[0] ?? null
    const entry = { spans: owned.spans, items: owned.items, item, decision, at, asRead, isHidden: hidden }
    return [{ ...entry, fields: overlaid(decision, fields) }]
  })
  const ofReading = left.flatMap((spans, item) => {
    const fields = read([item])
    const isGone = spans.length === 0 && (items[item]?.spans.length ?? 0) > 0
    if (fields === null || isGone) return []
    const entry = { spans, items: [item], item, decision: null, at: null, asRead: valuesOf(fields), isHidden: false }
    return [{ ...entry, fields }]
  })
  return withKeys([...ofDecisions, ...ofReading])
}

/** The fields of people who are one: the first that has a value gives it. */
function personRead(people: readonly Person[], items: readonly number[]): Fielded<PersonFields> | null {
  const found = items.flatMap((item) => people[item] ?? [])
  const [first] = found
  if (first === undefined) return null
  const withRole = found.find(({ role }) => role !== null) ?? first
  const withAffiliation = found.find(({ affiliation }) => affiliation !== null) ?? first
  return {
    name: fieldRead(first.name, first.evidence.name),
    role: fieldRead(withRole.role, withRole.evidence.role),
    affiliation: fieldRead(withAffiliation.affiliation, withAffiliation.evidence.affiliation),
  }
}

function formsOf(reading: Reading, entry: MentionEntry<PersonFields>): Pick<PersonEntry, 'aliases' | 'alike'> {
  const own = new Set(entry.spans.map(String))
  const items = entry.items.flatMap((item) => reading.people[item] ?? [])
  const whole = items.filter(({ spans }) => spans.every((span) => own.has(String(span))))
  const ofWhole = new Set(whole.flatMap(({ spans }) => spans.map(String)))
  const elsewhere = entry.spans.filter((span) => !ofWhole.has(String(span))).map((span) => printed(reading, span))
  const forms = new Set([...whole.flatMap(({ name, aliases }) => [name, ...aliases]), ...elsewhere])
  const name = entry.fields.name.value
  const claimed = new Set(entry.decision?.spans.map(String))
  const open = new Set(entry.spans.filter((span) => !claimed.has(String(span))).map((span) => printed(reading, span)))
  const alike = new Set(items.flatMap(({ evidence }) => evidence.alike))
  return {
    aliases: [...forms].filter((form) => form !== name && form !== ''),
    alike: [...alike].filter((form) => forms.has(form) && (entry.decision === null || open.has(form))),
  }
}

/** The words at a span, on one line. */
export function printed({ text }: Pick<Reading, 'text'>, [start, end]: OffsetPair): string {
  return onOneLine(text.slice(start, end))
}
