// Changing one's mind: a note is edited, deleted and brought back; a briefing goes to the bin and comes back.
import { expect, it } from 'vitest'
import { dragOver, expectSound, gone, ownFolder, press, readIn, seedText, shown, start, textsOf } from './support.ts'

async function withNote(text: string) {
  const folder = await ownFolder()
  const app = await start(folder)
  await readIn(app, seedText())
  const words = ((await textsOf(app, 'paragraph'))[1] ?? '').split(' ').slice(1, 5).join(' ')
  await dragOver(app, words)
  await shown(app, 'selection-bar')
  await press(app, '1')
  await (await shown(app, 'note-text')).addValue(text)
  await press(app, 'Control', 'Enter')
  await gone(app, 'note-text')
  return { app, folder, words }
}

it('an edited note keeps its new words after a restart', async () => {
  const { app, folder } = await withNote('First words')
  await press(app, 'Control', 'e')
  await (await shown(app, 'note-text')).addValue(' and more')
  await press(app, 'Control', 'Enter')
  await gone(app, 'note-text')
  await app.stop()
  const again = await start(folder)
  expect(await (await shown(again, 'note-card')).getText()).toContain('First words and more')
})

it('a deleted note comes back with undo, and goes again with redo', async () => {
  const { app } = await withNote('To be deleted')
  await (await shown(app, 'note-card')).click()
  await press(app, 'Control', 'Backspace')
  await gone(app, 'note-card')
  await shown(app, 'toast')
  await expectSound(app)
  await app.screenshot('note-deleted')
  await (await shown(app, 'toast-undo')).click()
  expect(await (await shown(app, 'note-card')).getText()).toContain('To be deleted')
  await press(app, 'Control', 'Shift', 'z')
  await gone(app, 'note-card')
  await press(app, 'Control', 'z')
  await shown(app, 'note-card')
})

it('a deleted briefing is in the bin with its notes and can be restored', async () => {
  const { app } = await withNote('Stays with its text')
  await (await shown(app, 'reader-text')).click()
  await press(app, 'Control', 'Delete')
  await shown(app, 'empty-library')
  await press(app, 'Control', '2')
  await (await shown(app, 'list-row')).click()
  await expectSound(app)
  await app.screenshot('bin')
  await press(app, 'Control', 'z')
  await press(app, 'Control', '1')
  await (await shown(app, 'list-row')).click()
  expect(await (await shown(app, 'note-card')).getText()).toContain('Stays with its text')
})
