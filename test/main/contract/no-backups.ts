// Backups for tests of other calls: nothing is ever made or restored.
import { failed } from '../../../domain/result.ts'
import { defaultSettings } from '../../../domain/settings.ts'
import type { AppBackups } from '../../../main/backup/app-backups.ts'

const refuse = async () => failed('call-refused')
const state = () => ({ ...defaultSettings.backups, running: null, failure: null, isSealed: false })

export const noBackups: AppBackups = {
  backups: {
    state,
    chooseFolder: async () => state(),
    set: state,
    make: refuse,
    stop: () => undefined,
    check: async () => undefined,
  },
  restoring: {
    chooseFile: async () => null,
    offer: () => undefined,
    takeOffer: () => null,
    start: refuse,
    stop: () => undefined,
    close: async () => undefined,
  },
}
