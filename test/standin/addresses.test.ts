import { describe, expect, test } from 'vitest'
import { blankAddress, isBlank, originOf, policyForChromium, toChromium, toElectron } from './addresses.ts'

describe('addresses', () => {
  test.each([
    ['app://main/index.html', 'https://main.app.standin.localhost/index.html'],
    ['app://main/a%20b?q=1#f', 'https://main.app.standin.localhost/a%20b?q=1#f'],
    ['app://main/', 'https://main.app.standin.localhost/'],
    ['blob:app://main/6e1c', 'blob:https://main.app.standin.localhost/6e1c'],
  ])('%s is loaded as %s and turned back', (electron, chromium) => {
    expect(toChromium(electron)).toBe(chromium)
    expect(toElectron(chromium)).toBe(electron)
  })

  test.each([
    'https://example.org/',
    'http://localhost:1/',
    'data:text/html,x',
    'file:///etc/passwd',
    'about:blank',
    'mailto:a@b',
    'nonsense',
  ])('%s stays as it is', (url) => {
    expect(toChromium(url)).toBe(url)
    expect(toElectron(url)).toBe(url)
  })

  test('a lookalike of the app’s address is not the app’s', () => {
    expect(toElectron('https://main.app.standin.localhost.example.org/')).toMatch(/^https:/)
    expect(toElectron('http://main.app.standin.localhost/')).toMatch(/^http:/)
    expect(toElectron('https://standin.localhost/')).toMatch(/^https:/)
  })

  test('a window’s blank first page has the empty address', () => {
    expect(isBlank(blankAddress(3))).toBe(true)
    expect(toElectron(blankAddress(3))).toBe('')
  })

  test.each([
    ['app://main/index.html', 'app://main'],
    ['https://example.org/x', 'https://example.org'],
    ['data:text/html,x', 'null'],
    ['about:blank', 'null'],
    ['', 'null'],
  ])('the origin of %s is %s', (url, origin) => {
    expect(originOf(url)).toBe(origin)
  })

  test('a policy that names the app’s scheme means what Chromium loads; words inside others are left alone', () => {
    const policy = "default-src 'none'; img-src app: data:; connect-src app:*; frame-src https://app.example"
    expect(policyForChromium(policy, ['app'])).toBe(
      "default-src 'none'; img-src https://*.app.standin.localhost data:; connect-src https://*.app.standin.localhost; frame-src https://app.example",
    )
  })
})
