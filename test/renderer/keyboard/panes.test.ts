import { expect, it } from 'vitest'
import { paneBeside } from '../../../renderer/keyboard/panes.ts'

it.each([
  [['rail', 'list', 'reader', 'notes'], 'notes', 1, 'rail'],
  [['rail', 'list', 'reader', 'notes'], 'rail', -1, 'notes'],
  [['rail', 'list', 'reader'], 'list', 1, 'reader'],
  [['rail', 'list', 'reader'], null, 1, 'rail'],
  [['rail', 'list', 'reader'], null, -1, 'reader'],
  [['rail', 'reader'], 'notes', 1, 'rail'],
  [[], 'rail', 1, null],
] as const)('of the panes %j, from %s by %i the focus goes to %s', (reachable, current, step, next) => {
  expect(paneBeside(reachable, current, step)).toBe(next)
})
