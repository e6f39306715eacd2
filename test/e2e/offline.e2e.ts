// Offline by proof: the suite runs where there is no network, and a trace of a whole session's system calls names no
// address outside this machine.
import { readdirSync, readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { noNetworkMark } from '../../scripts/no-network.ts'
import { findElectron } from '../standin/find-electron.ts'
import type { RunningApp } from './spectron.ts'
import { fixtureText, ownFolder, start } from './support.ts'
import { asksForRoute, type Contact, contacts, isKnown, staysHere, traceRefusal, tracing } from './trace.ts'
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
  `a whole session contacts nothing outside this machine, nor does a page that tries to${refusal === null ? '' : ` (skipped: ${refusal})`}`,
  async () => {
    const folder = await ownFolder()
    const { program, trace } = tracing(folder, findElectron().path)
    const app = await start(folder, { program, provokes: true })
    await wholeSession(app, {
      text: fixtureText(),
      note: 'Ask Legal for our timetable.',
      tag: 'timetable',
      filter: 'ministers',
      draft: 'A second text\n\nThe delegations agreed to meet again.',
      file: join(folder, 'notes.jsonld'),
    })
    const during = contacts(trace())
    await tryToLeave(app)
    await app.stop()
    const after = contacts(trace()).slice(during.length)
    // The trace has seen the page as well as main: Chromium's DevTools port on loopback is how they talk here.
    expect(during.some(({ to }) => to.includes('127.0.0.1'))).toBe(true)
    expect(lines(during.filter((contact) => !staysHere(contact) && !isKnown(contact)))).toEqual([])
    // A page that makes a peer asks for routes; nothing is sent, and nothing but a datagram socket is connected.
    expect(lines(after.filter((contact) => !staysHere(contact) && !asksForRoute(contact)))).toEqual([])
  },
)

const lines = (made: readonly Contact[]) => made.map(({ line }) => line)

/** Lets the page try every way out that names an address, so that no name has to be resolved first; none may get as far as the system. */
async function tryToLeave(app: RunningApp): Promise<void> {
  await app.client.executeAsync((done: () => void) => {
    const quietly = async (attempt: () => unknown) => {
      try {
        await attempt()
      } catch {
        // Refused, as it should be; what counts is the trace.
      }
    }
    const host = '192.0.2.1'
    for (const rel of ['preconnect', 'prefetch', 'dns-prefetch', 'stylesheet', 'icon']) {
      const link = document.createElement('link')
      Object.assign(link, { rel, href: `https://${host}/` })
      document.head.append(link)
    }
    const peer = () => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:${host}:3478` }] })
      connection.createDataChannel('out')
      return connection.createOffer().then((offer) => connection.setLocalDescription(offer))
    }
    const attempts = [
      peer,
      () => fetch(`https://${host}/`),
      () => new WebSocket(`wss://${host}/`),
      () => new WebTransport(`https://${host}:443/`).ready,
      () => navigator.sendBeacon(`https://${host}/`, 'x'),
      () => import(`https://${host}/x.js`),
    ]
    // Gathering ways to a peer takes a moment after the attempts have answered.
    Promise.all(attempts.map(quietly)).then(() => setTimeout(done, 1_000))
  })
}
