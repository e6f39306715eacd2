import { describe, expect, it } from 'vitest'
import { creatorName } from '../../main/creator.ts'

const unknownUser = () => {
  throw new Error('ENOENT: no such user')
}

describe('the creator of notes', () => {
  it('is the user the system names', () => {
    expect(creatorName({ USER: 'other' }, () => 'officer')).toBe('officer')
  })

  it.each([
    [{ USER: 'officer' }, 'officer'],
    [{ USERNAME: 'officer' }, 'officer'],
    [{}, ''],
  ])('is taken from %j where the system names nobody', (environment, expected) => {
    expect(creatorName(environment, unknownUser)).toBe(expected)
  })
})
