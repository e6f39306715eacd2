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

/**
 * The revised prose. Words that stay keep their identity; `replaced` has those that stay in place but print another word, `moved`
 * those of sentences that were moved by themselves.
 */
export type Revised = {
  readonly prose: Prose
  readonly replaced: ReadonlySet<number>
  readonly moved: ReadonlySet<number>
}

/** Makes a revision. */
export function revise(prose: Prose, name: LanguageName, rates: Rates, random: Random): Revised {
  const replaced = new Set<number>()
  const movedWords = new Set<number>()
  const deleted = new Set(prose.flat().filter(() => random.chance(rates.sentencesDeleted)))
  let revised: Prose = prose.map((paragraph) =>
    paragraph
      .filter((sentence) => !deleted.has(sentence))
      .map((sentence) => rewordedSentence(sentence, name, rates, random, replaced))
      .flatMap((sentence) => {
        const isNew = random.chance(rates.sentencesInserted)
        return isNew ? [...newSentence(name, prose.flat(), random), sentence] : [sentence]
      }),
  )
  revised = withSentencesMoved(revised, rates.sentencesMoved, random, movedWords)
  revised = revised.flatMap((paragraph) => split(paragraph, rates.paragraphsSplit, random))
  revised = merged(revised, rates.paragraphsMerged, random)
  revised = moved(revised, rates.paragraphsMoved, random).filter((paragraph) => paragraph.length > 0)
  return { prose: rates.marks ? withOtherMarks(revised) : revised, replaced, moved: movedWords }
}

/**
 * A sentence with less than half of its words in common with any of the text before: else nobody could tell from the two texts that
 * it is not one of these, reworded. Nothing when chance gives none.
 */
function newSentence(name: LanguageName, known: readonly Sentence[], random: Random): readonly Sentence[] {
  for (let tries = 0; tries < 40; tries++) {
    const sentence = sentenceOf(name, random)
    if (known.every((other) => shareInCommon(sentence, other) < 0.5)) return [sentence]
  }
  return []
}

function shareInCommon(one: Sentence, other: Sentence): number {
  const [words, others] = [one, other].map((sentence) =>
    sentence.map(({ printed }) => printed.toLowerCase()).filter((printed) => /[\p{L}\p{N}]/u.test(printed)),
  )
  let row = new Array<number>((others?.length ?? 0) + 1).fill(0)
  for (const word of words ?? []) {
    const next = [0]
    for (const [index, there] of (others ?? []).entries())
      next.push(word === there ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
    row = next
  }
  return (2 * (row.at(-1) ?? 0)) / ((words?.length ?? 0) + (others?.length ?? 0))
}

function rewordedSentence(
  sentence: Sentence,
  name: LanguageName,
  rates: Rates,
  random: Random,
  replaced: Set<number>,
): Sentence {
  const near = new Set(sentence.map(({ printed }) => printed))
  return sentence.flatMap((word, index): readonly Word[] => {
    if (!/[\p{L}\p{N}]/u.test(word.printed)) return [word]
    if (random.chance(rates.deleted)) return []
    if (random.chance(rates.replaced)) {
      replaced.add(word.id)
      return [{ ...word, printed: otherWord(name, near, random) }]
    }
    const isGlued = index === 0 || (word.lead === '' && name !== 'chinese')
    if (isGlued || !random.chance(rates.inserted)) return [word]
    return [{ id: random.newId(), printed: otherWord(name, near, random), lead: word.lead }, word]
  })
}

function withSentencesMoved(prose: Prose, share: number, random: Random, movedWords: Set<number>): Prose {
  const paragraphs = prose.map((paragraph) => [...paragraph])
  const taken: Sentence[] = []
  for (const paragraph of paragraphs)
    for (let index = paragraph.length - 1; index >= 0; index--)
      if (random.chance(share)) taken.push(...paragraph.splice(index, 1))
  for (const sentence of taken) {
    for (const { id } of sentence) movedWords.add(id)
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

const otherMarks: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '’': "'",
  '–': '-',
  '-': '‑',
  '«': '“',
  '»': '”',
}

function withOtherMarks(prose: Prose): Prose {
  return prose.map((paragraph) =>
    paragraph.map((sentence) =>
      sentence.map((word) => ({ ...word, printed: otherMarks[word.printed] ?? word.printed })),
    ),
  )
}
