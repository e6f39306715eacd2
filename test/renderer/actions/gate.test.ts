import { expect, it, vi } from 'vitest'
import type { GateState } from '../../../domain/gate.ts'
import { runCommand } from '../../../renderer/actions/commands.ts'
import { createLibrary, keepRecoveryKey, leaveRenewing, unlockLibrary } from '../../../renderer/actions/gate.ts'
import { leaveForLock } from '../../../renderer/actions/locking.ts'
import { editNote, typeNote } from '../../../renderer/actions/notes.ts'
import { isThrough } from '../../../renderer/state/gate.ts'
import { briefing, noticeOf, started, stored, withOpen } from './support.ts'

const locked: GateState = { kind: 'locked', wait: 0 }
const secret = 'walnut ferry'

it('a locked library is asked for nothing, and no command is run, before it is open', async () => {
  const { app, calls } = await started({ gate: locked, secret })
  expect(isThrough(app.store.get().gate)).toBe(false)
  await runCommand(app, 'briefing.new')
  await runCommand(app, 'library.lock')
  expect(calls).toEqual(['gate.state', 'settings.get'])
  expect(app.store.get().incoming.step).toBe('none')
})

it('the right passphrase loads the library at the remembered place, a wrong one says so', async () => {
  const place = { view: 'library', briefingId: briefing.id, noteId: null, offset: 5, query: '' } as const
  const { app } = await started({ gate: locked, secret, place })
  expect(await unlockLibrary(app, 'passphrase', 'no')).toMatchObject({ code: 'passphrase-wrong' })
  expect(app.store.get().library.phase).toBe('loading')
  expect(await unlockLibrary(app, 'passphrase', secret)).toBeNull()
  await vi.waitFor(() => expect(app.store.get().reading.open).toMatchObject({ phase: 'ready', id: briefing.id }))
})

it('the recovery key opens it only when a new passphrase was chosen or left for later', async () => {
  const { app } = await started({ gate: locked, secret })
  expect(await unlockLibrary(app, 'recovery-key', secret)).toBeNull()
  expect(app.store.get().gate.renewing).toBe(secret)
  expect(isThrough(app.store.get().gate)).toBe(false)
  await leaveRenewing(app)
  expect(app.store.get().gate.renewing).toBeNull()
  await vi.waitFor(() => expect(app.store.get().library.phase).toBe('ready'))
})

it('a new sealed library is shown only when its recovery key was written down, a plain one at once', async () => {
  const { app } = await started({ gate: { kind: 'new' } })
  await createLibrary(app, secret)
  expect(app.store.get().gate.state).toMatchObject({ kind: 'open', recoveryKey: expect.any(String) })
  expect(isThrough(app.store.get().gate)).toBe(false)
  await keepRecoveryKey(app)
  expect(isThrough(app.store.get().gate)).toBe(true)
  const plain = await started({ gate: { kind: 'new' } })
  await createLibrary(plain.app, null)
  expect(isThrough(plain.app.store.get().gate)).toBe(true)
})

it('locking a library without a passphrase says that there is none', async () => {
  const { app } = await started()
  await runCommand(app, 'library.lock')
  expect(noticeOf(app)).toBe('failure.library-not-sealed')
})

it('a page that is to go saves the words of notes before it says so', async () => {
  const { app, calls } = await withOpen()
  editNote(app, stored.noteId)
  typeNote(app, stored.noteId, 'half a thou')
  calls.length = 0
  await leaveForLock(app)
  expect(calls.at(-1)).toBe('gate.left')
  expect(calls).toContain('note.edit')
})
