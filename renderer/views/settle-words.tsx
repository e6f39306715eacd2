// What became of a note's words, as its card shows it: the difference, the places that may be meant, or the words that are gone.
import { wordDifference } from '../../domain/anchoring/word-difference.ts'
import type { Note } from '../../domain/notes/note.ts'
import { type Paragraph, paragraphAt } from '../../domain/text/paragraphs.ts'
import { excerptAround } from '../state/excerpt.ts'
import { mostCandidates } from '../state/report.ts'
import { useWords, type Words } from '../words/intl.tsx'

/** The newest version, in which the notes have their places now. */
export type SettleTexts = {
  readonly version: number
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  /** ¶ and the number of the paragraph that a UTF-16 offset of it lies in. */
  readonly paragraphName: (offset: number) => string
}

type SettledWordsProps = { readonly note: Note; readonly texts: SettleTexts }

/** The words of a note in the report, by its state. */
export function SettledWords({ note, texts }: SettledWordsProps) {
  const words = useWords()
  const { state, quote, left } = note
  if (state === 'reworded') return <Difference note={note} texts={texts} />
  if (state !== 'gone') {
    return (
      <>
        <blockquote className="settle-quote" dir="auto">
          {quote}
        </blockquote>
        {state === 'ambiguous' && <Places note={note} texts={texts} />}
      </>
    )
  }
  return (
    <>
      <blockquote className="settle-quote" dir="auto">
        {left ? quote : <del>{quote}</del>}
      </blockquote>
      {!left && <p className="settle-why">{words('window.settle.gone-why', { version: texts.version })}</p>}
    </>
  )
}

/**
 * Where a note was and is: by paragraphs, by the number of places, or in the version it was left in. `asked`: a person was asked about
 * it, so that it was not settled by rule.
 */
export function placeWords(
  words: Words,
  note: Note,
  before: Note | undefined,
  texts: SettleTexts,
  asked: boolean,
): string {
  const { state, left, pending, candidates, start, version } = note
  if (left) return words('window.settle.left', { version })
  if (state === 'ambiguous') return words('window.settle.places', { count: candidates.length })
  const from = (pending ? note : before)?.paragraph ?? null
  const to = start === null ? null : (paragraphAt(texts.paragraphs, start)?.number ?? null)
  if (to === null) return from === null ? '' : words('window.settle.was', { number: from })
  const way =
    from === null || from === to
      ? words('window.note.paragraph', { number: to })
      : words('window.settle.from-to', { from, to })
  if (pending) return way
  const byRule = !asked && (state === 'same' || state === 'moved')
  return `${way} · ${words(byRule ? 'window.settle.nothing-to-do' : 'window.settle.settled')}`
}

function Difference({ note, texts }: SettledWordsProps) {
  const { quote, start, end, pending, history } = note
  const old = pending ? quote : (history.at(-1)?.quote ?? quote)
  const young = start === null || end === null ? '' : texts.text.slice(start, end)
  return (
    <blockquote className="settle-quote" dir="auto" data-testid="settle-difference">
      {keyed(wordDifference(old, young)).map(({ key, kind, words }, at, parts) => {
        const said = words.trimEnd()
        // The white space between the words is no part of the change.
        const touches = kind === 'struck' && said === words && parts[at + 1]?.kind === 'inserted'
        const rest = touches ? ' ' : words.slice(said.length)
        return (
          <span key={key}>
            {kind === 'struck' && <del>{said}</del>}
            {kind === 'inserted' && <ins>{said}</ins>}
            {kind === 'kept' && said}
            {rest}
          </span>
        )
      })}
    </blockquote>
  )
}

/** Parts have no identity but their place. */
function keyed<Part extends object>(parts: readonly Part[]): readonly (Part & { readonly key: number })[] {
  return parts.map((part, key) => ({ ...part, key }))
}

function Places({ note, texts }: SettledWordsProps) {
  const words = useWords()
  const { candidates } = note
  const more = candidates.length - mostCandidates
  return (
    <ol className="settle-places" data-testid="settle-places">
      {candidates.slice(0, mostCandidates).map((span) => {
        const { before, words: found, after } = excerptAround(texts.text, span, texts.paragraphs)
        return (
          <li key={`${span.start} ${span.end}`}>
            {texts.paragraphName(span.start)}{' '}
            <span dir="auto">
              “{before}
              <b>{found}</b>
              {after}”
            </span>
          </li>
        )
      })}
      {more > 0 && <li>{words('window.settle.more-places', { count: more })}</li>}
    </ol>
  )
}
