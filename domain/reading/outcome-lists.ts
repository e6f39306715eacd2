// Results told as a list: "The parties commit to the following:" and its items.
import type { Reviewed } from './analysis.ts'
import type { OutcomeKind } from './reading.ts'

/** "(a)", "(iv)", "2)", "–": the items of a list that a sentence with a colon opens. */
export function isItem(words: string): boolean {
  return /^(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).]|[-–—•*])\s/u.test(words)
}

/** What the items are that follow "The parties commit to the following:" or "witnessed the exchange of the following documents:". */
export function listKind({ scan }: Reviewed): OutcomeKind | null {
  const { lexicon, tokens } = scan
  for (let at = 0; at < tokens.length; at += 1) {
    const verb = lexicon.outcomeVerb.at(tokens, at)
    if (verb !== null) return verb.value
    if (
      tokens[at]?.folded === 'exchange' &&
      tokens.some(({ folded }) => /^(?:documents|agreements|instruments|memoranda)$/u.test(folded))
    )
      return 'signed'
  }
  return null
}
