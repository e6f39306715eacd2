// Offline by proof: the suite runs where there is no network, and a trace of a whole session's system calls names no
// address outside this machine.
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
