// What the command line leaves behind: words that are nowhere else are looked for in everything a user's programs may write to.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { canary } from '../../torture/deeds.ts'
import { tellFigures } from '../../torture/figures.ts'
import { filesWith } from '../../torture/files-with.ts'
import { inFolder } from './aide.ts'

const { place, run } = inFolder()
const passphrase = 'eleven-lanterns-under-the-bridge'
const html = `<!doctype html><title>${canary}</title><article><p>The envoys met at the ${canary} in Riga.</p></article>`

beforeAll(async () => {
  const folder = join(place.folder, 'given')
  await mkdir(folder)
  await writeFile(
    join(folder, 'talks.txt'),
    `Talks on the ${canary}\n\nThe envoys met in Riga. They agreed on the ${canary}.`,
  )
  await writeFile(join(folder, 'page.html'), html)
  await writeFile(join(folder, 'passphrase'), `${passphrase}\n`)
})

/** Every command that reads or writes briefings, with words given in every way there is. Out: how many ran. */
async function used(library: string, options: readonly string[]): Promise<number> {
  let ran = 0
  const aide = async (words: readonly string[], input = '') => {
    const ended = await run([...words, '--library', library, ...options], input)
    expect(ended, `${words.join(' ')}: ${ended.said}`).toMatchObject({ code: 0 })
    ran += 1
    return ended.json()
  }
  const added = await aide(['add', 'given/talks.txt', 'given/page.html', '-'], `Typed\n\nThe ${canary} once more.`)
  const [{ id } = { id: '' }] = added.added as { id: string }[]
  await aide(['note', id, '--quote', 'They agreed', '--text', `- ${canary}`])
  await aide(
    ['revise', id, '-'],
    `Talks on the ${canary}\n\nThe envoys met in Riga again. They agreed on the ${canary}.`,
  )
  await aide(['list'])
  await aide(['show', id])
  for (const form of ['json', 'markdown', 'annotations'])
    await aide(['export', id, '--as', form, '--out', `written/${form}`, '--overwrite'])
  await aide(['import-annotations', id, 'written/annotations'])
  await aide(['verify'])
  return ran
}

describe('the command line leaves the words of a briefing', () => {
  const found = (words: string, except: readonly string[]) =>
    filesWith(
      words,
      place.folder,
      ['given', 'written', ...except].map((name) => join(place.folder, name)),
    )

  it('of a plain library nowhere but in the library', async (context) => {
    await mkdir(join(place.folder, 'written'), { recursive: true })
    const commands = await used(join(place.folder, 'plain'), [])
    expect((await found(canary, [])).length).toBeGreaterThan(2)
    const elsewhere = await found(canary, ['plain'])
    tellFigures(context, { commands, 'files with the words': elsewhere.length })
    expect(elsewhere).toEqual([])
  }, 120_000)

  it('of a sealed library nowhere at all, and its passphrase neither', async (context) => {
    await mkdir(join(place.folder, 'written'), { recursive: true })
    const commands = await used(join(place.folder, 'sealed'), ['--passphrase-file', 'given/passphrase'])
    const left = [...(await found(canary, ['plain'])), ...(await found(passphrase, []))]
    tellFigures(context, { commands, 'files with the words': left.length })
    expect(left).toEqual([])
  }, 120_000)
})
