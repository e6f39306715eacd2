// The text under review: what was read in it underlined by kind, words to be selected and made into something.
import { type RefObject, useRef } from 'react'
import { Button, Toolbar } from 'react-aria-components'
import type { Span } from '../../domain/span.ts'
import type { Surface } from '../painting/surface.ts'
import { type Addition, additionKeys, additions } from '../state/additions.ts'
import { useSelected } from '../state/store.ts'
import { useWords } from '../words/intl.tsx'
import { KeyHint } from './key-hint.tsx'
import { Paragraphs } from './reader-text.tsx'
import { useDesk } from './review-context.ts'
import { SelectionPlace } from './selection-place.tsx'
import { TextCaret } from './text-caret.tsx'
import { useCaretKeys } from './use-caret-keys.ts'
import { useSpokenCaret } from './use-spoken-caret.ts'
import { useTextSelection } from './use-text-selection.ts'

type ReviewTextProps = {
  readonly root: RefObject<HTMLDivElement | null>
  readonly surface: Surface | null
  readonly language: string
  readonly selection: Span | null
  readonly onSelect: (span: Span | null) => void
  readonly onAdd: (addition: Addition) => void
  readonly pointer: object
  /** A click on words: their fields are brought into view. */
  readonly onClick: () => void
  /** Enter on words: the focus goes to their field. */
  readonly onEnter: () => void
}

/** The text with its own scroller; the bar beside a selection while something can be added. */
export function ReviewText(props: ReviewTextProps) {
  const { root, surface, language, selection, onSelect, onAdd, pointer, onClick, onEnter } = props
  const words = useWords()
  const { text, changeable } = useDesk()
  const scroller = useRef<HTMLElement>(null)
  const { onPointerDown } = useTextSelection(surface, text.text, onSelect)
  const speak = useSpokenCaret(text.text, text.paragraphs, false)
  const onKeyDown = useCaretKeys(surface, text.text, speak)
  return (
    <section ref={scroller} className="review-text" aria-label={words('window.review.text')}>
      <div className="review-page">
        <div
          ref={root}
          className="text"
          data-testid="reader-text"
          lang={language}
          role="document"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: words are selected here by keyboard
          tabIndex={0}
          aria-label={words('window.reader.text')}
          onPointerDown={onPointerDown}
          onClick={onClick}
          onKeyDown={(event) => {
            const alone = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
            if (event.key === 'Enter' && alone && selection === null) {
              // The field that gets the focus must not take the rest of this key for its own.
              event.preventDefault()
              onEnter()
            }
            if (event.key !== 'Escape' || selection !== null) onKeyDown(event)
            if (event.key === 'Escape' && selection !== null) event.stopPropagation()
          }}
          {...pointer}
        >
          <Paragraphs text={text.text} paragraphs={text.paragraphs} />
        </div>
        <TextCaret surface={surface} />
        {selection !== null && changeable && (
          <SelectionPlace surface={surface} scroller={scroller} span={selection}>
            <AddBar onAdd={onAdd} />
          </SelectionPlace>
        )}
      </div>
    </section>
  )
}

function AddBar({ onAdd }: { readonly onAdd: (addition: Addition) => void }) {
  const words = useWords()
  const { outcomeWords, pointing } = useDesk()
  const outcome = useSelected(pointing, outcomeWords.meant)
  return (
    <Toolbar
      className="selection-bar"
      data-testid="add-bar"
      aria-label={words('window.review.add')}
      onMouseDown={(event) => event.preventDefault()}
    >
      {outcome !== null && (
        <Button
          className="kind-choice"
          data-testid="give-words"
          aria-keyshortcuts="w"
          onPress={() => outcomeWords.give(outcome)}
        >
          {words('window.outcomes.these-words')}
          <KeyHint>{words('window.key.words')}</KeyHint>
        </Button>
      )}
      {additions.map((addition) => (
        <Button
          key={addition}
          className="kind-choice"
          data-addition={addition}
          aria-keyshortcuts={additionKeys[addition]}
          onPress={() => onAdd(addition)}
        >
          {words(`window.add.${addition}`)}
          <KeyHint>{additionKeys[addition].toUpperCase()}</KeyHint>
        </Button>
      ))}
    </Toolbar>
  )
}
