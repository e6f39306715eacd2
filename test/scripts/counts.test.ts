// What `npm test` counts: nothing is green because it said nothing.

import { describe, expect, it } from 'vitest'
import {
  addUp,
  countTests,
  figuresOf,
  lastLine,
  oneCheck,
  resultTable,
  skippedTitles,
  type VitestReport,
} from '../../scripts/counts.ts'

const report = (changes: Partial<VitestReport>): VitestReport => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...changes,
})

describe('countTests', () => {
  it.each([
    ['all green', report({}), 0, { passed: 3, failed: 0, skipped: 0 }],
    ['two failed', report({ numFailedTests: 2 }), 1, { passed: 3, failed: 2, skipped: 0 }],
    ['skipped and to do', report({ numPendingTests: 1, numTodoTests: 1 }), 0, { passed: 3, failed: 0, skipped: 2 }],
    ['no report', null, 0, { passed: 0, failed: 1, skipped: 0 }],
    ['an error outside of any test', report({}), 1, { passed: 3, failed: 1, skipped: 0 }],
    ['no test found', report({ numPassedTests: 0 }), 0, { passed: 0, failed: 1, skipped: 0 }],
    [
      'a file that did not load',
      report({ testResults: [{ status: 'failed', assertionResults: [] }] }),
      1,
      { passed: 3, failed: 1, skipped: 0 },
    ],
    [
      'a file with a failed test counts once',
      report({ numFailedTests: 1, testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }] }),
      1,
      { passed: 3, failed: 1, skipped: 0 },
    ],
  ])('%s', (_title, given, exitCode, expected) => {
    expect(countTests(given, exitCode)).toEqual(expected)
  })
})

describe('the end of the run', () => {
  const results = [
    { name: 'format', counts: oneCheck(0) },
    { name: 'units', counts: { passed: 40, failed: 1, skipped: 2 } },
    { name: 'build', counts: oneCheck(3) },
  ]

  it('adds up over all suites', () => {
    expect(addUp(results)).toEqual({ passed: 41, failed: 2, skipped: 2 })
  })

  it('ends with the one line that others read', () => {
    expect(lastLine(addUp(results))).toBe('41 passed, 2 failed, 2 skipped')
    expect(lastLine({ passed: 5, failed: 0, skipped: 0 })).toBe('5 passed, 0 failed')
  })

  it('shows each suite on a line of its own', () => {
    expect(resultTable(results).split('\n')).toHaveLength(3)
    expect(resultTable(results)).toContain('build   FAILED')
  })
})

it('names every skipped test, whose title says why', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'runs' },
    { status: 'skipped', fullName: 'is left out for root' },
    { status: 'pending', fullName: 'waits' },
  ]
  expect(skippedTitles({ testResults: [{ assertionResults }] })).toEqual(['is left out for root', 'waits'])
  expect(skippedTitles(null)).toEqual([])
})

it('prints the figures of the tests that told some', () => {
  const testResults = [
    {
      status: 'passed',
      assertionResults: [
        { status: 'passed', fullName: 'kills', meta: { figures: { kills: 500, lost: 0 } } },
        { status: 'passed', fullName: 'says nothing', meta: {} },
      ],
    },
  ]
  expect(figuresOf(report({ testResults }))).toEqual(['kills: 500 kills, 0 lost'])
  expect(figuresOf(null)).toEqual([])
})
