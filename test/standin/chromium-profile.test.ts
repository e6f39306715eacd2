import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createProfile, switchesFor } from './chromium-profile.ts'

const given = (...names: readonly string[]) => new Map(names.map((name) => [name, ''] as const))

test('a switch reaches Chromium only when it is on the list', () => {
  const switches = switchesFor(
    '/profile',
    given('disable-gpu', 'disable-web-security', 'remote-allow-origins', 'load-extension'),
  )
  expect(switches).toContain('--disable-gpu')
  expect(switches.join(' ')).not.toMatch(/web-security|allow-origins|load-extension/)
})

test('no host resolves and nothing runs in the background, whatever the app says', () => {
  const switches = switchesFor('/profile', new Map([['host-resolver-rules', 'MAP * 1.2.3.4']]))
  expect(switches.filter((entry) => entry.startsWith('--host-resolver-rules'))).toEqual([
    '--host-resolver-rules=MAP * ~NOTFOUND',
  ])
  expect(switches).toContain('--disable-background-networking')
})

test.skipIf(process.getuid?.() === 0)('the sandbox is on (skipped for root, as whom Chromium has none)', () => {
  expect(switchesFor('/profile', new Map())).not.toContain('--no-sandbox')
})

test('a profile is new each time and asks nobody about failed pages', () => {
  const profiles = [createProfile(), createProfile()]
  expect(profiles[0]).not.toBe(profiles[1])
  for (const profile of profiles) {
    const preferences = JSON.parse(readFileSync(join(profile, 'Default', 'Preferences'), 'utf8'))
    expect(preferences.alternate_error_pages.enabled).toBe(false)
    rmSync(profile, { recursive: true })
    expect(existsSync(profile)).toBe(false)
  }
})
