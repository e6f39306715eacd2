import { describe, expect, it } from 'vitest'
import {
  backUpNow,
  chooseBackup,
  chooseBackupFolder,
  closeBackups,
  restoreBackup,
  setBackups,
  stopBackup,
} from '../../../renderer/actions/backups.ts'
import { runCommand } from '../../../renderer/actions/commands.ts'
import { noticeOf, started } from './support.ts'

describe('the dialog of the backups', () => {
  it('opens with what main knows, and shows what is changed', async () => {
    const { app } = await started()
    await runCommand(app, 'backup.show')
    await chooseBackupFolder(app)
    await setBackups(app, { schedule: 'weekly', kept: 3 })
    expect(app.store.get().backups).toMatchObject({
      dialog: 'backups',
      state: { folder: '/media/office/Backups', schedule: 'weekly', kept: 3 },
    })
  })

  it('shows how far a backup is until it is stopped, and closing it leaves the backup alone', async () => {
    const { app, calls } = await started()
    await runCommand(app, 'backup.show')
    await backUpNow(app, null)
    expect(app.store.get().backups).toMatchObject({ state: { running: { done: 3, total: 9 } }, stopping: false })
    await stopBackup(app)
    expect(app.store.get().backups).toMatchObject({ state: { running: null }, stopping: false })
    const before = calls.length
    closeBackups(app)
    expect([app.store.get().backups.dialog, calls.length]).toEqual(['none', before])
  })

  it('lets no other command through while it is open, the theme excepted', async () => {
    const { app } = await started()
    await runCommand(app, 'backup.show')
    await runCommand(app, 'briefing.new')
    await runCommand(app, 'backup.restore')
    await runCommand(app, 'theme.dark')
    const { incoming, backups, settings } = app.store.get()
    expect([incoming.step, backups.dialog, settings.theme]).toEqual(['none', 'backups', 'dark'])
  })

  it('says why it can not be shown or a backup not be made', async () => {
    const { app } = await started({ troubles: { 'backup.state': 'library-damaged', 'backup.now': 'disk-full' } })
    await runCommand(app, 'backup.show')
    expect(noticeOf(app)).toBe('failure.library-damaged')
    await backUpNow(app, null)
    expect(noticeOf(app)).toBe('failure.disk-full')
  })
})

describe('the dialog that restores', () => {
  it('keeps its place for another try when the passphrase is wrong, and then shows where the library is', async () => {
    const { app } = await started()
    await chooseBackup(app)
    await restoreBackup(app, { kind: 'passphrase', text: 'wrong' })
    expect(app.store.get().backups).toMatchObject({ step: 'ready', failure: { code: 'passphrase-wrong' } })
    await restoreBackup(app, { kind: 'passphrase', text: 'right' })
    expect(app.store.get().backups).toMatchObject({ step: 'done', failure: null, restored: { briefings: 12 } })
    closeBackups(app)
    expect(app.store.get().backups.dialog).toBe('none')
  })

  it('stays open while it restores', async () => {
    const { app } = await started()
    await chooseBackup(app)
    const running = restoreBackup(app, { kind: 'passphrase', text: 'right' })
    closeBackups(app)
    expect(app.store.get().backups).toMatchObject({ dialog: 'restore', step: 'running' })
    await running
  })
})
