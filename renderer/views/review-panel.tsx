// What was read in the text, beside it: one tab stop, arrows go from field to field.
import type { KeyboardEvent, RefObject } from 'react'
import { useWords } from '../words/intl.tsx'
import { ReviewEvents } from './review-events.tsx'
import { Documents, LooseOutcomes, Mentions, RemovedItems } from './review-more.tsx'
import { ReviewPeople } from './review-people.tsx'
import { ReviewReport } from './review-report.tsx'
import { ReviewTopics } from './review-topics.tsx'

type ReviewPanelProps = {
  readonly panel: RefObject<HTMLElement | null>
  readonly opening: string
  readonly language: string
}

/** All fields of a reading. */
export function ReviewPanel({ panel, opening, language }: ReviewPanelProps) {
  const words = useWords()
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.defaultPrevented) return
    const next = fieldBeside(fieldsIn(event.currentTarget), event)
    if (next === null) return
    event.preventDefault()
    next.focus()
    next.scrollIntoView({ block: 'nearest' })
  }
  return (
    <aside ref={panel} className="report" lang="en" aria-label={words('window.review.panel')} onKeyDown={press}>
      <ReviewReport opening={opening} language={language} />
      <ReviewEvents />
      <LooseOutcomes />
      <ReviewPeople />
      <Mentions list="places" />
      <Mentions list="organisations" />
      <Documents />
      <ReviewTopics />
      <RemovedItems />
    </aside>
  )
}

/** The fields that can have the focus, in the order they are drawn in. */
export function fieldsIn(panel: HTMLElement): readonly HTMLElement[] {
  return [...panel.querySelectorAll<HTMLElement>('[data-field]')].filter((field) => field.checkVisibility())
}

function fieldBeside(fields: readonly HTMLElement[], { key, target }: KeyboardEvent): HTMLElement | null {
  const at = target instanceof HTMLElement ? fields.indexOf(target) : -1
  if (at < 0) return null
  if (key === 'ArrowDown') return fields[at + 1] ?? null
  if (key === 'ArrowUp') return fields[at - 1] ?? null
  if (key === 'Home') return fields[0] ?? null
  return key === 'End' ? (fields.at(-1) ?? null) : null
}
