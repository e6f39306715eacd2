// Which suites `npm test -- --only …` runs.
import { describe, expect, it } from 'vitest'
import { chooseSuites, suiteNames } from '../../scripts/suites.ts'

describe('chooseSuites', () => {
  it('runs all of them without arguments', () => {
    expect(chooseSuites([])).toEqual(suiteNames)
  })

  it.each([
    { args: ['--only', 'units'], expected: ['units'] },
    { args: ['--only=e2e,build'], expected: ['build', 'e2e'] },
    { args: ['--only', 'lint', '--only', 'format'], expected: ['format', 'lint'] },
  ])('keeps their order for $args', ({ args, expected }) => {
    expect(chooseSuites(args)).toEqual(expected)
  })

  it.each([{ args: ['--only', 'unit'] }, { args: ['--only'] }, { args: ['units'] }, { args: ['--watch'] }])(
    'refuses $args with the usage',
    ({ args }) => {
      expect(chooseSuites(args)).toContain('npm test --')
    },
  )
})
