// A text is reissued: the new version is stored, every note of the draft is accounted for and settled by keyboard, earlier versions stay
// readable, and nothing typed or decided is lost.
import { expect, it } from 'vitest'
import type { NoteKind } from '../../domain/notes/note.ts'
import type { RunningApp } from './spectron.ts'
import { expectSound, gone, ownFolder, press, readIn, shown, start, textsOf } from './support.ts'

const draft = [
  'Council of the Inland Sea: draft of the closing statement',
  'SANTA REA, 15 April 2024 — The ministers met in Santa Rea on 12 April.',
  'They called the neighbouring country a key political and economic partner and a reliable ally.',
  'At the close, ministers welcomed the progress made in the programme and its three annexes.',
  'They agreed to work together on trade, energy, transport and logistics.',
  'The secretariat will report on implementation by 30 June.',
  'The next session is planned for the autumn in Port Vell.',
]
const revised = [
  draft[0],
  draft[1],
  'A new paragraph on the convention stands here.',
  'At the close, ministers took note of the progress made in the programme and its three annexes.',
  'A working group on customs in transport and logistics was set up.',
  'Customs offices were asked to publish their opening hours in both languages.',
  'Experts will meet in June to speak about roads and ports, and in transport and logistics alike.',
  draft[2],
  draft[6],
]
const written: readonly (readonly [NoteKind, string, string])[] = [
  ['question', 'welcomed the progress made', 'Compare with the 2019 text.'],
  ['line', 'transport and logistics', 'Same words as ours of March.'],
  ['commitment', 'The secretariat will report on implementation by 30 June.', 'Who wrote this?'],
  ['position', 'key political and economic partner and a reliable ally', ''],
  ['highlight', 'planned for the autumn', ''],
]

type Note = { readonly noteId: string; readonly quote: string; readonly state: string; readonly left: boolean }

/** Makes notes on words of the open text, as the window makes them. */
async function annotate(app: RunningApp, notes: readonly (readonly [NoteKind, string, string])[]): Promise<void> {
  const made = await app.client.execute(async (all: readonly (readonly [NoteKind, string, string])[]) => {
    const rows = await window.aideMemoire.call('library.rows', {})
    const briefingId = rows.ok ? (rows.value.rows[0]?.id ?? '') : ''
    const opened = await window.aideMemoire.call('briefing.open', { id: briefingId })
    const text = opened.ok ? (opened.value.briefing.versions.at(-1)?.text ?? '') : ''
    for (const [kind, words, said] of all) {
      const start = text.indexOf(words)
      const span = { start, end: start + words.length }
      const note = { briefingId, version: 1, scope: 'words', span, kind, text: said } as const
      const added = await window.aideMemoire.call('note.add', note)
      if (!added.ok) return added.failure.code
    }
    return null
  }, notes)
  expect(made).toBeNull()
  await shown(app, 'note-card')
}

/** The notes as main has them. */
function storedNotes(app: RunningApp): Promise<readonly Note[]> {
  return app.client.execute(async () => {
    const rows = await window.aideMemoire.call('library.rows', {})
    const opened = await window.aideMemoire.call('briefing.open', { id: rows.ok ? (rows.value.rows[0]?.id ?? '') : '' })
    return opened.ok ? opened.value.notes.map(({ noteId, quote, state, left }) => ({ noteId, quote, state, left })) : []
  })
}

async function withDraft(folder: string): Promise<RunningApp> {
  const app = await start(folder)
  await readIn(app, draft.join('\n\n'))
  await annotate(app, written)
  return app
}

/** Stores a new version by keyboard. */
async function revise(app: RunningApp, text: string): Promise<void> {
  await press(app, 'Control', 'Shift', 'n')
  await (await shown(app, 'review-text')).click()
  await fill(app, text)
  await press(app, 'Control', 'Enter')
}

/** Puts words into the focused field at once, as a paste does. */
async function fill(app: RunningApp, text: string): Promise<void> {
  await app.client.execute((words: string) => {
    document.execCommand('selectAll')
    document.execCommand('insertText', false, words)
  }, text)
}

const left = async (app: RunningApp) => (await shown(app, 'settle-left')).getText()
const until = (app: RunningApp, words: string) =>
  app.client.waitUntil(async () => (await left(app)) === words, { timeoutMsg: `not said: ${words}` })
/** The state of the card that is looked at, and whether it has the focus. */
const active = (app: RunningApp) =>
  app.client.execute(() => {
    const card = document.querySelector<HTMLElement>('[data-testid="settle-card"][data-active="true"]')
    return `${card?.dataset.state} ${card?.dataset.pending} ${card === document.activeElement}`
  })

it('a draft with notes gets its next version, and its report is settled by keyboard alone and is so after a restart', async () => {
  const folder = await ownFolder()
  const app = await withDraft(folder)
  await press(app, 'Control', 'Shift', 'n')
  await shown(app, 'revise')
  await expectSound(app)
  await app.screenshot('revise-empty')
  await press(app, 'Escape')
  await gone(app, 'revise')
  await revise(app, revised.join('\n\n'))
  await shown(app, 'settle')
  await app.screenshot('settle-light')
  expect(await textsOf(app, 'count-same')).toEqual(['2 same'])
  expect(await left(app)).toBe('3 to settle')
  await expectSound(app)

  await app.client.waitUntil(async () => (await active(app)) === 'reworded true true')
  await press(app, 'Enter')
  await until(app, '2 to settle')
  expect(await active(app)).toBe('ambiguous true true')
  await app.screenshot('settle-ambiguous')
  await press(app, '2')
  await until(app, '1 to settle')
  expect(await active(app)).toBe('gone true true')
  await app.screenshot('settle-gone')
  await press(app, 'l')
  await until(app, 'all settled')
  await shown(app, 'all-settled')
  await expectSound(app)
  await app.screenshot('settle-all')
  await lookAround(app, 'settle-all')
  await press(app, 'Enter')
  await gone(app, 'settle')
  await app.stop()

  const again = await start(folder)
  await shown(again, 'reader-text')
  const notes = await storedNotes(again)
  const byQuote = new Map(notes.map((note) => [note.quote, note]))
  expect(byQuote.get('took note of the progress made')?.state).toBe('reworded')
  expect(byQuote.get('transport and logistics')?.state).toBe('moved')
  expect(byQuote.get('The secretariat will report on implementation by 30 June.')?.left).toBe(true)
  expect(await (await again.client.$('[data-testid="reader-settle"]')).isExisting()).toBe(false)
})

/** Looks at a state in the dark, from right to left, and in a narrow window, and finds it sound in each. */
async function lookAround(app: RunningApp, name: string): Promise<void> {
  const looks = [
    ['dark', { theme: 'dark' }, 1440],
    ['rtl', { theme: 'light', locale: 'en-XA' }, 1400],
    ['narrow', { theme: 'light', locale: 'en' }, 1000],
  ] as const
  for (const [look, settings, width] of looks) {
    await app.client.execute((changed: object) => window.aideMemoire.call('settings.set', changed), settings)
    await app.client.setWindowSize(width, 900)
    await expectSound(app)
    await app.screenshot(`${name}-${look}`)
  }
  await app.client.setWindowSize(1440, 900)
}

it('a gone note is put on words selected by keyboard, and Ctrl+Z has every decision wait again', async () => {
  const app = await withDraft(await ownFolder())
  await revise(app, revised.join('\n\n'))
  await shown(app, 'settle')
  await lookAround(app, 'settle')
  await app.client.waitUntil(async () => (await active(app)) === 'reworded true true')
  await press(app, 'ArrowDown')
  expect(await active(app)).toBe('ambiguous true true')
  await press(app, 'ArrowDown')
  expect(await active(app)).toBe('gone true true')
  await press(app, 'r')
  await shown(app, 'attach-bar')
  await press(app, 'Control', 'Home')
  await press(app, 'Escape')
  await gone(app, 'attach-bar')
  expect(await active(app)).toBe('gone true true')
  await press(app, 'r')
  await shown(app, 'attach-bar')
  await press(app, 'Control', 'Home')
  await press(app, 'Control', 'Shift', 'ArrowDown')
  await app.screenshot('settle-attaching')
  await lookAround(app, 'settle-attaching')
  await press(app, 'Enter')
  await until(app, '2 to settle')
  expect((await storedNotes(app)).map(({ quote }) => quote)).toContain(draft[0])
  await press(app, 'Enter')
  await until(app, '1 to settle')
  await press(app, 'Control', 'z')
  await until(app, '2 to settle')
  await press(app, 'Control', 'z')
  await until(app, '3 to settle')
  expect(await active(app)).toBe('gone true true')
  await press(app, 'Control', 'Shift', 'z')
  await until(app, '2 to settle')
  await press(app, 'Escape')
  await gone(app, 'settle')
  await shown(app, 'reader-settle')
  await expectSound(app)
  await app.screenshot('reader-to-settle')
})

it('with the mouse: a place is chosen, another note is put on words and a third is left', async () => {
  const app = await withDraft(await ownFolder())
  await revise(app, revised.join('\n\n'))
  await (await shown(app, 'settle-candidate')).click()
  await until(app, '2 to settle')
  const gone = '[data-state="gone"]'
  await (await app.client.$(`${gone} [data-testid="settle-reattach"]`)).click()
  await shown(app, 'attach-bar')
  await press(app, 'Control', 'End')
  await press(app, 'Control', 'Shift', 'ArrowUp')
  await (await shown(app, 'settle-attach')).click()
  await until(app, '1 to settle')
  expect((await storedNotes(app)).map(({ quote }) => quote)).toContain(draft[6])
  await (await app.client.$('[data-state="reworded"] [data-testid="settle-leave"]')).click()
  await until(app, 'all settled')
  await (await app.client.$('[data-testid="settle-same"] summary')).click()
  await app.client.waitUntil(async () => (await textsOf(app, 'settle-card')).length === written.length)
  await expectSound(app)
  await app.screenshot('settle-unfolded')
})

it('an earlier version is read as it was, with its notes, and nothing can be changed in it', async () => {
  const app = await withDraft(await ownFolder())
  await revise(app, revised.join('\n\n'))
  await shown(app, 'settle')
  await press(app, 'Escape')
  await gone(app, 'settle')
  await press(app, 'Control', 'Shift', 'h')
  await shown(app, 'version-menu')
  await expectSound(app)
  await app.screenshot('version-menu')
  await press(app, 'ArrowDown')
  await press(app, 'Enter')
  const banner = await shown(app, 'past-banner')
  expect(await banner.getText()).toContain('Version 1 of 2')
  await shown(app, 'past-notes')
  expect(await textsOf(app, 'note-card')).toHaveLength(written.length)
  expect((await textsOf(app, 'paragraph')).join('\n\n')).toContain(draft[5])
  await app.screenshot('past')
  await lookAround(app, 'past')
  const before = await storedNotes(app)
  await press(app, 'Alt', 'ArrowDown')
  await press(app, 'Control', 'Backspace')
  await press(app, 'Control', 'z')
  expect(await storedNotes(app)).toEqual(before)
  await press(app, 'Escape')
  await gone(app, 'past')
  expect((await textsOf(app, 'paragraph')).join('\n\n')).not.toContain(draft[5])
})

it('a new version that is being typed comes back after a crash, as a version of its text', async () => {
  const app = await withDraft(await ownFolder())
  await press(app, 'Control', 'Shift', 'n')
  await (await shown(app, 'review-text')).addValue('Half a version')
  await app.client.waitUntil(() =>
    app.client.execute(async () => {
      const session = await window.aideMemoire.call('session.get', {})
      return session.ok && session.value.draft?.kind === 'briefing' && session.value.draft.text === 'Half a version'
    }),
  )
  await app.crashPage()
  const field = await shown(app, 'review-text')
  expect(await field.getValue()).toBe('Half a version')
  expect(await (await shown(app, 'revise')).getText()).toContain('Council of the Inland Sea')
})

it('another text altogether, the same words and no words are told before anything is stored', async () => {
  const app = await withDraft(await ownFolder())
  await revise(app, ' \n ')
  expect(await (await shown(app, 'error')).getText()).toContain('no text to read')
  await fill(app, 'The farmers of the north spoke about this year’s harvest and the price of grain.')
  await press(app, 'Control', 'Enter')
  expect(await (await shown(app, 'doubt')).getAttribute('data-doubt')).toBe('other-text')
  await app.screenshot('doubt')
  await lookAround(app, 'doubt')
  await press(app, 'Escape')
  await gone(app, 'doubt')
  await (await shown(app, 'review-text')).click()
  await fill(app, draft.join('\n\n'))
  await press(app, 'Control', 'Enter')
  expect(await (await shown(app, 'doubt')).getAttribute('data-doubt')).toBe('same-text')
  await (await shown(app, 'doubt-store')).click()
  await shown(app, 'all-settled')
  expect(await textsOf(app, 'count-same')).toEqual([`${written.length} same`])
})

it('a report on two hundred notes is there soon and each decision is, too', async () => {
  const folder = await ownFolder()
  const app = await start(folder)
  const sentences = Array.from(
    { length: 200 },
    (_, at) => `In matter ${at + 1} the delegations welcomed proposal ${at + 1}.`,
  )
  await readIn(app, sentences.join('\n\n'))
  await annotate(
    app,
    sentences.map((sentence) => ['question', sentence.slice(0, -1), ''] as const),
  )
  const changed = sentences.map((sentence) => sentence.replace('welcomed', 'took note of'))
  const began = Date.now()
  await revise(app, changed.join('\n\n'))
  await shown(app, 'settle')
  expect(await left(app)).toBe('200 to settle')
  expect(Date.now() - began).toBeLessThan(5_000)
  const took = await app.client.executeAsync((done: (result: unknown) => void) => {
    const began = performance.now()
    const watch = () => {
      const said = document.querySelector('[data-testid="settle-left"]')?.textContent ?? ''
      if (said.startsWith('199')) done(performance.now() - began)
      else requestAnimationFrame(watch)
    }
    const card = document.querySelector('[data-testid="settle-card"][data-active="true"]')
    card?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    watch()
  })
  expect(Number(took)).toBeLessThan(1_000)
})
