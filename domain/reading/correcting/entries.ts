// An item of a reading and a person's decision on it, side by side: what the corrected reading shows and edits work on.

import { equals } from '../../equals.ts'
import type { Field } from '../corrected.ts'
import type { Decision } from '../corrections.ts'
import type { Evidence, OffsetPair } from '../reading.ts'
import { compareSpans } from './overlap.ts'

export type Fielded<Fields> = { readonly [Name in keyof Fields]: Field<Fields[Name]> }

export type Entry<Fields> = {
  readonly key: string
  readonly spans: readonly OffsetPair[]
  readonly fields: Fielded<Fields>
  /** As the reading has it; null where it has no such item. */
  readonly asRead: Fields | null
  /** The item's index in the reading. */
  readonly item: number | null
  readonly decision: Decision<Fields> | null
  /** The decision's index. */
  readonly at: number | null
  readonly isHidden: boolean
}

/** A field as read. Nothing read is nothing to be sure of. */
export function fieldRead<Value>(value: Value, evidence: Evidence | null): Field<Value> {
  return { value, state: evidence?.certainty ?? 'likely', evidence }
}

/** Fields with a decision applied: what it settled is the person's word, the rest follows the reading while there is one. */
export function overlaid<Fields extends object>(
  decision: Decision<Fields> | null,
  read: Fielded<Fields> | null,
): Fielded<Fields> {
  if (decision === null && read === null) throw new Error('an entry without an item and without a decision')
  if (decision === null) return read as Fielded<Fields>
  const names = Object.keys(decision.fields) as (keyof Fields & string)[]
  return Object.fromEntries(names.map((name) => [name, fieldOf(name, decision, read)])) as Fielded<Fields>
}

function fieldOf<Fields extends object, Name extends keyof Fields & string>(
  name: Name,
  decision: Decision<Fields>,
  read: Fielded<Fields> | null,
): Field<Fields[Name]> {
  const value = decision.fields[name]
  const isAdded = decision.verdict === 'added' || decision.read === null
  if (!decision.settled.includes(name)) {
    return read?.[name] ?? { value, state: isAdded ? 'added' : 'likely', evidence: null }
  }
  const agreeing = read !== null && equals(read[name].value, value) ? read[name] : null
  const wasConfirmed = decision.read !== null && equals(decision.read[name], value)
  const state = agreeing !== null || wasConfirmed ? 'confirmed' : isAdded ? 'added' : 'corrected'
  return { value, state, evidence: agreeing?.evidence ?? null }
}

/** The bare values of fields. */
export function valuesOf<Fields>(fields: Fielded<Fields>): Fields {
  const named = Object.entries<Field<unknown>>(fields as Record<string, Field<unknown>>)
  return Object.fromEntries(named.map(([name, { value }]) => [name, value])) as Fields
}

/** Of a decision, what does not depend on its fields. */
type Bare = Pick<Decision<object>, 'verdict' | 'spans'> & { readonly settled: readonly string[] }

/** True for what a person removed, and for a decision that says nothing on an item that is not there. */
export function isHidden(decision: Bare | null, isPresent: boolean): boolean {
  if (decision === null) return false
  return decision.verdict === 'removed' || (decision.verdict === 'kept' && decision.settled.length === 0 && !isPresent)
}

type Placed = Pick<Entry<unknown>, 'spans' | 'item' | 'at'> & { readonly decision: Bare | null }

/** Entries in the order of the text, each with a key made of its first words' place, by which an edit knows it again. */
export function withKeys<Unkeyed extends Placed>(entries: readonly Unkeyed[]): readonly (Unkeyed & { key: string })[] {
  const byIndex = (a: Placed, b: Placed) => order(a.item) - order(b.item) || order(a.at) - order(b.at)
  const taken = new Map<string, number>()
  const keyed = entries.toSorted(byIndex).map((entry) => {
    const [start, end] = entry.decision?.spans[0] ?? entry.spans[0] ?? [0, 0]
    const place = `${start}-${end}`
    const count = (taken.get(place) ?? 0) + 1
    taken.set(place, count)
    return { ...entry, key: count === 1 ? place : `${place}#${count}` }
  })
  return keyed.toSorted((a, b) => compareSpans(a.spans[0] ?? nowhere, b.spans[0] ?? nowhere))
}

const nowhere: OffsetPair = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]

function order(index: number | null): number {
  return index ?? Number.MAX_SAFE_INTEGER
}
