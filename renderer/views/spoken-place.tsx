// The one place in the window where messages stand that are only spoken. A screen reader says what is new in it when it has a moment.
import { useEffect, useRef, useState } from 'react'
import { useSelected } from '../state/store.ts'
import { useWords } from '../words/intl.tsx'
import { spokenWords } from '../words/spoken.ts'
import { useApp } from './context.ts'

/** Milliseconds after which a message is taken away, so that nobody who reads through the window comes upon it. */
const stays = 6_000
/** Not heard, but it makes a message another one: the same words twice in a row are said twice. */
const noBreakSpace = '\u00a0'

/** The newest spoken message. */
export function SpokenPlace() {
  const app = useApp()
  const words = useWords()
  const spoken = useSelected(app.spoken, (message) => message)
  const odd = useRef(false)
  const [text, setText] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words for the same message are no new message
  useEffect(() => {
    if (spoken === null) return
    odd.current = !odd.current
    setText(`${spokenWords(words, spoken)}${odd.current ? noBreakSpace : ''}`)
    const timer = setTimeout(() => setText(''), stays)
    return () => clearTimeout(timer)
  }, [spoken])
  return (
    <div className="visually-hidden" role="status" aria-live="polite" aria-atomic="true" data-testid="spoken">
      {text}
    </div>
  )
}
