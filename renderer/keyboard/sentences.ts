// Sentences of one drawn paragraph, for the caret: broken as the reading breaks them, with the abbreviations of all languages it knows.
import { abbreviations as english } from '../../assets/reading/en.json'
import { abbreviations as french } from '../../assets/reading/fr.json'
import { abbreviations as kazakh } from '../../assets/reading/kk.json'
import { abbreviations as russian } from '../../assets/reading/ru.json'
import { sentencesOf } from '../../domain/reading/sentences.ts'
import type { Span } from '../../domain/span.ts'
import { fold } from '../../domain/text/fold.ts'

const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' })
const abbreviations: ReadonlySet<string> = new Set(
  [english, french, kazakh, russian].flat().map((word) => fold(word).replace(/\.$/u, '')),
)

/** The sentences of a paragraph in order, without white space around them. In and out: UTF-16 offsets into the text. */
export function sentencesIn(text: string, { start, end }: Span): readonly Span[] {
  const paragraph = { start, end, number: null, role: 'body' } as const
  return sentencesOf(text, [paragraph], segmenter, (word) => abbreviations.has(fold(word)))
}
