// One thing of a summary that opens its words: a link into the text in a roving tab order, dashed while a person had better look at
// it. (A link and no button, as it flows and breaks with the words around it.)
import { type ReactNode, useId } from 'react'
import { useSelected } from '../state/store.ts'
import type { SummaryLine } from '../state/summary.ts'
import { useStateText } from '../words/field-states.ts'
import { useWords } from '../words/intl.tsx'
import { useCard } from './summary-context.ts'

type LineLinkProps = {
  readonly line: SummaryLine
  readonly className?: string
  /** The line's words as they are shown; the line's text when left out. */
  readonly children?: ReactNode
  /** What follows the words and is not theirs. */
  readonly after?: ReactNode
}

/** The link of a line; lit while its words in the text are pointed at. A line without words of its own leads nowhere. */
export function LineLink({ line, className = '', children, after }: LineLinkProps) {
  const { pointing, first, go, isReal } = useCard()
  const stateText = useStateText()
  const hint = useId()
  const { key, state, why } = line
  const isStop = useSelected(pointing, ({ stop }) => (stop ?? first) === key)
  const lit = useSelected(pointing, (now) => now.lit.has(key))
  const said = stateText(state, why)
  return (
    <a
      href={`#${encodeURIComponent(key)}`}
      draggable={false}
      className={`line ${className}`}
      data-testid="summary-line"
      data-line={key}
      data-state={state}
      data-lit={lit}
      tabIndex={isStop ? 0 : -1}
      title={said === '' ? undefined : said}
      aria-describedby={said === '' ? undefined : hint}
      onFocus={() => pointing.dispatch({ type: 'focused', key })}
      onBlur={() => pointing.dispatch({ type: 'pointed', key: null })}
      onPointerMove={() => isReal() && pointing.dispatch({ type: 'pointed', key })}
      onPointerLeave={() => pointing.dispatch({ type: 'pointed', key: null })}
      onClick={(event) => {
        event.preventDefault()
        go(line)
      }}
    >
      <span className="line-words" dir="auto">
        {children ?? line.text}
      </span>
      {after}
      {said !== '' && (
        <span id={hint} hidden>
          {said}
        </span>
      )}
    </a>
  )
}

/** The number of the paragraph a line's words are in; nothing where that has none. */
export function ParagraphMark({ number }: { readonly number: number | null }) {
  const words = useWords()
  return number === null ? null : <span className="line-mark">{words('window.note.paragraph', { number })}</span>
}
