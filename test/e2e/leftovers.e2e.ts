// What a session leaves behind: words of its text, note, tag, filter and draft are searched for in everything under the user data
// and in the temporary folder, while the app runs and after it has quit. They may stand in a plain library and nowhere else, and not even there in a sealed one.
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { libraryIn } from '../../main/user-data.ts'
import { canary, type Found, found } from './canary.ts'
import { userDataOf } from './launch.ts'
import { protect } from './protecting.ts'
import type { RunningApp } from './spectron.ts'
import { fixtureText, ownFolder, shown, start } from './support.ts'
import { wholeSession } from './whole-session.ts'

type LibraryKind = {
  readonly kind: string
  /** Starts the app with these variables, without a library so far, and makes one of this kind. */
  readonly begin: (folder: string, environment: Readonly<Record<string, string>>) => Promise<RunningApp>
  /** Whether the library's own files may hold the words. */
  readonly readable: boolean
}

const kinds: readonly LibraryKind[] = [
  { kind: 'plain', begin: (folder, environment) => start(folder, { environment }), readable: true },
  {
    kind: 'sealed',
    begin: async (folder, environment) => {
      const app = await start(folder, { withLibrary: false, firstShown: 'new-passphrase', environment })
      await protect(app)
      await shown(app, 'empty-library')
      return app
    },
    readable: false,
  },
]

const words = {
  text: canary('text'),
  note: canary('note'),
  tag: canary('tag'),
  filter: canary('filter'),
  draft: canary('draft'),
}

it.each(kinds)('a session in a $kind library leaves its words nowhere else', async ({ begin, readable }) => {
  const folder = await ownFolder()
  const [temporary, exports] = [join(folder, 'tmp'), join(folder, 'exports')]
  await Promise.all([temporary, exports].map((path) => mkdir(path)))
  const app = await begin(folder, { TMPDIR: temporary, TMP: temporary, TEMP: temporary })
  await wholeSession(app, {
    text: `${fixtureText()}\n\nThe word of the day was ${words.text}.`,
    note: `Ask about ${words.note}.`,
    tag: words.tag,
    filter: words.filter,
    draft: `A second text\n\nIt says ${words.draft}.`,
    file: join(exports, 'notes.jsonld'),
  })
  const userData = userDataOf({ folder })
  const library = libraryIn(userData)
  const search = async () => ({
    inLibrary: await found(library, Object.values(words)),
    elsewhere: [
      ...(await found(userData, Object.values(words))).filter(({ file }) => !join(userData, file).startsWith(library)),
      ...(await found(temporary, Object.values(words))),
    ],
  })
  // The stand-in's Chromium keeps its profile there while it runs: what it writes down is searched before it goes.
  expect(await readdir(temporary)).not.toEqual([])
  const running = await search()
  await app.stop()
  const after = await search()

  // Chromium's own memory of its tabs, of the browser that stands in for Electron; Electron has none, and it goes with the profile.
  const ofTabs = /^standin-\w+\/Default\/Sessions\//
  expect(running.elsewhere.filter(({ file }) => !ofTabs.test(file))).toEqual([])
  expect(after.elsewhere).toEqual([])
  expect(wordsIn(after.inLibrary)).toEqual(readable ? Object.values(words).sort() : [])
  if (!readable) expect(running.inLibrary).toEqual([])
})

function wordsIn(held: readonly Found[]): readonly string[] {
  return [...new Set(held.map(({ word }) => word))].sort()
}
