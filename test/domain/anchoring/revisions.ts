// Revisions of made-up prose whose outcome is known, word by word: what a person may do to a text between two versions of it.
import { type LanguageName, otherWord, type Prose, type Random, type Sentence, sentenceOf, type Word } from './prose.ts'

/** How often each change is made: shares of words, of sentences, of paragraphs. */
export type Rates = {
  readonly replaced: number
  readonly inserted: number
  readonly deleted: number
  readonly sentencesDeleted: number
  readonly sentencesInserted: number
  readonly sentencesMoved: number
  readonly paragraphsSplit: number
  readonly paragraphsMerged: number
  readonly paragraphsMoved: number
  readonly marks: boolean
}
export const noChange: Rates = {
  replaced: 0,
  inserted: 0,
  deleted: 0,
  sentencesDeleted: 0,
  sentencesInserted: 0,
  sentencesMoved: 0,
  paragraphsSplit: 0,
  paragraphsMerged: 0,
  paragraphsMoved: 0,
  marks: false,
}

/** The revised prose. Words that stay keep their identity; `replaced` has those that stay in place but print another word. */
export type Revised = { readonly prose: Prose; readonly replaced: ReadonlySet<number> }

/** Makes a revision. */
export function revise(prose: Prose, name: LanguageName, rates: Rates, random: Random): Revised {
  const replaced = new Set<number>()
  let revised: Prose = prose.map((paragraph) =>
    paragraph
      .filter(() => !random.chance(rates.sentencesDeleted))
      .map((sentence) => rewordedSentence(sentence, name, rates, random, replaced))
      .flatMap((sentence) => (random.chance(rates.sentencesInserted) ? [sentenceOf(name, random), sentence] : [sentence])),
  )
  revised = withSentencesMoved(revised, rates.sentencesMoved, random)
  revised = revised.flatMap((paragraph) => split(paragraph, rates.paragraphsSplit, random))
  revised = merged(revised, rates.paragraphsMerged, random)
  revised = moved(revised, rates.paragraphsMoved, random).filter((paragraph) => paragraph.length > 0)
  return { prose: rates.marks ? withOtherMarks(revised) : revised, replaced }
}

function rewordedSentence(sentence: Sentence, name: LanguageName, rates: Rates, random: Random, replaced: Set<number>): Sentence {
  const near = new Set(sentence.map(({ printed }) => printed))
  return sentence.flatMap((word, index): readonly Word[] => {
    if (!/[\p{L}\p{N}]/u.test(word.printed)) return [word]
    if (random.chance(rates.deleted)) return []
    if (random.chance(rates.replaced)) {
      replaced.add(word.id)
      return [{ ...word, printed: otherWord(name, near, random) }]
    }
    if (index === 0 || !random.chance(rates.inserted)) return [word]
    return [{ id: random.newId(), printed: otherWord(name, near, random), lead: word.lead }, word]
  })
}

function withSentencesMoved(prose: Prose, share: number, random: Random): Prose {
  const paragraphs = prose.map((paragraph) => [...paragraph])
  const taken: Sentence[] = []
  for (const paragraph of paragraphs)
    for (let index = paragraph.length - 1; index >= 0; index--)
      if (random.chance(share)) taken.push(...paragraph.splice(index, 1))
  for (const sentence of taken) {
    const paragraph = random.pick(paragraphs)
    paragraph.splice(random.below(paragraph.length + 1), 0, sentence)
  }
  return paragraphs
}

function split(paragraph: readonly Sentence[], share: number, random: Random): Prose {
  if (paragraph.length < 2 || !random.chance(share)) return [paragraph]
  const at = 1 + random.below(paragraph.length - 1)
  return [paragraph.slice(0, at), paragraph.slice(at)]
}

function merged(prose: Prose, share: number, random: Random): Prose {
  const result: (readonly Sentence[])[] = []
  for (const paragraph of prose) {
    const last = result.at(-1)
    if (last !== undefined && random.chance(share)) result[result.length - 1] = [...last, ...paragraph]
    else result.push(paragraph)
  }
  return result
}

function moved(prose: Prose, share: number, random: Random): Prose {
  const rest = prose.filter(() => true)
  for (let index = rest.length - 1; index >= 0; index--) {
    if (!random.chance(share)) continue
    const [paragraph] = rest.splice(index, 1)
    if (paragraph !== undefined) rest.splice(random.below(rest.length + 1), 0, paragraph)
  }
  return rest
}

const otherMarks: Readonly<Record<string, string>> = { '“': '"', '”': '"', '’': "'", '–': '-', '-': '‑', '«': '“', '»': '”' }

function withOtherMarks(prose: Prose): Prose {
  return prose.map((paragraph) =>
    paragraph.map((sentence) =>
      sentence.map((word) => ({ ...word, printed: otherMarks[word.printed] ?? word.printed })),
    ),
  )
}
