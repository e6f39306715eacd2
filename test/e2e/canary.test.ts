// The search for leftovers is worth what it can find: each form in which a program may write words down.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { canary, found } from './canary.ts'

const word = `${canary('note')}é`

it.each<[string, Buffer | string]>([
  ['UTF-8', `some ${word} text`],
  ['UTF-16, little end first', Buffer.from(`some ${word}`, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`some ${word}`, 'utf16le').swap16()],
  ['JSON that escapes', `{"a":"${word.replace('é', '\\u00e9')}"}`],
  ['an address', encodeURIComponent(word)],
  ['hexadecimal', Buffer.from(`x${word}x`).toString('hex')],
  ['base64 (1)', Buffer.from(`${word} and more`).toString('base64')],
  ['base64 (2)', Buffer.from(`a${word} and more`).toString('base64')],
  ['base64 (3)', Buffer.from(`ab${word} and more`).toString('base64')],
])('finds the word written as %s', async (_form, content) => {
  const folder = await mkdtemp(join(tmpdir(), 'aide-canary-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'deep'))
  await writeFile(join(folder, 'deep', 'file.bin'), content)
  await writeFile(join(folder, 'other.txt'), canary('other'))
  expect(await found(folder, [word])).toEqual([{ file: join('deep', 'file.bin'), word }])
})

it('finds the word in a file’s name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'aide-canary-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, `${word}.txt`), '')
  expect(await found(folder, [word])).toEqual([{ file: `${word}.txt`, word }])
})
