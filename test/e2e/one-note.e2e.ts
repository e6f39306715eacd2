// The whole path on real input: a text is pasted, reviewed, saved and read; a note is written on its words; after a restart
// everything is there.
import { expect, it } from 'vitest'
import { dragOver, expectSound, ownFolder, paste, press, readIn, seedText, shown, start, textsOf } from './support.ts'

it('a new library is empty and says what to do', async () => {
  const app = await start(await ownFolder())
  await shown(app, 'empty-library')
  expect(await app.client.getTitle()).toBe('Aide-Mémoire')
  await expectSound(app)
  await app.screenshot('empty-library')
})

it('a pasted text is reviewed with what was read in it, saved, listed and read', async () => {
  const app = await start(await ownFolder())
  await paste(app, seedText())
  await shown(app, 'review')
  for (const field of ['review-place', 'review-date']) {
    expect(await (await shown(app, field)).getAttribute('data-state')).not.toBe('none')
  }
  await expectSound(app)
  await app.screenshot('review')
  await (await shown(app, 'review-save')).click()
  await shown(app, 'reader-text')
  const paragraphs = await textsOf(app, 'paragraph')
  expect(paragraphs.length).toBeGreaterThan(3)
  expect(seedText()).toContain(paragraphs.at(-1))
  expect(await textsOf(app, 'list-row')).toHaveLength(1)
  await expectSound(app)
  await app.screenshot('reader')
})

it('a note on selected words is saved as it is written and is there after a restart, on the same words', async () => {
  const folder = await ownFolder()
  const app = await start(folder)
  await readIn(app, seedText())
  const paragraph = (await textsOf(app, 'paragraph'))[1] ?? ''
  const words = paragraph.split(' ').slice(2, 7).join(' ')
  await dragOver(app, words)
  await shown(app, 'selection-bar')
  await expectSound(app)
  await app.screenshot('selection')
  await press(app, '3')
  await (await shown(app, 'note-text')).addValue('Ask Legal for our timetable.')
  await expectSound(app)
  await app.screenshot('note-writing')
  await press(app, 'Control', 'Enter')
  await expectSound(app)
  await app.stop()

  const again = await start(folder)
  await shown(again, 'reader-text')
  const card = await shown(again, 'note-card')
  expect(await card.getAttribute('data-kind')).toBe('commitment')
  const text = await card.getText()
  expect(text).toContain('Ask Legal for our timetable.')
  expect(text).toContain(words)
  await expectSound(again)
  await again.screenshot('note-after-restart')
})
