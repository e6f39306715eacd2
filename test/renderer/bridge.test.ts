import { expect, it } from 'vitest'
import type { Bridge } from '../../domain/contract.ts'
import { createClient } from '../../renderer/bridge.ts'

it('a channel that breaks is a failure like any other, never an exception', async () => {
  const call = () => Promise.reject(new Error('channel closed'))
  const client = createClient({ call: call as Bridge['call'], on: () => () => {} })
  expect(await client.call('settings.get', {})).toMatchObject({ ok: false, failure: { code: 'program-error' } })
})
