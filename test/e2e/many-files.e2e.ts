// Several files at once in the running app: what is good comes in, what is not is named with its reason, and nothing else happens.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { expectSound, gone, ownFolder, press, seedText, shown, start, textsOf } from './support.ts'

it('files chosen together are read in, and those that could not be are named with the reason', async () => {
  const folder = await ownFolder()
  const files = ['readout.txt', 'note.md', 'picture.png', 'page.html'].map((name) => join(folder, name))
  const [readout = '', note = '', picture = '', page = ''] = files
  await writeFile(readout, seedText())
  await writeFile(note, '# A call on transit\n\nLINDHAVEN, 11 April 2024 — The two ministers spoke by telephone.')
  await writeFile(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))
  await writeFile(
    page,
    '<html><body><article><h1>A visit to Oslo</h1><p>The minister visited Oslo.</p></article></body></html>',
  )
  const app = await start(folder)
  app.answerDialogs([{ open: files }])
  await press(app, 'Control', 'o')
  await shown(app, 'import-close', 60_000)
  const failures = await (await shown(app, 'import-failed')).getText()
  expect(failures).toContain('picture.png')
  expect(failures).toContain('image')
  await expectSound(app)
  await app.screenshot('many-files')
  await press(app, 'Enter')
  await gone(app, 'importing')
  expect(await textsOf(app, 'list-row')).toHaveLength(3)
  await shown(app, 'reader-text')
})

it('files dropped together come in too', async () => {
  const app = await start(await ownFolder())
  await app.client.execute(() => {
    const dataTransfer = new DataTransfer()
    for (const name of ['one.txt', 'two.txt']) {
      dataTransfer.items.add(new File([`OSLO, 3 May 2024 — The two sides met (${name}).`], name))
    }
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    }
  })
  await shown(app, 'import-close', 60_000)
  await (await shown(app, 'import-close')).click()
  await gone(app, 'importing')
  expect(await textsOf(app, 'list-row')).toHaveLength(2)
})

it('rich text pasted into the field of a new briefing keeps its paragraphs and its list', async () => {
  const app = await start(await ownFolder())
  await press(app, 'Control', 'n')
  await shown(app, 'review-text')
  await app.client.execute(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData(
      'text/html',
      '<h1>Talks</h1><p>The <b>two</b> sides met.</p><ul><li>ferries</li><li>fish</li></ul>',
    )
    clipboardData.setData('text/plain', 'flat')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  })
  const field = await shown(app, 'review-text')
  await app.client.waitUntil(async () => (await field.getValue()) !== '')
  const value = await field.getValue()
  expect(value).toContain('The two sides met.')
  expect(value).toMatch(/ferries\n.*fish/)
  expect(value).not.toContain('<')
  await press(app, 'Control', 'Enter')
  await shown(app, 'review-save')
})
