// The text by keyboard and by ear: a caret by sentence and paragraph, what is said of each move, notes on a sentence, a paragraph and
// the whole briefing, and the way from a note to its words and back.
import { expect, it } from 'vitest'
import type { RunningApp } from './spectron.ts'
import { clickOn, expectSound, gone, ownFolder, press, readIn, shown, start, textsOf } from './support.ts'

const text = [
  'The two sides met in Oslo. Mr. Horn would report by May. They thanked the port of Bergen.',
  'A second round follows in Lima. Nobody spoke of fees.',
  'The third paragraph is short.',
].join('\n\n')

const focusText = (app: RunningApp) =>
  app.client.execute(() => document.querySelector<HTMLElement>('[data-testid="reader-text"]')?.focus())
const focused = (app: RunningApp) =>
  app.client.execute(
    () =>
      document.activeElement?.closest<HTMLElement>('[data-testid]')?.dataset.testid ?? document.activeElement?.tagName,
  )
const selected = (app: RunningApp) => app.client.execute(() => document.getSelection()?.toString() ?? '')

type AccessibilityTree = {
  readonly nodes: readonly {
    readonly role?: { readonly value: string }
    readonly name?: { readonly value: string }
    readonly properties?: readonly { readonly name: string }[]
  }[]
}

/** Opens the text in a new window that keeps what is said. */
async function opened(): Promise<RunningApp> {
  const app = await start(await ownFolder())
  await app.client.execute(() => {
    const log: string[] = []
    Object.defineProperty(window, 'saidSoFar', { value: log })
    const place = document.querySelector('[data-testid="spoken"]')
    if (place === null) throw new Error('nothing is spoken here')
    const keep = () => log.push(place.textContent?.replace(/\u00a0$/, '') ?? '')
    new MutationObserver(keep).observe(place, { childList: true, characterData: true, subtree: true })
  })
  await readIn(app, text)
  return app
}

/** Waits until exactly this, or something that matches, is said, and forgets all that was said. */
async function said(app: RunningApp, expected: string | RegExp): Promise<void> {
  const isMeant = (message: string) => (typeof expected === 'string' ? message === expected : expected.test(message))
  const sofar = () => app.client.execute(() => (window as unknown as { saidSoFar: string[] }).saidSoFar)
  await app.client.waitUntil(async () => (await sofar()).some(isMeant), { timeout: 4_000 }).catch(() => undefined)
  const all = await sofar()
  expect(all.find(isMeant) ?? all.join(' | ')).toMatch(expected)
  await app.client.execute(() => void (window as unknown as { saidSoFar: string[] }).saidSoFar.splice(0))
}

async function written(app: RunningApp, words: string): Promise<void> {
  await (await shown(app, 'note-text')).addValue(words)
  await press(app, 'Escape')
  await gone(app, 'note-text')
  await app.client.waitUntil(async () => (await textsOf(app, 'note-card')).some((card) => card.includes(words)))
}

it('notes on a sentence, a paragraph and the whole briefing are made by keyboard alone, and all is said', async () => {
  const app = await opened()
  await focusText(app)
  await press(app, 'Control', 'End')
  await press(app, 'Control', 'ArrowUp')
  await press(app, 'Control', 'ArrowUp')
  await press(app, 'Control', 'ArrowUp')
  await said(app, /^paragraph 1: The two sides met in Oslo\. Mr\. Horn .* Bergen\.$/)
  await press(app, 'Alt', 'ArrowRight')
  await said(app, 'Mr. Horn would report by May.')
  await press(app, 'Alt', 'Shift', 'ArrowRight')
  await said(app, 'Mr. Horn would report by May. selected, 6 words')
  expect(await selected(app)).toBe('Mr. Horn would report by May.')
  await app.screenshot('sentence-selected')
  await press(app, '3')
  await said(app, 'Commitment made on 6 words: Mr. Horn would report by May.')
  await written(app, 'Ask for the report')

  await focusText(app)
  await press(app, 'Control', 'ArrowDown')
  await press(app, 'Control', 'Shift', 'p')
  await said(app, 'Paragraph 2 selected: press 1 to 8 for its kind, or Escape')
  expect(await selected(app)).toBe('A second round follows in Lima. Nobody spoke of fees.')
  expect(await (await shown(app, 'selection-bar')).getAttribute('data-scope')).toBe('paragraph')
  await app.screenshot('paragraph-selected')
  await press(app, '4')
  await said(app, 'To check made on paragraph 2')
  await written(app, 'Which fees?')

  await press(app, 'Control', 'Shift', 'b')
  await said(app, 'Note on the whole briefing: press 1 to 8 for its kind, or Escape')
  expect(await (await shown(app, 'selection-bar')).getAttribute('data-scope')).toBe('briefing')
  await expectSound(app)
  await app.screenshot('briefing-kinds')
  await press(app, 'Escape')
  await gone(app, 'selection-bar')
  await press(app, 'Control', 'Shift', 'b')
  await shown(app, 'selection-bar')
  await press(app, '1')
  await said(app, 'Their position made on the whole briefing')
  await written(app, 'Warmer than in March')

  const scopes = await app.client.execute(async () => {
    const rows = await window.aideMemoire.call('library.rows', {})
    const id = rows.ok ? (rows.value.rows[0]?.id ?? '') : ''
    const opened = await window.aideMemoire.call('briefing.open', { id })
    return opened.ok ? opened.value.notes.map(({ scope, quote }) => [scope, quote]) : []
  })
  expect(scopes.toSorted()).toEqual([
    ['briefing', ''],
    ['paragraph', 'A second round follows in Lima. Nobody spoke of fees.'],
    ['words', 'Mr. Horn would report by May.'],
  ])
  expect(await textsOf(app, 'head-note')).toHaveLength(1)
  await shown(app, 'paragraph-mark')
  await expectSound(app)
  await app.client.waitUntil(() => app.client.execute(() => document.getAnimations().length === 0))
  await app.screenshot('notes-of-three-scopes')
})

it('the caret says the notes it comes into and leaves, and Alt+Enter goes to the card and back', async () => {
  const app = await opened()
  await focusText(app)
  await press(app, 'Control', 'Home')
  await press(app, 'Alt', 'ArrowRight')
  await press(app, 'Alt', 'Shift', 'ArrowRight')
  await press(app, '3')
  await written(app, 'Ask for the report')
  await focusText(app)
  await press(app, 'Control', 'Shift', 'p')
  await press(app, '2')
  await written(app, 'Ours')

  await press(app, 'Alt', 'Enter')
  await app.client.waitUntil(async () => (await focused(app)) === 'reader-text')
  await said(app, /Bergen\. Our line on the paragraph, note 1 of 2: Ours$/)
  await press(app, 'Alt', 'ArrowRight')
  await said(app, /^Mr\. Horn would report by May\. Commitment, note 2 of 2: Ask for the report/)
  await press(app, 'Alt', 'ArrowRight')
  await said(app, 'They thanked the port of Bergen. end of Commitment')
  await press(app, 'Alt', 'ArrowLeft')
  await press(app, 'Alt', 'Enter')
  await app.client.waitUntil(async () => (await focused(app)) === 'note-card')
  expect(await (await app.client.$('[data-testid="note-card"][data-active="true"]')).getAttribute('data-kind')).toBe(
    'commitment',
  )
  await press(app, 'Alt', 'Enter')
  await app.client.waitUntil(async () => (await focused(app)) === 'reader-text')
  await said(app, 'Mr. Horn would report by May. Commitment, note 2 of 2: Ask for the report')
  await press(app, 'Alt', 'ArrowUp')
  await said(app, /Our line on the paragraph, note 1 of 2: Ours/)
  await press(app, 'Alt', 'ArrowUp')
  await said(app, 'No further notes in this direction')
  await press(app, 'Control', 'End')
  await press(app, 'Alt', 'Enter')
  await said(app, 'There is no note on these words')
  expect(await focused(app)).toBe('reader-text')
})

it('the notes of a paragraph are words of its details for who reads with a screen reader, and no line is skipped for them', async () => {
  const app = await opened()
  await focusText(app)
  await press(app, 'Control', 'Home')
  await press(app, 'Control', 'Shift', 'p')
  await press(app, '5')
  await written(app, 'New')
  const details = await app.client.execute(() => {
    const paragraph = document.querySelector('[data-testid="paragraph"][aria-details]')
    return document.getElementById(paragraph?.getAttribute('aria-details') ?? '')?.textContent
  })
  expect(details).toBe('1 note here: Red line on the whole paragraph')
  const tree = (await app.client.sendCommandAndGetResult('Accessibility.getFullAXTree', {})) as AccessibilityTree
  const paragraphs = tree.nodes.filter(({ role }) => role?.value === 'paragraph')
  expect(paragraphs.flatMap(({ properties }) => properties?.map(({ name }) => name) ?? [])).toContain('details')
  expect(tree.nodes.map(({ name }) => name?.value)).toContain(details)
  await focusText(app)
  await press(app, 'Control', 'End')
  const starts: string[] = []
  for (let line = 0; line < 12; line += 1) {
    starts.push(await app.client.execute(() => document.getSelection()?.focusNode?.textContent?.slice(0, 12) ?? ''))
    await press(app, 'ArrowUp')
  }
  const passed = [...new Set(starts)]
  expect(passed).toEqual(['The third pa', 'A second rou', 'The two side'])
})

it('the number in the gutter chooses its paragraph, and bar and mark lead to the card', async () => {
  const app = await opened()
  const place = await app.client.execute(() => {
    const box = document.querySelector('[data-testid="paragraph"][data-number="2"]')?.getBoundingClientRect()
    return { x: Math.round((box?.left ?? 0) - 15), y: Math.round((box?.top ?? 0) + 15) }
  })
  await app.client.performActions([
    {
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions: [
        { type: 'pointerMove', duration: 0, ...place },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    },
  ])
  await app.client.releaseActions()
  const bar = await shown(app, 'selection-bar')
  expect(await bar.getAttribute('data-scope')).toBe('paragraph')
  expect(await selected(app)).toBe('A second round follows in Lima. Nobody spoke of fees.')
  await press(app, '6')
  await written(app, 'Say it again')
  await clickOn(app, 'The third paragraph')
  expect(
    await app.client.execute(() => document.querySelector('[data-testid="note-card"][data-active="true"]')),
  ).toBeNull()
  await (await shown(app, 'paragraph-mark')).click()
  await app.client.waitUntil(async () => (await focused(app)) === 'note-card')
})
