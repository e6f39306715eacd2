import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { noteKinds } from '../../../domain/notes/note.ts'
import type { PublicNote } from '../../../domain/notes/shown-note.ts'
import { paragraphsOf } from '../../../domain/text/paragraphs.ts'
import { markdownOf } from '../../../main/cli/markdown.ts'
import { fileNameOf } from '../../../main/exchange/file-name.ts'
import { writeFiles } from '../../../main/exchange/write-files.ts'
import { messageText } from '../../../main/messages.ts'
import { libraryIn, ownLibraryFolder, userDataFolder } from '../../../main/user-data.ts'
import { readText } from '../../engine.ts'

const id = '01a20aae-9534-70df-a542-26ccec6bf8ea'

describe('names of exported files', () => {
  it.each([
    ['Talks in Bern: what next?', 'talks-in-bern-what-next-26ccec6bf8ea.json'],
    ['../../etc/passwd', 'etc-passwd-26ccec6bf8ea.json'],
    ['Министры', 'министры-26ccec6bf8ea.json'],
    ['???', 'briefing-26ccec6bf8ea.json'],
    ['CON', 'con-26ccec6bf8ea.json'],
  ])('are safe for %j', (words, expected) => expect(fileNameOf(words, id, 'json')).toBe(expected))
})

describe('writing exported files', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aide-export-'))
  })
  afterEach(() => rm(folder, { recursive: true }))
  const file = (name: string) => ({ path: join(folder, name), content: 'new' })

  it('writes none when one exists, and leaves nothing else behind', async () => {
    await writeFile(join(folder, 'b'), 'old')
    expect(await writeFiles([file('a'), file('b')], folder, false)).toMatchObject({ failure: { code: 'file-exists' } })
    expect(await readdir(folder)).toEqual(['b'])
    expect(await readFile(join(folder, 'b'), 'utf8')).toBe('old')
  })

  it('never replaces a folder', async () => {
    expect(await writeFiles([{ path: folder, content: 'new' }], null, true)).toMatchObject({
      failure: { code: 'file-exists' },
    })
  })

  it('says that the folder is missing', async () => {
    expect(await writeFiles([file('none/a')], null, false)).toMatchObject({ failure: { code: 'file-missing' } })
  })
})

describe('Markdown', () => {
  it('keeps the words of a text words', () => {
    const text = '# no heading *no stress* <b>no tag</b>.\n\n1) no list\n'
    const shown = { id, version: 1, text, reading: { ...readText(text), title: null }, notes: [] }
    expect(markdownOf(shown, paragraphsOf(text, shown.reading))).toBe(
      '1. \\# no heading \\*no stress\\* \\<b\\>no tag\\</b\\>.\n\n2. 1\\) no list\n',
    )
  })
})

describe('a note in Markdown', () => {
  const text = 'Talks\n\nThey met in Bern.'
  const note = {
    noteId: id,
    kind: 'line',
    text: '',
    quote: 'They met',
    start: 7,
    end: 15,
    state: 'same',
    created: '2026-11-23T10:00:00.000Z',
    modified: '2026-11-23T10:00:00.000Z',
    creator: 'A. Officer',
  } as const
  const lineOf = (changed: Partial<PublicNote>) =>
    markdownOf(
      { id, version: 1, text, reading: readText(text), notes: [{ ...note, ...changed }] },
      paragraphsOf(text, { ...readText(text), title: 'Talks' }),
    )
      .trimEnd()
      .split('\n')
      .at(-1)

  it.each(noteKinds)('of kind %s has the name that the window gives it', (kind) => {
    expect(lineOf({ kind })).toBe(`- **${messageText(`note-kind.${kind}`)}**, paragraph 1: “They met”`)
  })

  it.each<[string, Partial<PublicNote>]>([
    ['in the headline', { start: 0, end: 5 }],
    ['whose words are gone', { start: null, end: null, state: 'gone' }],
  ])('%s names no paragraph', (_, changed) => expect(lineOf(changed)).toBe('- **Our line**: “They met”'))
})

describe('the user’s own folder', () => {
  it.each([
    [{ XDG_CONFIG_HOME: '/c' }, 'linux', '/c/aide-memoire'],
    [{ HOME: '/h' }, 'linux', '/.config/aide-memoire'],
    [{}, 'darwin', '/Library/Application Support/aide-memoire'],
  ] as const)('follows the system: %j on %s', (environment, platform, end) =>
    expect(userDataFolder(environment, platform).endsWith(end)).toBe(true),
  )

  it('holds the app’s own library, with and without Electron', () => {
    expect(ownLibraryFolder({ XDG_CONFIG_HOME: '/c' }, 'linux')).toBe(libraryIn('/c/aide-memoire'))
  })
})
