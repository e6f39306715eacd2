import { describe, expect, it } from 'vitest'
import { inOrder, inOrderByKey } from '../../domain/in-order.ts'

describe('work in order', () => {
  it('never overlaps and keeps each one’s outcome', async () => {
    const queue = inOrder()
    let running = 0
    const work = (index: number) => async () => {
      running += 1
      expect(running).toBe(1)
      await Promise.resolve()
      running -= 1
      if (index % 2 === 1) throw new Error(`odd ${index}`)
      return index
    }
    const outcomes = await Promise.allSettled([0, 1, 2, 3].map((index) => queue(work(index))))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected'])
  })

  it('by key waits only for the same key', async () => {
    const queues = inOrderByKey()
    const log: string[] = []
    let open: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const first = queues.run('a', async () => {
      await gate
      log.push('a1')
    })
    const second = queues.run('a', async () => void log.push('a2'))
    await queues.run('b', async () => void log.push('b'))
    open()
    await Promise.all([first, second])
    await queues.idle()
    expect(log).toEqual(['b', 'a1', 'a2'])
  })
})
