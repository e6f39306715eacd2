// The text itself: every paragraph one element with exactly its words as one text node, numbered in the gutter.
import { memo } from 'react'
import type { Paragraph } from '../../domain/text/paragraphs.ts'
import type { Surface } from '../painting/surface.ts'
import { useWords } from '../words/intl.tsx'
import { useCaretKeys } from './use-caret-keys.ts'

type ReaderTextProps = {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly surface: Surface | null
  /** Asked first when Escape is pressed; true when it was used up. */
  readonly onEscape: () => boolean
}

/** The paragraphs of an open text as one place for the focus, in which keys move a caret and select words. */
export function ReaderText({ text, paragraphs, surface, onEscape }: ReaderTextProps) {
  const words = useWords()
  const onKeyDown = useCaretKeys(surface, text)
  return (
    <div
      className="text"
      data-testid="reader-text"
      data-pane-focus="true"
      role="document"
      aria-label={words('window.reader.text')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: words are selected here by keyboard
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && onEscape()) event.preventDefault()
        else onKeyDown(event)
      }}
    >
      <Paragraphs text={text} paragraphs={paragraphs} />
    </div>
  )
}

/** Drawn once for a text, whatever happens over it. */
export const Paragraphs = memo(({ text, paragraphs }: Pick<ReaderTextProps, 'text' | 'paragraphs'>) =>
  paragraphs.map(({ start, end, number, role }) => (
    <p
      key={start}
      data-testid="paragraph"
      data-number={number ?? undefined}
      data-role={role}
      data-start={start}
      dir="auto"
    >
      {text.slice(start, end)}
    </p>
  )),
)
