// Backups as somebody who knows the passphrase could make them by hand: any paths, any order, anything before and after.
import { randomUUID } from 'node:crypto'
import { open } from 'node:fs/promises'
import { type BackupHead, boundToHead, encodeHead, frameKey } from '../../../main/backup/backup-head.ts'
import { backupWriter } from '../../../main/backup/backup-writer.ts'
import { nodeFileSystem } from '../../../main/library/file-system.ts'
import { encodeHeader } from '../../../main/library/header.ts'
import { dataKeyOf } from '../../../main/library/sealing/data-key.ts'
import { newKeyHeader } from '../../../main/library/sealing/key-header.ts'
import { derive, secret } from './support.ts'

export type ForgedFile = readonly [path: string, content: string | Uint8Array]

const library = '01999999-0000-7000-8000-00000000aaaa'
const created = '2026-01-01T00:00:00.000Z'

/** library.json of a plain library; `changes` go over its fields. */
export function plainHeader(changes: object = {}): string {
  const header = {
    format: 'aide-memoire-library',
    version: 1,
    id: library,
    created,
    header: null,
    settings: {},
  } as const
  return new TextDecoder().decode(encodeHeader({ ...header, ...changes }))
}

/** Writes a well sealed backup that holds these files; `changes` go over the fields of its head. */
export async function forge(path: string, files: readonly ForgedFile[], changes: Partial<BackupHead> = {}) {
  const dataKey = dataKeyOf(new Uint8Array(32).fill(7))
  const place = { id: randomUUID(), created }
  const keys = await newKeyHeader(place, dataKey, secret.text, derive)
  const head = { format: 'aide-memoire-backup', version: 1, ...place, library, place, keys, ...changes } as const
  const headBytes = encodeHead(head)
  const file = await open(path, 'w')
  try {
    await file.write(headBytes)
    const key = { key: frameKey(dataKey.keyFor, head), bound: boundToHead(headBytes) }
    const writer = backupWriter(nodeFileSystem, file.fd, key)
    for (const [name, content] of files) await writer.put(name, Buffer.from(content))
    await writer.end()
  } finally {
    await file.close()
  }
}
