// The session's doors, tried one by one with what a page or a server could send.
import type { App, Session, WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { guardNavigation } from '../../../main/security/navigation.ts'
import { cutNetwork, cutSession } from '../../../main/security/network.ts'
import { startPage } from '../../../main/security/origin.ts'
import { denyPermissions } from '../../../main/security/permissions.ts'

type Handler = (...args: unknown[]) => unknown

/** A thing whose methods keep the handlers they are given, by method or by event name. */
function recorder() {
  const handlers = new Map<string, Handler>()
  const calls: [name: string, ...args: unknown[]][] = []
  const keep = (name: string) =>
    ((first: unknown, second?: unknown) => {
      calls.push([name, first, second])
      if (typeof first === 'function') handlers.set(name, first as Handler)
      if (typeof second === 'function') handlers.set(String(first), second as Handler)
    }) as Handler
  const thing: object = new Proxy(keep('itself'), {
    get: (_target, name) => (name === 'then' ? undefined : within(String(name))),
  })
  const within = (name: string): unknown => (name === 'webRequest' || name === 'commandLine' ? thing : keep(name))
  const handler = (name: string): Handler => handlers.get(name) ?? (() => expect.unreachable(`no handler for ${name}`))
  return { thing, handler, calls }
}

/** What the last argument, a callback, was called with. */
function answerOf(handler: Handler, ...args: unknown[]): unknown {
  const answers: unknown[] = []
  handler(...args, (answer: unknown) => answers.push(answer))
  expect(answers).toHaveLength(1)
  return answers[0]
}

function isPrevented(handler: Handler, details: object, ...args: unknown[]): boolean {
  let prevented = false
  handler(
    {
      ...details,
      preventDefault: () => {
        prevented = true
      },
    },
    ...args,
  )
  return prevented
}

describe('the session', () => {
  it.each([
    'https://example.org/',
    'http://127.0.0.1/',
    'ws://localhost:1/',
    'wss://x.y/',
    'ftp://x/',
    'file:///etc/passwd',
    'devtools://devtools/',
    'app://evil/',
  ])('cancels a request to %s', async (url) => {
    const { thing, handler } = recorder()
    await cutSession(thing as Session)
    expect(answerOf(handler('onBeforeRequest'), { url })).toEqual({ cancel: true })
  })

  it.each([startPage, 'blob:app://aide-memoire/1', 'data:text/plain,x'])('lets %s through', async (url) => {
    const { thing, handler } = recorder()
    await cutSession(thing as Session)
    expect(answerOf(handler('onBeforeRequest'), { url })).toEqual({ cancel: false })
  })

  it('is offline, behind a proxy that is not there, and fetches no dictionaries', async () => {
    const { thing, calls } = recorder()
    await cutSession(thing as Session)
    expect(calls).toContainEqual(['enableNetworkEmulation', { offline: true }, undefined])
    expect(calls).toContainEqual(['setSpellCheckerEnabled', false, undefined])
    expect(calls.find(([name]) => name === 'setProxy')?.[1]).toMatchObject({ proxyRules: '127.0.0.1:9' })
  })

  it('denies every permission, device, screen and download', () => {
    const { thing, handler } = recorder()
    denyPermissions(thing as Session)
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'fileSystem',
      'openExternal',
      'unknown',
    ]) {
      expect(answerOf(handler('setPermissionRequestHandler'), null, permission)).toBe(false)
      expect(handler('setPermissionCheckHandler')(null, permission)).toBe(false)
    }
    expect(handler('setDevicePermissionHandler')({ deviceType: 'usb' })).toBe(false)
    expect(answerOf(handler('setDisplayMediaRequestHandler'), {})).toBeNull()
    expect(isPrevented(handler('will-download'), {})).toBe(true)
  })
})

describe('every page', () => {
  const guarded = () => {
    const contents = recorder()
    const app = recorder()
    guardNavigation(app.thing as App)
    app.handler('web-contents-created')({}, contents.thing as WebContents)
    return contents
  }

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('is held on our own address at %s', (event) => {
    const { handler } = guarded()
    for (const url of [
      'https://example.org/',
      'file:///etc/passwd',
      'app://aide-memoire.evil/',
      'javascript:alert(1)',
      'data:text/html,x',
    ]) {
      expect(isPrevented(handler(event), { url })).toBe(true)
    }
    expect(isPrevented(handler(event), { url: startPage })).toBe(false)
  })

  it('opens no window and holds no web view', () => {
    const { handler } = guarded()
    expect(handler('setWindowOpenHandler')({ url: startPage })).toEqual({ action: 'deny' })
    expect(isPrevented(handler('will-attach-webview'), {})).toBe(true)
  })
})

it('before the start no host name resolves and a proxy that is not there takes what tries', () => {
  const { thing, calls } = recorder()
  cutNetwork(thing as App)
  expect(calls).toContainEqual(['appendSwitch', 'host-resolver-rules', 'MAP * ~NOTFOUND'])
  expect(calls).toContainEqual(['appendSwitch', 'proxy-server', '127.0.0.1:9'])
})

it('calls between peers may send no packets of their own, by a switch and in every page', () => {
  const app = recorder()
  const contents = recorder()
  cutNetwork(app.thing as App)
  app.handler('web-contents-created')({}, contents.thing as WebContents)
  expect(app.calls).toContainEqual(['appendSwitch', 'webrtc-ip-handling-policy', 'disable_non_proxied_udp'])
  expect(contents.calls).toContainEqual(['setWebRTCIPHandlingPolicy', 'disable_non_proxied_udp', undefined])
})
