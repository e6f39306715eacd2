// The window's own listeners: keys of commands, kinds of note, and text that is pasted outside of any field.
import { useEffect } from 'react'
import type { App } from '../actions/app.ts'
import { runCommand } from '../actions/commands.ts'
import { readRich, readText } from '../actions/incoming.ts'
import { addNote } from '../actions/notes.ts'
import { notifyFailure } from '../actions/notice.ts'
import { closePast } from '../actions/versions.ts'
import { listenForCopying } from '../keyboard/copying.ts'
import { commandOf, kindOf } from '../keyboard/keymap.ts'
import { isThrough } from '../state/gate.ts'
import { useApp } from './context.ts'
import { isMac } from './key-hint.tsx'

/** Listens while the window is there. */
export function useKeys(): void {
  const app = useApp()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => pressed(app, event)
    const onPaste = (event: ClipboardEvent) => pasted(app, event)
    const stopCopying = listenForCopying(document, (text) => copied(app, text))
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('paste', onPaste)
    return () => {
      stopCopying()
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('paste', onPaste)
    }
  }, [app])
}

function pressed(app: App, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const inField = isTextField(event.target)
  const command = isMac ? null : commandOf(event, inField)
  if (command !== null) {
    event.preventDefault()
    void runCommand(app, command)
    return
  }
  const { incoming, correcting, settling, reading, previous } = app.store.get()
  const isBusy = incoming.step !== 'none' || correcting !== null || settling !== null || previous.step !== 'none'
  if (inField || isBusy) return
  if (event.key === 'Escape' && reading.past !== null) {
    event.preventDefault()
    closePast(app)
    return
  }
  const kind = kindOf(event)
  const { selection, scope } = app.store.get().reading
  if (kind !== null && (selection !== null || scope === 'briefing')) {
    event.preventDefault()
    void addNote(app, kind)
  }
}

function pasted(app: App, event: ClipboardEvent): void {
  const { incoming, importing, correcting, settling, previous, gate } = app.store.get()
  const isBusy =
    !isThrough(gate) ||
    gate.isProtecting ||
    incoming.step !== 'none' ||
    importing.step !== 'none' ||
    correcting !== null ||
    settling !== null ||
    previous.step !== 'none'
  if (isTextField(event.target) || isBusy) return
  const text = event.clipboardData?.getData('text/plain') ?? ''
  const html = event.clipboardData?.getData('text/html') ?? ''
  const source = { via: 'paste', file: null } as const
  event.preventDefault()
  if (html !== '') void readRich(app, html, text, source)
  else if (text !== '') void readText(app, text, source)
}

/** Hands a chosen text to main; says so in words when the clipboard did not take it. */
async function copied(app: App, text: string): Promise<boolean> {
  const result = await app.client.call('clipboard.copy', { text })
  if (!result.ok) notifyFailure(app, result.failure)
  return result.ok
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement || target instanceof HTMLSelectElement
  )
}
