import { expect, it } from 'vitest'
import type { Row } from '../../../domain/briefing.ts'
import type { Note } from '../../../domain/notes/note.ts'
import { announceChanges } from '../../../main/contract/announce.ts'
import { createAnnouncer } from '../../../main/library/announcer.ts'
import type { LibraryChange } from '../../../main/library/library.ts'

const row = { id: 'a' } as Row
const note = { noteId: 'n' } as Note
const progress = { done: 1, total: 2, changed: 1, running: true, failure: null }
const state = { folder: '/x', entries: 1, readOnly: null, damaged: 0, withdrawn: 0, rolledBack: false, older: 0 }

it.each<[string, LibraryChange, object]>([
  ['library.changed', { kind: 'rows', upserted: [row], removed: ['b'] }, { upserted: [row], removed: ['b'] }],
  [
    'notes.changed',
    { kind: 'notes', briefingId: 'a', upserted: [note], removed: ['m'] },
    { briefingId: 'a', upserted: [note], removed: ['m'] },
  ],
  ['briefings.changed', { kind: 'briefings', ids: ['a'] }, { ids: ['a'] }],
  ['reading.progress', { kind: 'reading', progress }, progress],
  ['library.state-changed', { kind: 'state', state }, state],
])('%s goes out with what changed and nothing else, until it is stopped', (name, change, event) => {
  const sent: unknown[] = []
  const announcer = createAnnouncer((problem) => sent.push(problem))
  const stop = announceChanges({ onChange: announcer.listen }, (...event) => sent.push(event))
  announcer.tell(change)
  stop()
  announcer.tell(change)
  expect(sent).toEqual([[name, event]])
})
