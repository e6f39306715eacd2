// The cast as the reading shows it: names, other printed forms, office, and what the person stands for.
import { onOneLine } from '../text/lines.ts'
import type { Analysis } from './analysis.ts'
import type { Character } from './cast.ts'
import type { Evidence, OffsetPair, Person } from './reading.ts'
import { offsetsOf } from './when-where.ts'

/** Everybody named, in the order of the cast (events refer to persons by that index). */
export function personsOf(analysis: Analysis): readonly Person[] {
  const spans: OffsetPair[][] = analysis.cast.characters.map(() => [])
  for (const { person, sentence, from, to, by } of analysis.cast.mentions) {
    const scan = analysis.sentences[sentence]?.scan
    if (by === 'name' && scan !== undefined) spans[person]?.push(offsetsOf(scan, from, to))
  }
  return analysis.cast.characters.map((character, index) => personOf(analysis, character, spans[index] ?? []))
}

function personOf(analysis: Analysis, character: Character, spans: readonly OffsetPair[]): Person {
  const { name, holding, affiliation } = character
  const first = spans.find((span) => onOneLine(analysis.text.slice(...span)) === name) ?? spans[0] ?? [0, 0]
  return {
    name,
    aliases: [...character.forms].filter((form) => form !== name),
    role: holding === null ? null : onOneLine(holding.role.words),
    affiliation: affiliation === null ? null : nounOf(analysis, character),
    spans,
    evidence: {
      name: { span: first, via: null, certainty: 'certain' },
      role: roleEvidence(analysis, character),
      affiliation:
        affiliation === null
          ? null
          : { span: [affiliation.name.start, affiliation.name.end], via: null, certainty: 'certain' },
      alike: [...character.alike],
    },
  }
}

/** A country as a noun whatever was printed ("Kazakh" is Kazakhstan); a body as printed. */
function nounOf({ text }: Analysis, { affiliation }: Character): string | null {
  if (affiliation === null) return null
  const { kind, name, start, end } = affiliation.name
  return kind === 'country' || kind === 'adjective' ? name : onOneLine(text.slice(start, end))
}

function roleEvidence({ sentences }: Analysis, { holding }: Character): Evidence | null {
  const scan = holding === null ? undefined : sentences[holding.sentence]?.scan
  if (holding === null || scan === undefined) return null
  const { from, to } = holding.role
  return { span: offsetsOf(scan, from, to), via: null, certainty: 'certain' }
}
