// Where this machine's settings live: one small lowdb record in the user's own folder, written durably.
import { join } from 'node:path'
import { type Adapter, Low } from 'lowdb'
import type { Settings } from '../domain/settings.ts'
import { type Disk, makeFolder } from './library/disk.ts'
import { durableFile } from './library/durable.ts'
import type { SettingsFile } from './settings-store.ts'

const name = 'settings.json'

/** The settings' file in a folder; `read` gives null where there is none and rejects when it is no JSON. */
export function settingsFile(disk: Disk, folder: string): SettingsFile {
  const bytes = durableFile(disk, join(folder, name), name)
  const adapter: Adapter<unknown> = {
    read: async () => {
      const found = await bytes.read()
      return found === null ? null : (JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(found)) as unknown)
    },
    write: (settings) => bytes.write(new TextEncoder().encode(`${JSON.stringify(settings, null, 2)}\n`)),
  }
  const record = new Low<unknown>(adapter, null)
  return {
    read: async () => {
      await record.read()
      return record.data
    },
    write: async (settings: Settings) => {
      await makeFolder(disk, folder)
      record.data = settings
      await record.write()
    },
  }
}
