// Offline by proof: the suite runs where there is no network, and a trace of a whole session's system calls names no
// address outside this machine.
import { readdirSync, readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { noNetworkMark } from '../../scripts/no-network.ts'
import { findElectron } from '../standin/find-electron.ts'
import { fixtureText, ownFolder, start } from './support.ts'
import { asksForRoute, contacts, staysHere, traceRefusal, tracing } from './trace.ts'
import { wholeSession } from './whole-session.ts'

const alone = process.env[noNetworkMark] === '1'
const refusal = traceRefusal()
const built = join(import.meta.dirname, '../../out')
const imported = /(?:\bfrom|\brequire\(|\bimport\(?|\bgetBuiltinModule\()\s*["'`](?:node:)?([a-z0-9_/]+)["'`]/g
const connecting = new Set('http https http2 net dns dns/promises tls dgram inspector cluster repl wasi'.split(' '))

it('no module that could open a connection is imported by what is shipped, its libraries included', () => {
  const scripts = ['main', 'preload'].flatMap((part) =>
    readdirSync(join(built, part), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.c?js$/.test(name))
      .map((name) => join(built, part, name)),
  )
  const names = scripts.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(imported)].map(([, name]) => name))
  expect(names).toContain('electron')
  expect(names.filter((name) => name !== undefined && connecting.has(name))).toEqual([])
})

it.skipIf(!alone)('these tests find loopback and no other interface (skipped outside of a network namespace)', () => {
  expect(Object.keys(networkInterfaces())).toEqual(['lo'])
})

it.skipIf(refusal !== null)(
  `a whole session contacts nothing outside this machine${refusal === null ? '' : ` (skipped: ${refusal})`}`,
  async () => {
    const folder = await ownFolder()
    const { program, trace } = tracing(folder, findElectron().path)
    const app = await start(folder, { program })
    await wholeSession(app, {
      text: fixtureText(),
      note: 'Ask Legal for our timetable.',
      tag: 'timetable',
      filter: 'ministers',
      draft: 'A second text\n\nThe delegations agreed to meet again.',
      file: join(folder, 'notes.jsonld'),
    })
    await app.stop()
    const made = contacts(trace())
    // The trace has seen the page as well as main: Chromium's DevTools port on loopback is how they talk here.
    expect(made.some(({ to }) => to.includes('127.0.0.1'))).toBe(true)
    const outside = made.filter((contact) => !staysHere(contact) && !asksForRoute(contact))
    expect(outside.map(({ line }) => line)).toEqual([])
  },
)
