import { describe, expect, test } from 'vitest'
import { createSessions, type RequestDetails } from './session.ts'

const request = (url: string) => ({ url }) as RequestDetails
const nobody = {} as Electron.WebContents

describe('requests', () => {
  test('nothing is cancelled without a listener', async () => {
    expect(await createSessions().entryOf('a').cancels(request('https://example.org/'))).toBe(false)
  })

  test('only the last listener counts', async () => {
    const entry = createSessions().entryOf('a')
    entry.session.webRequest.onBeforeRequest((_details, decide) => decide({ cancel: true }))
    entry.session.webRequest.onBeforeRequest((_details, decide) => decide({ cancel: false }))
    expect(await entry.cancels(request('https://example.org/'))).toBe(false)
    entry.session.webRequest.onBeforeRequest(null)
    expect(await entry.cancels(request('https://example.org/'))).toBe(false)
  })

  test.each([
    ['https://*/*', 'https://example.org/x', true],
    ['https://*/*', 'app://main/x', false],
    ['*://example.org/*', 'https://example.org/x', true],
    ['https://example.org/a.b', 'https://example.org/aXb', false],
    ['<all_urls>', 'app://main/x', true],
  ])('a filter %s asked about %s: %s', async (pattern, url, expected) => {
    const entry = createSessions().entryOf('a')
    entry.session.webRequest.onBeforeRequest({ urls: [pattern] }, (_details, decide) => decide({ cancel: true }))
    expect(await entry.cancels(request(url))).toBe(expected)
  })
})

describe('permissions', () => {
  test('all are granted where the app says nothing, as in Electron', async () => {
    expect(await createSessions().entryOf('a').grants(nobody, 'geolocation', 'app://main')).toBe(true)
  })

  test.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
  ])('check %s and request %s give %s', async (check, asked, expected) => {
    const entry = createSessions().entryOf('a')
    entry.session.setPermissionCheckHandler(() => check)
    entry.session.setPermissionRequestHandler((_contents, _permission, decide) => decide(asked))
    expect(await entry.grants(nobody, 'media', 'app://main')).toBe(expected)
  })
})

describe('sessions', () => {
  test('one partition is one session, another is another', () => {
    const { module } = createSessions()
    expect(module.fromPartition('a')).toBe(module.fromPartition('a'))
    expect(module.fromPartition('a')).not.toBe(module.fromPartition('b'))
    expect(module.fromPartition('persist:a').isPersistent()).toBe(true)
    expect(module.fromPartition('a').isPersistent()).toBe(false)
  })

  test('a scheme has one handler until it is taken away', () => {
    const { protocol } = createSessions().module.defaultSession
    const answer = () => new Response('')
    protocol.handle('app', answer)
    expect(() => protocol.handle('app', answer)).toThrow()
    protocol.unhandle('app')
    expect(protocol.isProtocolHandled('app')).toBe(false)
  })
})
