// Names of persons as printed: capitalised words, initials and the particles between them, without honorifics and offices.
import { isInPlace } from './placed.ts'
import { isCapital, isSign, type Scan } from './scan.ts'

/** Longest name, in tokens. */
const longestName = 8

/** The end of the name that begins at a token, or null. `afterOffice`: an office stands before it, so a place's name may begin it. */
export function nameEnd(scan: Scan, from: number, afterOffice = false): number | null {
  if (!beginsName(scan, from, afterOffice)) return null
  let to = from + 1
  while (to < from + longestName) {
    const next = partEnd(scan, to)
    if (next === null) break
    to = next
  }
  const single = to === from + 1 && scan.tokens[from]?.words.length === 1
  return single || /^\p{Lu}\.$/u.test(scan.tokens[to - 1]?.words ?? '') ? null : to
}

function beginsName(scan: Scan, at: number, afterOffice: boolean): boolean {
  const place = scan.names.get(at)
  if (place === undefined) return isNameWord(scan, at)
  if (place.kind === 'body' || place.kind === 'adjective' || place.to > at + 1) return false
  // "Vladimir" is a city and a first name: before another name it is a name.
  const mayBeName = afterOffice || place.kind === 'city' || place.doubtful
  return mayBeName && isCapital(scan, at) && isNameWord(scan, at + 1) && scan.names.get(at + 1) === undefined
}

/** Past the next part of a name at a token: a word, an initial, or particles and a word. */
function partEnd(scan: Scan, at: number): number | null {
  if (isNamePart(scan, at)) return at + 1
  let to = at
  for (let next = particleEnd(scan, to); next !== null && to < at + 4; next = particleEnd(scan, to)) to = next
  return to > at && isNamePart(scan, to) ? to + 1 : null
}

function particleEnd({ lexicon, tokens }: Scan, at: number): number | null {
  return lexicon.particle.at(tokens, at)?.to ?? null
}

function isNamePart(scan: Scan, at: number): boolean {
  const place = scan.names.get(at)
  if (place !== undefined && isInPlace(scan, place)) return false
  if (place !== undefined && (place.kind === 'body' || (place.kind !== 'city' && !place.doubtful))) return false
  return isNameWord(scan, at) || isHonorificInside(scan, at)
}

/** "Hassan Sheikh Adan": inside a name an honorific is a name. */
function isHonorificInside({ lexicon, tokens }: Scan, at: number): boolean {
  return (
    tokens[at]?.shape === 'capital' &&
    /^\p{Lu}\p{L}{4,}$/u.test(tokens[at]?.words ?? '') &&
    lexicon.honorific.at(tokens, at)?.to === at + 1
  )
}

/** "al-Hinaidi": the capital stands behind the article. */
const withArabicArticle = /^(?:a[dlnrstz]|ash|el|аль|эль|әл|ас|аш|ад|ар|ан|ат|аз)[-‑’'](?=\p{Lu})/u

/** A capitalised word or an initial that nothing else is known for. */
function isNameWord(scan: Scan, at: number): boolean {
  const { tokens, lexicon } = scan
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word') return false
  if (token.shape === 'lower') return withArabicArticle.test(token.words)
  if (/^\p{Lu}\.$/u.test(token.words) || isInitials(scan, at)) return true
  if (token.words.length === 1 && token.words !== 'U') return false
  if (scan.allCapitals && lexicon.commonWord.at(tokens, at) !== null) return false
  if (token.shape === 'capitals' && !scan.allCapitals && (token.words.length <= 3 || /\./u.test(token.words)))
    return false
  if (lexicon.order.offices !== undefined && beginsOtherwise(scan, at)) return false
  return ![
    lexicon.notName,
    lexicon.officeHead,
    lexicon.bodyHead,
    lexicon.portfolio,
    lexicon.calendarWord,
    lexicon.honorific,
  ].some((list) => list.at(tokens, at)?.to === at + 1)
}

/** "И.С.Верховцев": initials joined to each other, and to the surname or in Cyrillic. */
function isInitials({ tokens, names }: Scan, at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (token === undefined || next?.shape !== 'capital' || names.has(at)) return false
  if (!/^(?:\p{Lu}\.){2,3}$/u.test(token.words)) return false
  return next.start === token.end || /\p{Script=Cyrillic}/u.test(token.words)
}

/** Several words that are something else, and nouns of events at the beginning of a sentence, where a capital says nothing. */
function beginsOtherwise({ tokens, lexicon }: Scan, at: number): boolean {
  if ([lexicon.portfolio, lexicon.bodyHead, lexicon.officeHead].some((list) => list.at(tokens, at) !== null))
    return true
  return at === 0 && (lexicon.eventNoun.at(tokens, at) ?? lexicon.multilateral.at(tokens, at)) !== null
}

/** True behind "in" or "at": what follows is a place. */
export function isBehindPlaceLink({ tokens, lexicon }: Scan, at: number): boolean {
  return lexicon.small.beforePlaces.has(tokens[at - 1]?.folded ?? '')
}

/** True when a word that points to one thing or person stands before a token: "the", "its". */
export function isPointedTo(scan: Scan, at: number): boolean {
  return (
    hasArticle(scan, at) ||
    scan.lexicon.small.possessives.has(scan.tokens[at - 1]?.folded ?? '') ||
    scan.tokens[at - 1]?.kind === 'possessive'
  )
}

/** True when an article stands before a token: what follows is a thing, not a person. */
export function hasArticle(scan: Scan, at: number): boolean {
  return scan.lexicon.small.articles.has(scan.tokens[at - 1]?.folded ?? '')
}

/** Words before which a name of several words stands for a person who does something, and after which one is named. */
export function besideVerb(scan: Scan, from: number, to: number): boolean {
  const before = scan.tokens[from - 1]
  const side = scan.lexicon.side.at(scan.tokens, before?.words === ',' ? from - 2 : from - 1)
  if (side !== null) return true
  const after = scan.tokens[to]
  const { beforePersons, behindThings } = scan.lexicon.small
  if (before?.kind === 'word' && beforePersons.has(before.folded)) return true
  if (after === undefined) return false
  if (after.kind === 'possessive' || isSign(scan, to, ',')) return true
  return after.kind === 'word' && after.shape === 'lower' && !behindThings.has(after.folded)
}
