// The text itself: every paragraph one element with exactly its words as one text node, numbered in the gutter. What belongs to its
// notes stands beside it, never in it.
import { type MouseEvent, memo, useId } from 'react'
import type { Note } from '../../domain/notes/note.ts'
import type { Paragraph } from '../../domain/text/paragraphs.ts'
import { chooseParagraph } from '../actions/note-places.ts'
import type { Surface } from '../painting/surface.ts'
import type { ParagraphNotes } from '../state/paragraph-notes.ts'
import { useWords } from '../words/intl.tsx'
import { useApp } from './context.ts'
import { ParagraphMarks, ParagraphTwin } from './paragraph-notes.tsx'
import { useCaretKeys } from './use-caret-keys.ts'
import { useParagraphNotes } from './use-paragraph-notes.ts'
import { useSpokenCaret } from './use-spoken-caret.ts'

type ReaderTextProps = {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly surface: Surface | null
  /** Asked first when Escape is pressed; true when it was used up. */
  readonly onEscape: () => boolean
}

/** The paragraphs of an open text as one place for the focus, in which keys move a caret and select words. */
export function ReaderText({ text, paragraphs, surface, onEscape }: ReaderTextProps) {
  const app = useApp()
  const words = useWords()
  const speak = useSpokenCaret(text, paragraphs, true)
  const onKeyDown = useCaretKeys(surface, text, speak)
  const { whole, all } = useParagraphNotes(paragraphs)
  return (
    <div
      className="text"
      data-testid="reader-text"
      data-pane-focus="true"
      role="document"
      aria-label={words('window.reader.text')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: words are selected here by keyboard
      tabIndex={0}
      onMouseDown={(event) => numberAt(event) !== null && event.preventDefault()}
      onClick={(event) => {
        const start = numberAt(event)
        if (start === null) return
        event.stopPropagation()
        chooseParagraph(app, start)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && onEscape()) event.preventDefault()
        else onKeyDown(event)
      }}
    >
      <Paragraphs text={text} paragraphs={paragraphs} whole={whole} all={all} />
    </div>
  )
}

/** Where a paragraph begins (UTF-16 offset) whose number in the gutter the pointer is on; null elsewhere. */
function numberAt({ target, clientX }: MouseEvent): number | null {
  if (!(target instanceof HTMLElement) || target.dataset.testid !== 'paragraph') return null
  const box = target.getBoundingClientRect()
  return clientX < box.left || clientX > box.right ? Number(target.dataset.start) : null
}

type ParagraphsProps = Pick<ReaderTextProps, 'text' | 'paragraphs'> & {
  /** Notes on whole paragraphs, and all notes; none where the text is shown without notes. */
  readonly whole?: ParagraphNotes
  readonly all?: ParagraphNotes
}

/**
 * In longer texts, paragraphs out of view are not laid out. Not in shorter ones: each time one comes into view the page looks through
 * all painted notes again, which costs frames while a text with many notes is scrolled.
 */
const manyParagraphs = 300

/** The paragraphs of a text. Each is drawn once, whatever happens over it, and what stands beside it when its notes change. */
export function Paragraphs({ text, paragraphs, whole, all }: ParagraphsProps) {
  return paragraphs.map((paragraph) => {
    const { start, end, number, role } = paragraph
    return (
      <OneParagraph
        key={start}
        start={start}
        words={text.slice(start, end)}
        number={number}
        role={role}
        lazy={paragraphs.length > manyParagraphs}
        whole={whole?.get(start)}
        all={all?.get(start)}
      />
    )
  })
}

type OneParagraphProps = Pick<Paragraph, 'start' | 'number' | 'role'> & {
  readonly words: string
  readonly lazy: boolean
  readonly whole: readonly Note[] | undefined
  readonly all: readonly Note[] | undefined
}

const OneParagraph = memo(({ start, words, number, role, lazy, whole, all }: OneParagraphProps) => {
  const twin = useId()
  return (
    <div className="paragraph" data-lazy={lazy} dir="auto">
      <p
        data-testid="paragraph"
        data-number={number ?? undefined}
        data-role={role}
        data-start={start}
        aria-details={all === undefined ? undefined : twin}
      >
        {words}
      </p>
      {whole !== undefined && <ParagraphMarks notes={whole} number={number} />}
      {all !== undefined && <ParagraphTwin id={twin} notes={all} />}
    </div>
  )
})
