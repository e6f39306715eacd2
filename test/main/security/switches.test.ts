import { describe, expect, it } from 'vitest'
import { refusedSwitches } from '../../../main/security/switches.ts'

describe('a packaged release refuses its own command line', () => {
  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '-remote-debugging-port=0',
    '--REMOTE-DEBUGGING-PORT=1',
    '--no-sandbox',
    '--disable-web-security',
    '--inspect',
    '--inspect-brk=0.0.0.0:9229',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp/x',
    '--proxy-server=evil:80',
    '--host-resolver-rules=MAP * 10.0.0.1',
    '--renderer-cmd-prefix=/tmp/x',
  ])('with %s', (argument) => {
    expect(refusedSwitches(['notes.txt', argument])).toHaveLength(1)
  })

  it.each([
    [],
    ['briefing.txt'],
    ['--lang=fr', '--force-device-scale-factor=1.5'],
    ['--user-data-dir=/home/x/profile'],
  ])('but starts with %j', (...commandLine) => {
    expect(refusedSwitches(commandLine)).toEqual([])
  })
})
