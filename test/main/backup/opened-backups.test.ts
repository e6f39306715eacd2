import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { watchOpenedBackups } from '../../../main/backup/opened-backups.ts'
import { backupNamed } from '../../../main/backup/restore-keeper.ts'

type Listener = (...given: unknown[]) => void

function watched(words: readonly string[]) {
  const listeners = new Map<string, Listener>()
  const app = { on: (name: string, listener: Listener) => listeners.set(name, listener) }
  const opened = watchOpenedBackups(app as never, words)
  return { opened, tell: (name: string, ...given: unknown[]) => listeners.get(name)?.(...given) }
}

describe('a backup opened from outside', () => {
  it.each<[readonly string[], string | null]>([
    [['/media/a.aidememoire'], '/media/a.aidememoire'],
    [['--lang=fr', '/media/A.AIDEMEMOIRE', 'x'], '/media/A.AIDEMEMOIRE'],
    [['--user-data-dir=/x.aidememoire'], null],
    [['a.txt'], null],
    [['file:///media/a%20b.aidememoire'], '/media/a b.aidememoire'],
    [['file://host/a.aidememoire'], null],
    [['https://host/a.txt', 'FILE:///a.aidememoire'], '/a.aidememoire'],
    [[], null],
  ])('is the first file of that kind in %j', (words, path) => {
    expect(backupNamed(words)).toBe(path)
  })

  it('waits until the app listens; what comes later is handed over at once', () => {
    const { opened, tell } = watched(['one.aidememoire'])
    const taken: string[] = []
    opened.listen((path) => taken.push(path))
    tell('second-instance', {}, ['/opt/aide-memoire', 'two.aidememoire'], '/media')
    tell('second-instance', {}, ['/opt/aide-memoire'], '/media')
    expect(taken).toEqual([join(process.cwd(), 'one.aidememoire'), join('/media', 'two.aidememoire')])
  })

  it('may come from macOS before the app is ready, and only a backup is taken', () => {
    const { opened, tell } = watched([])
    const prevented: string[] = []
    for (const path of ['/a.aidememoire', '/b.txt'])
      tell('open-file', { preventDefault: () => prevented.push(path) }, path)
    const taken: string[] = []
    opened.listen((path) => taken.push(path))
    expect([taken, prevented]).toEqual([['/a.aidememoire'], ['/a.aidememoire', '/b.txt']])
  })
})
