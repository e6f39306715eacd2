// Whether a text that is to become a new version of another looks like a mistake: a version can't be taken away again, so a person is
// asked before it is stored, not after all notes have lost their words.

/** What is odd about a new version: the same words as now, hardly any of them, or every paragraph twice. */
export type RevisionDoubt = 'same-text' | 'other-text' | 'doubled'

/** Words that stand together in both texts tell that one was made of the other; single words are common to all texts of a language. */
const runLength = 3
/** The share of the shorter text's runs of words that even a heavily rewritten version keeps. */
const leastShare = 0.05
/** How much of each text is looked at, in UTF-16 units. */
const looksAt = 200_000

/** What is odd about `after` as the next version of `before`, both normalised; null when nothing is. */
export function revisionDoubt(before: string, after: string): RevisionDoubt | null {
  if (after.trim() === before.trim()) return 'same-text'
  if (isDoubled(after) && !isDoubled(before)) return 'doubled'
  return sharedRuns(before, after) < leastShare ? 'other-text' : null
}

/** The share (0 to 1) of the shorter text's different runs of words that the other has as well. */
function sharedRuns(before: string, after: string): number {
  const [old, young] = [wordsOf(before.slice(0, looksAt)), wordsOf(after.slice(0, looksAt))]
  // A text of one or two words is compared by these.
  const length = Math.max(1, Math.min(runLength, old.length, young.length))
  const [oldRuns, youngRuns] = [runsOf(old, length), runsOf(young, length)]
  const [few, many] = oldRuns.size <= youngRuns.size ? [oldRuns, youngRuns] : [youngRuns, oldRuns]
  const shared = [...few].filter((run) => many.has(run)).length
  return few.size === 0 ? 0 : shared / few.size
}

function runsOf(words: readonly string[], length: number): ReadonlySet<string> {
  return new Set(words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(' ')))
}

function wordsOf(text: string): readonly string[] {
  const segments = new Intl.Segmenter('und', { granularity: 'word' }).segment(text)
  return [...segments].filter(({ isWordLike }) => isWordLike === true).map(({ segment }) => segment.toLowerCase())
}

/** True when each line with words stands at least twice. */
function isDoubled(text: string): boolean {
  const counts = new Map<string, number>()
  for (const line of text.split('\n')) {
    const words = line.trim()
    if (words !== '') counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return counts.size > 0 && [...counts.values()].every((count) => count > 1)
}
