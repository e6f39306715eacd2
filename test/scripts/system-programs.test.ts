// What a machine must have depends on whether Electron's runtime and a display are there.
import { describe, expect, it } from 'vitest'
import { hasDisplay, neededPrograms } from '../../scripts/system-programs.ts'

const unseen = { platform: 'linux', environment: {} } as const
const seen = { platform: 'linux', environment: { WAYLAND_DISPLAY: 'wayland-0' } } as const

describe('neededPrograms', () => {
  it.each([
    { purpose: 'start', machine: { electron: true, ...seen }, expected: [] },
    { purpose: 'start', machine: { electron: false, ...seen }, expected: ['chromium'] },
    { purpose: 'start', machine: { electron: true, ...unseen }, expected: ['Xvfb'] },
    { purpose: 'end to end', machine: { electron: true, ...seen }, expected: ['chromedriver'] },
    { purpose: 'end to end', machine: { electron: false, ...unseen }, expected: ['chromium', 'chromedriver', 'Xvfb'] },
  ] as const)('$purpose with $machine needs $expected', ({ purpose, machine, expected }) => {
    expect(neededPrograms(purpose, machine)).toEqual(expected)
  })
})

describe('hasDisplay', () => {
  it.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['win32', {}, true],
    ['darwin', {}, true],
  ] as const)('%s with %o: %s', (platform, environment, expected) => {
    expect(hasDisplay({ platform, environment })).toBe(expected)
  })
})
