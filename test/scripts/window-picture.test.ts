// The picture of a window nobody sees: taken when the page is drawn, not before, and never of another page.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import { pictureSwitches, takePicture } from '../../scripts/window-picture.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

it('waits until the page is drawn and keeps its picture', async () => {
  const folder = await ownFolder()
  const { asked } = await browser(folder, 'app://aide-memoire/index.html', [false, false, true])
  const path = join(folder, 'pictures', 'window.png')
  expect(await takePicture(folder, path, 20_000, () => false)).toBe(true)
  expect(await readFile(path, 'utf8')).toBe('the picture')
  expect(asked.filter((method) => method === 'Runtime.evaluate')).toHaveLength(3)
})

it('knows the page under the address that the stand-in gives it', async () => {
  const folder = await ownFolder()
  await browser(folder, 'https://aide-memoire.app.standin.localhost/index.html', [true])
  expect(await takePicture(folder, join(folder, 'window.png'), 20_000, () => false)).toBe(true)
})

it.each(['about:blank', 'https://blank.standin.localhost/1', 'https://example.org/?app://aide-memoire/'])(
  'takes no picture of %s',
  async (url) => {
    const folder = await ownFolder()
    const { asked } = await browser(folder, url, [true])
    let looks = 0
    const stopped = () => {
      looks += 1
      return looks > 3
    }
    expect(await takePicture(folder, join(folder, 'window.png'), 20_000, stopped)).toBe(false)
    expect(asked).toEqual([])
  },
)

it('gives up at once when the app has ended', async () => {
  const folder = await ownFolder()
  expect(await takePicture(folder, join(folder, 'window.png'), 20_000, () => true)).toBe(false)
})

it('forgets the port of an earlier run', async () => {
  const folder = await ownFolder()
  await writeFile(join(folder, 'DevToolsActivePort'), '1\n/devtools/browser/x')
  expect(await pictureSwitches(folder)).toEqual(['--remote-debugging-port=0', `--user-data-dir=${folder}`])
  await expect(readFile(join(folder, 'DevToolsActivePort'))).rejects.toThrow('ENOENT')
})

async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'aide-picture-'))
  ends.push(() => rm(folder, { recursive: true }))
  return folder
}

/** A browser with one page, whose answers to "are you drawn?" are given; `asked` collects the methods it was asked. */
async function browser(folder: string, url: string, drawn: readonly boolean[]) {
  const asked: string[] = []
  const answers = [...drawn]
  const server = createServer((_request, response) => {
    const webSocketDebuggerUrl = `ws://127.0.0.1:${portOf(server)}/page`
    response.end(JSON.stringify([{ type: 'page', url, webSocketDebuggerUrl }]))
  })
  new WebSocketServer({ server }).on('connection', (socket) => {
    socket.on('message', (text) => {
      const { id, method } = JSON.parse(String(text))
      asked.push(method)
      const data = Buffer.from('the picture').toString('base64')
      const result = method === 'Runtime.evaluate' ? { result: { value: answers.shift() } } : { data }
      socket.send(JSON.stringify({ id, result }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => server.close())
  await writeFile(join(folder, 'DevToolsActivePort'), `${portOf(server)}\n/devtools/browser/x`)
  return { asked }
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}
