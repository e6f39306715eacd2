// What is copied or cut anywhere in the window reaches the clipboard through main, marked as confidential; pasting and undoing stay
// as they are everywhere.
import { expect, it } from 'vitest'
import { dragOver, fixtureText, ownFolder, press, readIn, shown, start, textsOf } from './support.ts'

const mark = 'electron application/osclipboard;format="x-kde-passwordManagerHint"'

it('words copied in the reader and cut in a note are on the clipboard with the mark, as text alone; undo brings back what was cut', async () => {
  const app = await start(await ownFolder())
  await readIn(app, fixtureText())
  const paragraph = (await textsOf(app, 'paragraph'))[1] ?? ''
  const words = paragraph.split(' ').slice(2, 7).join(' ')
  await dragOver(app, words)
  await press(app, 'Control', 'c')
  await app.client.waitUntil(async () => (await app.clipboard())['text/plain'] === words)
  expect(await app.clipboard()).toEqual({ 'text/plain': words, [mark]: 'secret' })

  await press(app, '3')
  const field = await shown(app, 'note-text')
  await field.addValue('Ask Legal first.')
  await press(app, 'Control', 'a')
  await press(app, 'Control', 'x')
  await app.client.waitUntil(async () => (await field.getValue()) === '', { timeoutMsg: 'nothing was cut' })
  expect(await app.clipboard()).toEqual({ 'text/plain': 'Ask Legal first.', [mark]: 'secret' })
  await press(app, 'Control', 'z')
  await app.client.waitUntil(async () => (await field.getValue()) === 'Ask Legal first.')
})

it('a password is neither copied nor cut', async () => {
  const app = await start(await ownFolder())
  await app.client.execute(() => {
    const field = document.createElement('input')
    field.type = 'password'
    field.value = 'not for copying'
    document.body.append(field)
    field.focus()
    field.select()
    for (const name of ['copy', 'cut'])
      document.dispatchEvent(new ClipboardEvent(name, { bubbles: true, cancelable: true }))
  })
  // A copy that comes after shows that the ones before would have arrived by now.
  await app.client.execute(() => window.aideMemoire.call('clipboard.copy', { text: 'after' }))
  expect((await app.clipboard())['text/plain']).toBe('after')
  expect(await app.client.execute(() => document.querySelector<HTMLInputElement>('input[type=password]')?.value)).toBe(
    'not for copying',
  )
})
