import { describe, expect, it } from 'vitest'
import { isLocalAddress, isOurAddress, startPage } from '../../../main/security/origin.ts'

describe('our own origin', () => {
  it.each([startPage, 'app://aide-memoire/', 'app://aide-memoire/assets/a.js?x#y'])('is %s', (address) => {
    expect(isOurAddress(address)).toBe(true)
  })

  it.each([
    '',
    'app:',
    'app://',
    'app://aide-memoire.evil/index.html',
    'app://aide-memoire@evil/index.html',
    'app://user@aide-memoire/index.html',
    'app://user:password@aide-memoire/',
    'app://evil/aide-memoire',
    'app://aide-memoire:8080/',
    'app:///aide-memoire/index.html',
    'apps://aide-memoire/',
    'https://aide-memoire/index.html',
    'http://127.0.0.1/app://aide-memoire/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'about:blank',
    'null',
    'aide-memoire/index.html',
  ])('is not %j', (address) => {
    expect(isOurAddress(address)).toBe(false)
  })
})

describe('addresses a page may load from', () => {
  it.each([startPage, 'blob:app://aide-memoire/6f0b', 'data:image/png;base64,AA'])('include %s', (address) => {
    expect(isLocalAddress(address)).toBe(true)
  })
  it.each(['https://example.org/', 'http://127.0.0.1:9/', 'ws://localhost/', 'file:///etc/hosts', 'ftp://x/', 'x'])(
    'leave out %s',
    (address) => {
      expect(isLocalAddress(address)).toBe(false)
    },
  )
})
