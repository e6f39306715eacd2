// Previous versions of a briefing: listed by key with what each change did, one brought back by Enter, and that undone.
import { expect, it } from 'vitest'
import { dragOver, expectSound, gone, ownFolder, press, readIn, seedText, shown, start, textsOf } from './support.ts'

it('a deleted note comes back with the state of before, by keyboard alone, and that can be undone', async () => {
  const app = await start(await ownFolder())
  await readIn(app, seedText())
  await press(app, 'Control', 'Shift', 'g')
  await shown(app, 'previous-none')
  await expectSound(app)
  await app.screenshot('previous-none')
  await press(app, 'Escape')
  await gone(app, 'previous')

  const words = ((await textsOf(app, 'paragraph'))[1] ?? '').split(' ').slice(1, 5).join(' ')
  await dragOver(app, words)
  await shown(app, 'selection-bar')
  await press(app, '1')
  await (await shown(app, 'note-text')).addValue('Ask again in June')
  await press(app, 'Control', 'Enter')
  await gone(app, 'note-text')
  await press(app, 'Control', 'Backspace')
  await gone(app, 'note-card')

  await press(app, 'Control', 'Shift', 'g')
  await shown(app, 'previous-list')
  expect(await (await shown(app, 'previous-held')).getText()).toContain('1 note')
  expect((await textsOf(app, 'previous-line'))[0]).toContain('1 note deleted')
  await expectSound(app)
  await app.screenshot('previous-versions')
  await press(app, 'ArrowDown')
  await press(app, 'ArrowUp')
  await press(app, 'Enter')
  await gone(app, 'previous')
  expect(await (await shown(app, 'note-card')).getText()).toContain('Ask again in June')
  await (await shown(app, 'toast-undo')).click()
  await gone(app, 'note-card')
})
