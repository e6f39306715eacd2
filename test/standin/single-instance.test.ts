import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { createInstanceLock, type SecondStart } from './single-instance.ts'

const start = { argv: ['electron', 'x'], folder: '/work', data: { open: 'file' } }
const locks: ReturnType<typeof createInstanceLock>[] = []
const lock = (onSecond: (start: SecondStart) => void = () => undefined) => {
  const made = createInstanceLock(onSecond)
  locks.push(made)
  return made
}
afterEach(() => {
  for (const made of locks.splice(0)) made.release()
})

test('the second start does not get the lock, and the first hears what it was started with', async () => {
  const folder = randomUUID()
  const heard: SecondStart[] = []
  expect(lock((second) => heard.push(second)).request(folder, start)).toBe(true)
  const second = lock()
  expect(second.request(folder, start)).toBe(false)
  await second.told()
  expect(heard).toEqual([start])
})

test('another folder has its own lock', () => {
  expect(lock().request(randomUUID(), start)).toBe(true)
  expect(lock().request(randomUUID(), start)).toBe(true)
})

test('a lock that was given up can be taken', () => {
  const folder = randomUUID()
  const first = lock()
  first.request(folder, start)
  first.release()
  expect(lock().request(folder, start)).toBe(true)
})
