import { describe, expect, it } from 'vitest'
import { createAnnouncer } from '../../../main/library/announcer.ts'

describe('announcing', () => {
  it('goes on to the other listeners when one throws, and reports it', () => {
    const reported: unknown[] = []
    const announcer = createAnnouncer((message) => reported.push(message))
    const heard: string[] = []
    announcer.listen(() => {
      throw new Error('listener')
    })
    announcer.listen((change) => heard.push(change.kind))
    announcer.tell({ kind: 'rows', upserted: [], removed: [] })
    expect(heard).toEqual(['rows'])
    expect(reported).toHaveLength(1)
  })

  it('tells a state only when it is another', () => {
    const announcer = createAnnouncer(() => undefined)
    const heard: string[] = []
    announcer.listen((change) => heard.push(change.kind))
    const state = { folder: '/x', entries: 1, readOnly: null, damaged: 0, withdrawn: 0, rolledBack: false, older: 0 }
    announcer.tellState(state)
    announcer.tellState({ ...state })
    announcer.tellState({ ...state, entries: 2 })
    expect(heard).toEqual(['state', 'state'])
  })
})
