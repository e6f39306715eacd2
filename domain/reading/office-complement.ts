// What an office is over, where it stands behind the office in capitals: "of Foreign Affairs and Trade", "of the National Assembly".
import { leadFrom } from './office-lead.ts'
import { isCapital, type Scan } from './scan.ts'

/** Past an article at a token. */
export function skipArticle({ tokens, lexicon }: Scan, at: number): number {
  return lexicon.small.definiteArticles.has(tokens[at]?.folded ?? '') ? at + 1 : at
}

/** "and", "&". */
export function isJoining({ tokens, lexicon }: Scan, at: number): boolean {
  return lexicon.small.joining.has(tokens[at]?.folded ?? '')
}

/** Longest complement, in tokens. */
const longestComplement = 16

/**
 * The end of "Foreign Affairs and Trade", "the Board of Trustees of the Future Foundation", "the National Assembly": the run of
 * capitalised words up to the last that is known for something; what follows it in the run is the name.
 */
export function complementEnd(scan: Scan, start: number): number | null {
  let known: number | null = null
  let at = start
  while (at < start + longestComplement) {
    const end = knownEnd(scan, at)
    if (end !== null) {
      at = end
      known = end
    } else if (isCapital(scan, at)) {
      at += 1
      // "Greater Lincolnshire", "New South": the adjective takes the name behind it with it.
      if (known === at - 1 && isDirection(scan, at - 2)) known = at
    } else if (isJoint(scan, at) && runGoesOn(scan, at + 1)) at += 1
    else break
  }
  return known ?? unknownComplement(scan, start)
}

function isDirection({ tokens, lexicon }: Scan, at: number): boolean {
  return lexicon.small.directions.has(tokens[at]?.folded ?? '')
}

/** Past a word that is known for something else than a person: portfolio, body, modifier, common noun, place. */
function knownEnd(scan: Scan, at: number): number | null {
  const { tokens, lexicon } = scan
  const portfolio = lexicon.portfolio.at(tokens, at)
  if (
    portfolio !== null &&
    (isCapital(scan, at) || isJoining(scan, at - 1) || lexicon.small.ofWords.has(tokens[at - 1]?.folded ?? ''))
  )
    return portfolio.to
  if (!isCapital(scan, at)) return null
  const body = lexicon.bodyHead.at(tokens, at) ?? lexicon.notName.at(tokens, at)
  if (body !== null) return body.to
  const name = scan.names.get(at)
  if (name !== undefined && !name.doubtful && name.kind !== 'city') return name.to
  return tokens[at]?.shape === 'capitals' && (tokens[at]?.words.length ?? 0) <= 6 && !scan.allCapitals ? at + 1 : null
}

function isJoint(scan: Scan, at: number): boolean {
  const { definiteArticles, officeJoints } = scan.lexicon.small
  const token = scan.tokens[at]
  if (token === undefined) return false
  if (token.kind === 'possessive' || token.words === ',' || isJoining(scan, at)) return true
  return officeJoints.has(token.folded) || definiteArticles.has(token.folded)
}

/** After a joint the run goes on with something known; a comma must be followed by a portfolio ("Trade, Industry and Energy"). */
function runGoesOn(scan: Scan, at: number): boolean {
  const { tokens, lexicon } = scan
  const joint = tokens[at - 1]?.folded
  if (joint === ',')
    return (
      isCapital(scan, at) && lexicon.portfolio.at(tokens, at) !== null && lexicon.officeHead.at(tokens, at) === null
    )
  if (isJoining(scan, at - 1)) {
    return lexicon.officeHead.at(tokens, at) === null && knownEnd(scan, at) !== null && leadFrom(scan, at) === null
  }
  if (lexicon.small.officeJoints.has(joint ?? '')) {
    const next = skipArticle(scan, at)
    const country = scan.names.get(next)
    return isCapital(scan, next) && country?.kind !== 'country'
  }
  return isCapital(scan, at)
}

/** Capitalised words that no list knows: all but the last two, which are the name ("Governor of Zhetysu Kairat Omarov"). */
function unknownComplement(scan: Scan, start: number): number | null {
  let to = start
  while (isCapital(scan, to) && to < start + 6) to += 1
  const count = to - start
  if (count === 0) return null
  return count >= 3 ? to - 2 : to
}
