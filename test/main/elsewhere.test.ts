import { expect, it, onTestFinished } from 'vitest'
import { type Elsewhere, readElsewhere } from '../../main/elsewhere.ts'
import { readText } from '../engine.ts'

const worker = new URL('../../main/reading-worker.ts', import.meta.url)
const none = new URL('none.js', worker)
const text = 'ORMEN, 4 May 2025 — The ministers met.\n\nThey agreed to meet again.'

function reader(changes: Partial<Parameters<typeof readElsewhere>[0]> = {}): Elsewhere {
  const readHere = async (words: string) => {
    throw new Error(`read here: ${words}`)
  }
  const elsewhere = readElsewhere({ worker, readHere, report: () => {}, ...changes })
  onTestFinished(() => elsewhere.close())
  return elsewhere
}

it('reads in another thread what would be read here', async () => {
  const { read } = reader()
  expect(await Promise.all([read(text), read('Other words.')])).toEqual([readText(text), readText('Other words.')])
})

it('begins a thread anew after it was ended', async () => {
  const { read, close } = reader()
  await read(text)
  await close()
  expect(await read(text)).toEqual(readText(text))
})

it('reads here, and says why once, where no thread can be had', async () => {
  const reported: unknown[] = []
  const { read } = reader({
    worker: none,
    readHere: async (words) => readText(words),
    report: (trouble) => reported.push(trouble),
  })
  expect(await read(text)).toEqual(readText(text))
  expect(await read(text)).toEqual(readText(text))
  expect(reported).toMatchObject([{ message: expect.stringContaining('none.js') }])
})

it('rejects when the rules fail on a text, and reads the next one', async () => {
  const here = readElsewhere({
    worker: none,
    readHere: async (words) => {
      if (words === 'bad') throw new Error('no rule for this')
      return readText(words)
    },
    report: () => {},
  })
  await expect(here.read('bad')).rejects.toThrow('no rule for this')
  expect(await here.read(text)).toEqual(readText(text))
})
