// How far each sealed library's list of records had got when this machine last saw it: kept in the user's own folder, since a folder that
// was rolled back whole can't tell. It holds ids and numbers, no words.
import { join } from 'node:path'
import { z } from 'zod'
import { type Disk, makeFolder, readWhole } from './library/disk.ts'
import { durableFile } from './library/durable.ts'
import type { SeenGenerations } from './library/manifest-keeper.ts'

const name = 'seen.json'
const schema = z.record(z.uuid(), z.int().min(0))

/** The numbers kept in a folder. A file that can't be read counts as none; one that can't be written loses a warning, not a text. */
export function seenGenerations(disk: Disk, folder: string, report: (error: unknown) => void): SeenGenerations {
  const path = join(folder, name)
  const read = async (): Promise<z.output<typeof schema>> => {
    try {
      const found = await readWhole(disk.fileSystem, path)
      return found === null ? {} : schema.parse(JSON.parse(new TextDecoder().decode(found.bytes)))
    } catch {
      return {}
    }
  }
  return {
    get: async (library) => (await read())[library] ?? 0,
    set: async (library, generation) => {
      try {
        await makeFolder(disk, folder)
        const content = JSON.stringify({ ...(await read()), [library]: generation })
        await durableFile(disk, path, name).write(new TextEncoder().encode(`${content}\n`))
      } catch (error) {
        report(error)
      }
    },
  }
}
