// One session with a bit of everything an officer does, shared by the tests that look at what a session leaves or contacts.
import { basename } from 'node:path'
import type { RunningApp } from './spectron.ts'
import { dragOver, gone, paste, press, readIn, shown, textsOf } from './support.ts'

export type SessionWords = {
  /** A readout; its second paragraph has at least eight words. */
  readonly text: string
  readonly note: string
  readonly tag: string
  /** Typed into the filter of the list, and left there. */
  readonly filter: string
  /** Text of a second briefing, left unsaved in the review. */
  readonly draft: string
  /** Where the notes are exported to. */
  readonly file: string
}

/** Pastes, reviews and saves a text, notes and tags words of it, exports the notes, filters, and leaves a draft unsaved. */
export async function wholeSession(app: RunningApp, words: SessionWords): Promise<void> {
  await readIn(app, words.text)
  const paragraph = (await textsOf(app, 'paragraph'))[1] ?? ''
  await dragOver(app, paragraph.split(' ').slice(2, 7).join(' '))
  await shown(app, 'selection-bar')
  await press(app, '3')
  await (await shown(app, 'note-text')).addValue(words.note)
  await press(app, 'Control', 'Shift', 't')
  await focusIn(app, 'note-tags')
  await app.client.keys(words.tag)
  await press(app, 'Enter')
  await app.client.waitUntil(
    () =>
      app.client.execute(
        (tag: string) => [...document.querySelectorAll('.note-tag')].some(({ textContent }) => textContent === tag),
        words.tag,
      ),
    { timeoutMsg: 'the tag was not taken' },
  )
  await press(app, 'Control', 'Enter')
  await gone(app, 'note-text')

  app.answerDialogs([{ save: words.file }])
  await press(app, 'Control', 'Shift', 'x')
  const toast = await shown(app, 'toast')
  await app.client.waitUntil(async () => (await toast.getText()).includes(basename(words.file)))
  await press(app, 'Control', 'k')
  await focusIn(app, 'list-filter')
  await app.client.keys(words.filter)
  await app.client.waitUntil(
    async () => (await (await shown(app, 'list-filter')).getValue()) === words.filter && (await filtered(app)),
    { timeoutMsg: 'the list was not filtered' },
  )
  await app.client.execute(() => document.querySelector<HTMLElement>('[data-testid="reader-text"]')?.focus())
  await paste(app, words.draft)
  await shown(app, 'review')
  await app.client.waitUntil(() => draftKept(app), { timeoutMsg: 'the draft was not kept' })
}

/** Waits until keys go to the field: it gets the focus once it is drawn. */
function focusIn(app: RunningApp, testId: string): Promise<unknown> {
  return app.client.waitUntil(
    () => app.client.execute((id: string) => document.activeElement?.matches(`[data-testid="${id}"]`) === true, testId),
    { timeoutMsg: `no focus in ${testId}` },
  )
}

/** Whether main has been told of the filter and kept it. */
function filtered(app: RunningApp): Promise<boolean> {
  return app.client.execute(async () => {
    const session = await window.aideMemoire.call('session.get', {})
    return session.ok && session.value.place?.query !== ''
  })
}

function draftKept(app: RunningApp): Promise<boolean> {
  return app.client.execute(async () => {
    const session = await window.aideMemoire.call('session.get', {})
    return session.ok && session.value.draft?.kind === 'briefing'
  })
}
