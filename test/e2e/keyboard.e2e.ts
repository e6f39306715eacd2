// Everything without a mouse: type a text, review, save, select words, annotate, move between notes, filter, change theme.
import { expect, it } from 'vitest'
import { expectSound, gone, ownFolder, press, shown, start, textsOf } from './support.ts'

const typed = 'BERN, June 2 (Lake Press) -- The two sides met. They agreed to meet again.'

it('a text is typed in, read, annotated and found again by keyboard alone', async () => {
  const app = await start(await ownFolder())
  await press(app, 'Control', 'n')
  await (await shown(app, 'review-text')).addValue(typed)
  await expectSound(app)
  await app.screenshot('typing')
  await press(app, 'Control', 'Enter')
  await shown(app, 'review-save')
  await press(app, 'Control', 'Enter')
  const text = await shown(app, 'reader-text')
  expect(await text.getText()).toContain('They agreed to meet again.')

  await app.client.execute(() => document.querySelector<HTMLElement>('[data-testid="rail"] button')?.focus())
  for (let step = 0; step < 6 && !(await isFocused(app, 'reader-text')); step += 1) await press(app, 'F6')
  expect(await isFocused(app, 'reader-text')).toBe(true)
  await press(app, 'Home')
  for (let word = 0; word < 3; word += 1) await press(app, 'Control', 'Shift', 'ArrowRight')
  await shown(app, 'selection-bar')
  await app.screenshot('keyboard-selection')
  await press(app, '2')
  await (await shown(app, 'note-text')).addValue('By keyboard')
  await press(app, 'Escape')
  await gone(app, 'note-text')
  expect(await textsOf(app, 'note-card')).toHaveLength(1)

  await press(app, 'Control', 'k')
  await app.client.keys('agreed bern')
  await app.client.waitUntil(async () => (await textsOf(app, 'list-row')).length === 1)
  await app.client.keys(' nowhere')
  await gone(app, 'list-row')
  await expectSound(app)
  await app.screenshot('nothing-found')
})

it('the theme changes by key, and both themes are sound', async () => {
  const app = await start(await ownFolder())
  const theme = () => app.client.execute(() => document.documentElement.dataset.theme)
  const seen = new Set([await theme()])
  for (let step = 0; step < 3; step += 1) {
    const before = await app.client.execute(() => window.aideMemoire.call('settings.get', {}))
    await press(app, 'Control', 'Shift', 'l')
    await app.client.waitUntil(async () => {
      const now = await app.client.execute(() => window.aideMemoire.call('settings.get', {}))
      return JSON.stringify(now) !== JSON.stringify(before)
    })
    seen.add(await theme())
    await expectSound(app)
    await app.screenshot(`theme-${step}`)
  }
  expect([...seen].sort()).toEqual(['dark', 'light'])
})

async function isFocused(app: Awaited<ReturnType<typeof start>>, testId: string): Promise<boolean> {
  return app.client.execute((id: string) => document.activeElement?.closest(`[data-testid="${id}"]`) !== null, testId)
}
