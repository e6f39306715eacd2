import { describe, expect, it } from 'vitest'
import { refusedSwitches } from '../../../main/security/switches.ts'

describe('a packaged release refuses its own command line', () => {
  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '-remote-debugging-port=0',
    '--REMOTE-DEBUGGING-PORT=1',
    ' --no-sandbox',
    '--no-sandbox ',
    '--disable-web-security',
    '--inspect',
    '--inspect-brk=0.0.0.0:9229',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp/x',
    '--proxy-server=evil:80',
    '--host-resolver-rules=MAP * 10.0.0.1',
    '--renderer-cmd-prefix=/tmp/x',
    '--single-process',
    '--browser-subprocess-path=/tmp/x',
    '--disable-features=NetworkServiceSandbox',
    '--a-switch-of-tomorrow',
  ])('with %s', (argument) => {
    expect(refusedSwitches(['notes.txt', argument], 'linux')).toHaveLength(1)
  })

  it('with the slash that Windows knows as well', () => {
    expect(refusedSwitches(['/remote-debugging-port=9222', ' /No-Sandbox'], 'win32')).toHaveLength(2)
  })

  it.each([
    [],
    ['briefing.txt'],
    ['/home/officer/briefing.txt'],
    ['--lang=fr', '--force-device-scale-factor=1.5'],
    ['--user-data-dir=/home/x/profile'],
    ['--'],
  ])('but starts with %j', (...commandLine) => {
    expect(refusedSwitches(commandLine, 'linux')).toEqual([])
  })
})
