// The smallest app in a window, seen by Spectron: what every other end-to-end test stands on. Each rule here is one that
// Electron keeps by itself and its stand-in has to keep too.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRunning } from './processes.ts'
import { type RunningApp, runApp, startApp } from './spectron.ts'

type Fixture = {
  readonly echo: (value: unknown) => Promise<{ readonly value: unknown; readonly url: string; readonly origin: string }>
  readonly fail: () => Promise<void>
  readonly tell: (value: unknown) => Promise<void>
  readonly ask: () => Promise<{ readonly filePaths: readonly string[] }>
  readonly double: (value: number) => number
  readonly bounds: () => Promise<{ readonly width: number; readonly height: number }>
  readonly outputs: () => Promise<unknown>
}
declare global {
  interface Window {
    readonly fixture: Fixture
    readonly violations: string[]
    readonly stopListening: () => void
  }
}

const fixture = resolve(import.meta.dirname, '../standin/fixture/main.ts')
const folder = mkdtempSync(join(tmpdir(), 'aide-e2e-'))
const start = async (): Promise<RunningApp> => {
  const started = await startApp({ folder, app: fixture })
  await started.client.waitUntilTextExists('#loaded', 'loaded 42')
  return started
}
const said = (app: RunningApp, text: string): Promise<unknown> =>
  app.client.waitUntil(() => app.stderr().includes(text), { timeoutMsg: `not said: ${text}; but:\n${app.stderr()}` })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a page of the app', () => {
  let app: RunningApp
  beforeAll(async () => {
    app = await start()
  })
  afterAll(() => app.stop())

  test('runs under its policy, with its title and the size that was asked for', async () => {
    expect(await app.client.getTitle()).toBe('Fixture')
    expect(await app.client.execute(() => [innerWidth, innerHeight, isSecureContext])).toEqual([1000, 700, true])
    expect(await app.client.execute(() => window.violations)).toEqual([])
    await app.screenshot('standin-fixture')
  })

  test('calls the app over the bridge, which sees who calls', async () => {
    const answer = await app.client.execute(() => window.fixture.echo({ list: [1, 'two', null], deep: { yes: true } }))
    expect(answer).toEqual({
      value: { list: [1, 'two', null], deep: { yes: true } },
      url: 'app://fixture/page.html',
      origin: 'app://fixture',
    })
  })

  test('sends undefined, dates and bytes as they are', async () => {
    const kinds = await app.client.execute(async () => {
      const sent = { none: undefined, date: new Date(0), bytes: new Uint8Array([0, 255]) }
      const { value } = (await window.fixture.echo(sent)) as unknown as { readonly value: typeof sent }
      return [
        'none' in value,
        value.none === undefined,
        value.date.toISOString(),
        value.bytes instanceof Uint8Array,
        value.bytes[1],
      ]
    })
    expect(kinds).toEqual([true, true, '1970-01-01T00:00:00.000Z', true, 255])
  })

  test('is told why a handler failed', async () => {
    const message = await app.client.execute(() => window.fixture.fail().catch((error: Error) => error.message))
    expect(message).toBe("Error invoking remote method 'fail': RangeError: out of reach")
  })

  test('cannot send a function', async () => {
    const message = await app.client.execute(() => window.fixture.echo(() => 1).catch((error: Error) => error.message))
    expect(message).toContain('could not be cloned')
  })

  test('gives a menu its key, and Chromium opens no window of its own for it', async () => {
    await app.client.keys(['Control', 'n'])
    await app.client.waitUntilTextExists('#told', '"new"')
    expect(await app.client.getWindowHandles()).toHaveLength(1)
  })

  test('leaves its right click to the app', async () => {
    await (await app.client.$('h1')).click({ button: 'right' })
    await said(app, 'fixture: context menu, editable: false')
  })

  test('hears events until it stops listening', async () => {
    await app.client.execute(() => window.fixture.tell({ word: 'first' }))
    await app.client.waitUntilTextExists('#told', '{"word":"first"}')
    await app.client.execute(() => window.stopListening())
    await app.client.execute(() => window.fixture.tell('second'))
    expect(await (await app.client.$('#told')).getText()).not.toContain('second')
  })

  test('cannot change the bridge nor reach what is behind it', async () => {
    const found = await app.client.execute(() => {
      const page = window as unknown as Record<string, unknown>
      const names = ['require', 'process', 'ipcRenderer', 'standinReceive'].filter((name) => name in page)
      const bindings = Object.getOwnPropertyNames(page).filter((name) => name.startsWith('standin'))
      return [
        ...names,
        ...bindings,
        Object.isFrozen(window.fixture),
        Object.getOwnPropertyDescriptor(window, 'fixture')?.writable,
      ]
    })
    expect(found).toEqual([true, false])
  })

  test('gets an answer from a dialog that the test gave', async () => {
    app.answerDialogs([{ open: ['/tmp/a.txt'] }])
    const answer = await app.client.execute(() => window.fixture.ask())
    expect(answer).toEqual({ canceled: false, filePaths: ['/tmp/a.txt'] })
    expect(app.askedDialogs().at(-1)).toMatchObject({ kind: 'open', options: { title: 'Open' } })
    expect(await app.client.execute(() => window.fixture.ask())).toEqual({ canceled: true, filePaths: [] })
  })

  test('is resized and the app knows', async () => {
    await app.client.setWindowSize(900, 640)
    const bounds = () => app.client.execute(() => window.fixture.bounds())
    await app.client.waitUntil(async () => (await bounds()).width === 900, { timeoutMsg: 'the app does not know' })
    expect(await bounds()).toMatchObject({ width: 900, height: 640 })
  })

  test.each(['mail', 'away'])('does not leave by the link "%s"', async (id) => {
    const target = await app.client.execute(
      (name: string) => (document.getElementById(name) as HTMLAnchorElement).href,
      id,
    )
    await (await app.client.$(`#${id}`)).click()
    await said(app, `fixture: denied navigation ${target}`)
    expect(await (await app.client.$('#loaded')).getText()).toBe('loaded 42')
  })

  test.each(['https://example.org/script', 'app://other/page.html', 'unknown:thing'])(
    'does not leave for %s when a script says so',
    async (target) => {
      await app.client.execute((url: string) => {
        location.href = url
      }, target)
      await said(app, `fixture: denied navigation ${target}`)
      expect(await (await app.client.$('#loaded')).getText()).toBe('loaded 42')
    },
  )

  // Chromium refuses these before the app is asked, as in Electron.
  test.each(['file:///etc/passwd', 'data:text/html,hi', 'javascript:void(document.title="taken")'])(
    'stays where %s is asked for',
    async (target) => {
      await app.client.execute((url: string) => {
        location.href = url
      }, target)
      expect(await app.client.execute(() => fetch('/page.js').catch(() => document.title))).toBe('Fixture')
    },
  )

  test('opens no window', async () => {
    expect(await app.client.execute(() => window.open('https://example.org/open'))).toBeNull()
    await said(app, 'fixture: denied window https://example.org/open')
    await (await app.client.$('#tab')).click()
    await said(app, 'fixture: denied window https://example.org/tab')
    await app.client.waitUntil(async () => (await app.client.getWindowHandles()).length === 1)
  })

  test('is refused by its policy before a request is made', async () => {
    const outcome = await app.client.execute(() =>
      fetch('https://example.org/fetch').then(
        () => 'sent',
        () => 'refused',
      ),
    )
    expect(outcome).toBe('refused')
    expect(await app.client.execute(() => window.violations)).toContain('connect-src')
    expect(app.stderr()).not.toContain('example.org/fetch')
  })

  test('gets what the app decided about permissions', async () => {
    const states = await app.client.execute(async () => {
      const names = ['geolocation', 'notifications', 'clipboard-read', 'camera', 'microphone', 'midi']
      const answers = await Promise.all(
        names.map((name) => navigator.permissions.query({ name: name as PermissionName })),
      )
      return answers.map((answer) => answer.state)
    })
    expect(new Set(states)).toEqual(new Set(['denied']))
  })

  test('prints to PDF, gives a picture of itself and follows the theme', async () => {
    const outcome = await app.client.execute(() => window.fixture.outputs())
    expect(outcome).toEqual({ pdf: '%PDF-', png: [900, 640], dark: true, light: false })
  })

  test('runs no text as code', async () => {
    const outcome = await app.client.execute(() => {
      try {
        document.body.innerHTML = '<b>hi</b>'
        return 'set'
      } catch (error) {
        return (error as Error).name
      }
    })
    expect(outcome).toBe('TypeError')
  })

  test('is recorded when the app lets a request through to the network, which it never reaches', async () => {
    await app.client.execute(() => {
      location.href = 'https://example.org/let-through'
    })
    await said(app, 'standin: not cancelled by the app: https://example.org/let-through')
  })
})

describe('the app', () => {
  test('comes back with a new window when its page crashed', async () => {
    const app = await start()
    await app.crashPage()
    await app.client.waitUntilTextExists('#loaded', 'loaded 42')
    expect(app.stderr()).toContain('page gone: crashed')
    await app.stop()
  })

  test('tells a second start from the first, and the second ends', async () => {
    const app = await start()
    const second = await runApp({ folder, app: fixture })
    expect(second).toMatchObject({ exitCode: 0 })
    expect(second.stderr).toContain('fixture: second instance')
    await said(app, 'fixture: second start 4 {"from":"fixture"}')
    await app.stop()
  })

  test('ends in the documented order when its window is closed', async () => {
    const app = await start()
    await app.stop()
    expect(isRunning(app.pid)).toBe(false)
    expect(app.stderr().match(/fixture: (closing|before-quit|will-quit|quit)/g)).toEqual([
      'fixture: closing',
      'fixture: before-quit',
      'fixture: will-quit',
      'fixture: quit',
    ])
  })

  test('leaves nothing running when it is killed, and starts again with the same data', async () => {
    const first = await start()
    await first.kill()
    const second = await start()
    expect(second.userData).toBe(first.userData)
    await second.stop()
  })
})
