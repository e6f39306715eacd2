// One process owns a library: a lock file with host, process and heartbeat. A dead process's lock on this host is taken over at
// once, another host's only by an explicit choice once its heartbeat is ten minutes old (DESIGN.md, On disk).
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { failed, type Result, success } from '../../domain/result.ts'
import { type Disk, removeFile } from './disk.ts'
import { claimNameOf, lockName } from './file-names.ts'
import { renameOver } from './generations.ts'
import { type HeldLock, heldLock } from './held-lock.ts'
import { createHolder, type Holder, type LockFile, readLock, writeHolder } from './lock-file.ts'
import type { Processes } from './processes.ts'

/** Milliseconds after which another host's silent lock may be taken over. */
export const lockGoesStale = 10 * 60 * 1000

export type LockOptions = {
  readonly disk: Disk
  readonly folder: string
  readonly host: string
  readonly pid: number
  readonly processes: Processes
  readonly now: () => Date
}

/**
 * Takes the lock. In: whether another host's stale lock may be taken. Failures: `library-locked` {host, pid},
 * `library-locked-elsewhere` {host, since, mayTakeOver 0 or 1}. Rejects with the system's error when the disk refuses.
 */
export async function takeLock(options: LockOptions, takeStale: boolean): Promise<Result<HeldLock>> {
  const ours = await holderOf(options)
  for (;;) {
    const held = await readLock(options.disk, lockPath(options))
    if (held === null) {
      if (await createHolder(options.disk, lockPath(options), ours)) return success(heldLock(options, ours))
      continue
    }
    const claimed = await claim(options, held, ours, takeStale)
    if (claimed === 'again') continue
    return claimed === 'taken' ? success(heldLock(options, ours)) : claimed
  }
}

/**
 * Replaces a lock nobody uses any more. Two starters must not both do so: each dead lock can be claimed once, by creating
 * the one file that is named after its token. A claimant that died is a dead lock in its turn.
 */
async function claim(
  options: LockOptions,
  first: LockFile,
  ours: Holder,
  takeStale: boolean,
): Promise<'taken' | 'again' | Result<never>> {
  const claims: string[] = []
  for (let held: LockFile | null = first; held !== null; ) {
    const refusal: Result<never> | null = await refusalOf(options, held, takeStale)
    if (refusal !== null) return refusal
    const name = claimName(held)
    claims.push(name)
    if (await createHolder(options.disk, join(options.folder, name), ours))
      return replaceLock(options, first, ours, claims)
    held = await readLock(options.disk, join(options.folder, name))
  }
  return 'again'
}

async function replaceLock(
  options: LockOptions,
  first: LockFile,
  ours: Holder,
  claims: readonly string[],
): Promise<'taken' | 'again'> {
  const { disk, folder } = options
  const now = await readLock(disk, lockPath(options))
  // Whoever was faster has put a lock of his own there before removing his claim.
  const mayReplace = now !== null && claimName(now) === claimName(first)
  if (mayReplace) {
    const temporary = await writeHolder(disk, lockPath(options), ours)
    await renameOver(disk, temporary, lockPath(options))
  }
  for (const name of mayReplace ? claims : claims.slice(-1)) await removeFile(disk.fileSystem, join(folder, name))
  return mayReplace ? 'taken' : 'again'
}

/** Why this lock must be left alone, or null when it may be replaced. */
async function refusalOf(options: LockOptions, lock: LockFile, takeStale: boolean): Promise<Result<never> | null> {
  const { holder } = lock
  if (holder?.host === options.host) {
    const alive = await isSameProcess(options.processes, holder)
    return alive ? failed('library-locked', { host: holder.host, pid: holder.pid }) : null
  }
  const heartbeat = holder === null ? lock.changed : Date.parse(holder.heartbeat)
  // A clock that runs ahead by that much counts as silent too.
  const stale = Math.abs(options.now().getTime() - heartbeat) >= lockGoesStale
  if (stale && takeStale) return null
  const since = new Date(heartbeat).toISOString()
  return failed('library-locked-elsewhere', { host: holder?.host ?? '?', since, mayTakeOver: Number(stale) })
}

async function isSameProcess(processes: Processes, holder: Holder): Promise<boolean> {
  if (!(await processes.isAlive(holder.pid))) return false
  const identity = await processes.identityOf(holder.pid)
  return holder.process === null || identity === null || identity === holder.process
}

async function holderOf(options: LockOptions): Promise<Holder> {
  const time = options.now().toISOString()
  const { host, pid } = options
  const token = randomBytes(16).toString('hex')
  return { token, host, pid, process: await options.processes.identityOf(pid), started: time, heartbeat: time }
}

function lockPath(options: Pick<LockOptions, 'folder'>): string {
  return join(options.folder, lockName)
}

function claimName(lock: LockFile): string {
  return claimNameOf(lock.holder?.token ?? String(Math.trunc(lock.changed)))
}
