// The whole way of a draft: twelve notes by keyboard alone, its next version, the report settled by key, and the notes out to a file and
// in again on the same text elsewhere.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { RunningApp } from './spectron.ts'
import { gone, ownFolder, press, readIn, shown, start } from './support.ts'

const subjects = 'tariffs ferries visas grain water rail research health mines customs fisheries archives'.split(' ')
const sentence = (subject: string, verb: string, month: string) =>
  `The ministers ${verb} the joint programme on ${subject} and set its next review for ${month}.`
const months = 'January February March April May June July August September October November December'.split(' ')
const sentences = subjects.map((subject, at) => sentence(subject, 'welcomed', months[at] ?? ''))
const draft = ['Draft of the closing statement', ...sentences].join('\n\n')
/** One paragraph moved to the end, two reworded, one taken out, one put in. */
const revised = [
  'Draft of the closing statement',
  'A paragraph on the calendar was put in here.',
  ...sentences.flatMap((words, at) => {
    if (at === 0 || at === 5) return []
    return at === 3 || at === 8 ? [words.replace('welcomed', 'took note of')] : [words]
  }),
  sentences[0] ?? '',
].join('\n\n')

type Kept = { readonly kind: string; readonly text: string; readonly quote: string; readonly start: number | null }

/** What is written of the notes of the briefing read in last and where it stands; `waiting`: those that a person has to settle. */
function notesOf(app: RunningApp): Promise<{ readonly kept: readonly Kept[]; readonly waiting: number }> {
  return app.client.execute(async () => {
    const listed = await window.aideMemoire.call('library.rows', {})
    const rows = listed.ok ? listed.value.rows.toSorted((a, b) => (a.created < b.created ? 1 : -1)) : []
    const id = rows[0]?.id ?? ''
    const opened = await window.aideMemoire.call('briefing.open', { id })
    const notes = opened.ok ? opened.value.notes : []
    const kept = notes.filter(({ left }) => !left)
    return {
      kept: kept.map(({ kind, text, quote, start }) => ({ kind, text, quote, start })),
      waiting: notes.filter(({ pending }) => pending).length,
    }
  })
}

const cards = (app: RunningApp) =>
  app.client.execute(() => document.querySelectorAll('[data-testid="note-card"]').length)
/** Waits until the focus is there: it moves once what it goes to is drawn. */
const focusIn = (app: RunningApp, testId: string) =>
  app.client.waitUntil(
    () =>
      app.client.execute(
        (id: string) => document.activeElement?.closest<HTMLElement>('[data-testid]')?.dataset.testid === id,
        testId,
      ),
    { timeoutMsg: `no focus in ${testId}` },
  )
const notice = async (app: RunningApp) => (await shown(app, 'toast')).getText()

it('a draft is annotated by keyboard alone, reissued and settled, and its notes go out and come in the same', async () => {
  const folder = await ownFolder()
  const app = await start(folder)
  await readIn(app, draft)
  await app.client.execute(() => document.querySelector<HTMLElement>('[data-testid="reader-text"]')?.focus())
  await press(app, 'Control', 'Home')
  for (const [at, subject] of subjects.entries()) {
    await press(app, 'Control', 'ArrowDown')
    await press(app, 'Alt', 'Shift', 'ArrowRight')
    await shown(app, 'selection-bar')
    await press(app, `${(at % 8) + 1}`)
    await (await shown(app, 'note-text')).addValue(`On ${subject}`)
    await press(app, 'Escape')
    await gone(app, 'note-text')
    await focusIn(app, 'note-card')
    await press(app, 'Alt', 'Enter')
    await focusIn(app, 'reader-text')
  }
  expect(await cards(app)).toBeGreaterThan(0)
  const before = await notesOf(app)
  expect(before.kept.map(({ quote }) => quote)).toEqual(sentences)

  await press(app, 'Control', 'Shift', 'n')
  await (await shown(app, 'review-text')).click()
  await app.client.execute((words: string) => document.execCommand('insertText', false, words), revised)
  await press(app, 'Control', 'Enter')
  const left = await shown(app, 'settle-left')
  expect(await left.getText()).toBe('3 to settle')
  await app.screenshot('twelve-notes-report')
  for (const count of ['2 to settle', '1 to settle', 'all settled']) {
    const state = await app.client.execute(
      () => document.querySelector<HTMLElement>('[data-testid="settle-card"][data-active="true"]')?.dataset.state,
    )
    await press(app, state === 'gone' ? 'l' : 'Enter')
    await app.client.waitUntil(async () => (await left.getText()) === count)
  }
  await press(app, 'Enter')
  await gone(app, 'settle')
  const settled = await notesOf(app)
  expect(settled.waiting).toBe(0)
  expect(settled.kept).toHaveLength(11)
  for (const { quote, start } of settled.kept) expect(revised.slice(start ?? 0).startsWith(quote)).toBe(true)

  const file = join(folder, 'notes.jsonld')
  app.answerDialogs([{ save: file }])
  await press(app, 'Control', 'Shift', 'x')
  await app.client.waitUntil(async () => (await notice(app)).includes('notes.jsonld'))
  for (const { quote } of settled.kept) expect(readFileSync(file, 'utf8')).toContain(JSON.stringify(quote))

  await readIn(app, revised)
  app.answerDialogs([{ open: [file] }])
  await press(app, 'Control', 'Shift', 'i')
  // The note that was left in version 1 has no place here: it waits for a person.
  const report = await shown(app, 'settle-left')
  await app.client.waitUntil(async () => (await report.getText()) === '1 to settle')
  await app.screenshot('twelve-notes-imported')
  await press(app, 'l')
  await app.client.waitUntil(async () => (await report.getText()) === 'all settled')
  expect((await notesOf(app)).kept).toEqual(settled.kept)
})
