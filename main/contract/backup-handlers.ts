// The calls of the contract about backups: plain delegation to the two keepers.
import { success } from '../../domain/result.ts'
import type { AppBackups } from '../backup/app-backups.ts'
import type { Handlers } from './register.ts'

type BackupHandlers = Pick<Handlers, Extract<keyof Handlers, `backup.${string}` | `restore.${string}`>>

/** Builds them. */
export function backupHandlers({ backups, restoring }: AppBackups): BackupHandlers {
  return {
    'backup.state': async () => success(backups.state()),
    'backup.choose-folder': async () => success(await backups.chooseFolder()),
    'backup.set': async (changes) => success(backups.set(changes)),
    'backup.now': ({ passphrase }) => backups.make(passphrase),
    'backup.stop': async () => {
      backups.stop()
      return success(null)
    },
    'restore.choose-file': async () => success(await restoring.chooseFile()),
    'restore.offered': async () => success(restoring.takeOffer()),
    'restore.start': (secret) => restoring.start(secret),
    'restore.stop': async () => {
      restoring.stop()
      return success(null)
    },
  }
}
