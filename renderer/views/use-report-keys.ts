// The keys of the report, one for each decision, and the focus: on the card that is looked at, in the text while words are selected, on
// the way back when all is settled.
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import type { App } from '../actions/app.ts'
import { notify } from '../actions/notice.ts'
import {
  attaching,
  keptHere,
  leftBehind,
  onCandidate,
  settle,
  stepToSettle,
  stopSettling,
  waitingAgain,
} from '../actions/settling.ts'
import { bareKey } from '../keyboard/keymap.ts'
import { useApp } from './context.ts'
import type { ShownReport } from './use-report.ts'

/** The handler for the whole report. Keys of a button and of the texts stay theirs. */
export function useReportKeys(): (event: KeyboardEvent) => void {
  const app = useApp()
  return (event) => {
    const key = bareKey(event.nativeEvent)
    if (key === null || event.defaultPrevented || event.shiftKey) return
    const { target } = event
    const inText = target instanceof Element && target.closest('.text') !== null
    if (key === 'escape') leave(app)
    else if (key === 'r') attaching(app, true)
    else if (inText || event.repeat || !acted(app, key, target)) return
    event.preventDefault()
    event.stopPropagation()
  }
}

function leave(app: App): void {
  if (app.store.get().settling?.attaching === true) attaching(app, false)
  else stopSettling(app)
}

function acted(app: App, key: string, target: EventTarget): boolean {
  const onButton = target instanceof Element && target.closest('button, summary') !== null
  if (/^[1-9]$/.test(key)) void settle(app, (note) => onCandidate(note, Number(key) - 1))
  else if (key === 'l') void settle(app, leftBehind)
  else if (key === 'backspace') void settle(app, waitingAgain(app.store.get().settling?.asked ?? []))
  else if (key === 'arrowdown') stepToSettle(app, 1)
  else if (key === 'arrowup') stepToSettle(app, -1)
  else if (key === 'enter' && !onButton) keep(app)
  else return false
  return true
}

function keep(app: App): void {
  void settle(app, (note) => {
    // Which of several places is meant, a person says; Enter must not be taken for the first.
    if (note.pending && note.state === 'ambiguous') notify(app, 'window.settle.choose')
    return keptHere(note)
  })
}

/** Moves the focus with what is looked at. */
export function useReportFocus(
  root: RefObject<HTMLElement | null>,
  { active, attaching: selecting, report }: ShownReport,
): void {
  const noteId = active?.noteId ?? null
  const finished = report.toSettle === 0
  const wasFinished = useRef<boolean | null>(null)
  useEffect(() => {
    const done = finished && wasFinished.current !== true
    wasFinished.current = finished
    if (selecting) return
    const selector = done ? '[data-report-done]' : `[data-id="${CSS.escape(noteId ?? '')}"]`
    const target = root.current?.querySelector<HTMLElement>(selector)
    if (target === null || target === undefined || target.contains(document.activeElement)) return
    target.focus({ preventScroll: true })
    target.scrollIntoView({ block: 'nearest' })
  }, [root, noteId, selecting, finished])
}
