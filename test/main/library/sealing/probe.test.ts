import { expect, it } from 'vitest'
import { canSeal } from '../../../../main/library/sealing/probe.ts'

it('this machine’s cryptography gives the answers that the standards print', () => {
  expect(canSeal()).toBe(true)
})
