// Answers to annotations stand on the words that the annotation answered stands on, where it is in the same file.
import type { Found } from './found.ts'

/** Longest chain of answers that is followed. */
const longestChain = 50

/** The annotations, each answer with the place of what it answers. An answer to something that is not in the file stays as it is. */
export function withPlacesOfReplies(all: readonly Found[]): readonly Found[] {
  const byOrigin = new Map<string, Found>()
  for (const one of all) if (one.origin !== null && !byOrigin.has(one.origin)) byOrigin.set(one.origin, one)
  return all.map((one) => {
    if (one.places.some(({ scope }) => scope !== 'briefing')) return one
    const answered = placedAncestor(one, byOrigin)
    return answered === null ? one : { ...one, places: answered.places.slice(0, 1), isReply: false }
  })
}

/** The nearest annotation up the chain that has a place of its own, else the last of the chain; null for none. */
function placedAncestor(reply: Found, byOrigin: ReadonlyMap<string, Found>): Found | null {
  let last: Found | null = null
  let current = reply
  for (let step = 0; step < longestChain; step++) {
    const known = current.answers.map((id) => byOrigin.get(id)).find((found) => found !== undefined)
    if (known === undefined || known === reply) return last
    if (known.places.some(({ scope }) => scope !== 'briefing')) return known
    last = known
    current = known
  }
  return last
}
