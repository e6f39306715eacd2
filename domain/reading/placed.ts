// Whether words say that something is in a place: by an ending of its name ("Бішкекте") or a noun behind it ("Конья қаласында").
import type { PlacedName, Scan } from './scan.ts'

/** True for a name with the ending of a place, or before a noun for a town. */
export function isInPlace({ tokens, lexicon }: Scan, { to }: PlacedName): boolean {
  if (lexicon.small.townNounsBehind.has(tokens[to]?.folded ?? '')) return true
  const word = tokens[to - 1]?.folded ?? ''
  return (
    (lexicon.order.placeEndings ?? []).some((ending) => word.endsWith(ending)) || isAttribute({ tokens, lexicon }, to)
  )
}

/** True for a word that says of what follows where it is: "Швейцариядағы елші". In: the token behind it. */
export function isAttribute({ tokens, lexicon }: Pick<Scan, 'tokens' | 'lexicon'>, to: number): boolean {
  const word = tokens[to - 1]?.folded ?? ''
  return (lexicon.order.attributeEndings ?? []).some((ending) => word.endsWith(ending))
}
