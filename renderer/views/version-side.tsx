// One version of a text in the report: its paragraphs, the words of the note that is looked at in a frame, and a caret to select words.
import type { KeyboardEvent, RefObject } from 'react'
import type { Span } from '../../domain/span.ts'
import type { Paragraph } from '../../domain/text/paragraphs.ts'
import type { Surface } from '../painting/surface.ts'
import { useWords } from '../words/intl.tsx'
import { WordsFrame } from './active-frame.tsx'
import { Paragraphs } from './reader-text.tsx'
import { TextCaret } from './text-caret.tsx'
import { useCaretKeys } from './use-caret-keys.ts'
import { useSpokenCaret } from './use-spoken-caret.ts'

export type ShownVersion = {
  readonly number: number
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
}

type VersionSideProps = {
  readonly version: ShownVersion
  readonly language: string
  readonly root: RefObject<HTMLDivElement | null>
  readonly surface: Surface | null
  /** The words in frames. */
  readonly framed: readonly Span[]
  readonly testId: string
  readonly onPointerDown?: () => void
  /** Asked first; true when the key was used up. */
  readonly onKey?: (event: KeyboardEvent) => boolean
}

/** A version's text with a scroller of its own. */
export function VersionSide(props: VersionSideProps) {
  const { version, language, root, surface, framed, testId, onPointerDown, onKey } = props
  const words = useWords()
  const speak = useSpokenCaret(version.text, version.paragraphs, false)
  const onKeyDown = useCaretKeys(surface, version.text, speak)
  const label = words('window.settle.version', { version: version.number })
  return (
    <section className="version-side" aria-label={label}>
      <div className="version-page">
        <h2>{label}</h2>
        <div
          ref={root}
          className="text"
          data-testid={testId}
          lang={language}
          role="document"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: words are selected here by keyboard
          tabIndex={0}
          aria-label={label}
          onPointerDown={onPointerDown}
          onKeyDown={(event) => {
            if (onKey?.(event) !== true && event.key !== 'Escape') onKeyDown(event)
          }}
        >
          <Paragraphs text={version.text} paragraphs={version.paragraphs} />
        </div>
        {framed.map(({ start, end }) => (
          <WordsFrame key={`${start} ${end}`} surface={surface} start={start} end={end} />
        ))}
        <TextCaret surface={surface} />
      </div>
    </section>
  )
}
