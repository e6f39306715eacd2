// What a disk may hold after a power cut: everything flushed, and of the rest any part. A write that was not flushed is there, or not, or
// torn at a sector or a page, the file as long as it should be (then with NULs) or shorter; a name that was not flushed is the new one or the old.
import { changeable, type DiskState, type Step } from './disk-state.ts'

export type CrashState = { readonly after: number; readonly state: DiskState }
type Unsynced = Exclude<Step, { readonly kind: 'sync' | 'new' }>

/** Bytes that a disk writes as one: a sector, a page. */
const grains = [512, 4096] as const

/**
 * States after each number of steps from 0 on, at most `limit` different choices for each; where there are more, chance picks some, with
 * those among them in which everything, and nothing, of the unflushed is there. In: the disk before the first step, numbers in [0, 1).
 */
export function* crashStates(
  before: DiskState,
  steps: readonly Step[],
  limit: number,
  random: () => number,
): Generator<CrashState> {
  const synced = changeable(before)
  let unsynced: readonly Unsynced[] = []
  for (let after = 0; after <= steps.length; after += 1) {
    const step = steps[after - 1]
    if (step?.kind === 'new') synced.apply(step)
    else if (step?.kind === 'sync') {
      for (const done of unsynced) if (isOf(done, step.inode)) synced.apply(done)
      unsynced = unsynced.filter((done) => !isOf(done, step.inode))
    } else if (step !== undefined) unsynced = [...unsynced, step]
    for (const choice of choicesOf(unsynced.map(outcomesOf), limit, random)) {
      const crashed = changeable(synced.state)
      for (const there of choice) if (there !== null) crashed.apply(there)
      yield { after, state: crashed.state }
    }
  }
}

function isOf(step: Unsynced, inode: number): boolean {
  if (step.kind === 'write') return step.inode === inode
  const folders = new Set(step.changes.map(({ folder }) => folder))
  if (folders.size > 1) throw new Error('a name that moves to another folder is not simulated')
  return folders.has(inode)
}

/** What may become of one step: first as it was meant, then not at all, then in between. */
function outcomesOf(step: Unsynced): readonly (Step | null)[] {
  if (step.kind === 'names') return [step, null]
  const { bytes } = step
  const partly = grains.flatMap((grain) => {
    const cut = Math.floor((bytes.length - 1) / grain) * grain
    return [...new Set([0, grain, cut])].filter((kept) => kept < bytes.length)
  })
  const torn = [...new Set(partly)].flatMap((kept) => {
    const zeroed = new Uint8Array(bytes.length)
    zeroed.set(bytes.subarray(0, kept))
    return [
      { ...step, bytes: bytes.subarray(0, kept) },
      { ...step, bytes: zeroed },
    ]
  })
  return [step, null, ...torn]
}

function* choicesOf<T>(
  outcomes: readonly (readonly T[])[],
  limit: number,
  random: () => number,
): Generator<readonly T[]> {
  const all = outcomes.reduce((product, { length }) => product * length, 1)
  if (all <= limit) {
    for (let number = 0; number < all; number += 1) yield choiceNumber(outcomes, number)
    return
  }
  yield choiceNumber(outcomes, 0)
  yield outcomes.map((of) => of[1] as T)
  for (let count = 2; count < limit; count += 1) {
    yield outcomes.map((of) => of[Math.floor(random() * of.length)] as T)
  }
}

/** One of all choices: the digits of its number, each counted in its own outcomes. */
function choiceNumber<T>(outcomes: readonly (readonly T[])[], number: number): readonly T[] {
  let rest = number
  return outcomes.map((of) => {
    const digit = rest % of.length
    rest = Math.floor(rest / of.length)
    return of[digit] as T
  })
}
