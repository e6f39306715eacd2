import { expect, test } from 'vitest'
import { parseArguments, parseSwitch } from './arguments.ts'

test.each([
  ['as a positional argument', ['app']],
  ['as ChromeDriver names it', ['--app=app', 'data:,']],
  ['behind the dashes that ChromeDriver puts', ['--no-first-run', '--', 'app']],
  ['before its switches', ['app', '--lang=fr']],
])('the app is found %s', (_how, argv) => {
  expect(parseArguments(argv, '/work')?.app).toBe('/work/app')
})

test.each([[[]], [['data:,']], [['--app=']], [['--lang=fr']]])('without an app there is nothing to run: %j', (argv) => {
  expect(parseArguments(argv, '/work')).toBeNull()
})

test('switches are kept with their values, and the profile is taken from the working folder', () => {
  const given = parseArguments(['app', '--user-data-dir=profile', '--mute', '--a=b=c'], '/work')
  expect(given?.userDataDir).toBe('/work/profile')
  expect(given?.switches.get('mute')).toBe('')
  expect(given?.switches.get('a')).toBe('b=c')
})

test.each(['-x', 'x', '--', ''])('%j is no switch', (argument) => {
  expect(parseSwitch(argument)).toBeNull()
})
