import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Note } from '../../../domain/notes/note.ts'
import { failed, type Result, success } from '../../../domain/result.ts'
import { createNoteSaver } from '../../../renderer/actions/note-saver.ts'
import type { Typed } from '../../../renderer/state/reading.ts'
import { note } from '../samples.ts'

const key = { briefingId: 'b', noteId: 'n' }

/** A saver whose saves are answered by hand, in the order they were asked. */
function savedByHand() {
  const asked: ({ readonly answer: (result: Result<Note>) => void } & Typed)[] = []
  const onSaved = vi.fn()
  const onFailed = vi.fn()
  const saver = createNoteSaver({
    quiet: 400,
    save: (_key, typed) => new Promise((answer) => asked.push({ ...typed, answer })),
    onSaved,
    onFailed,
  })
  return { saver, asked, onSaved, onFailed }
}
const settle = () => vi.advanceTimersByTimeAsync(0)
const stored = success(note('n', 0, 1))

describe('words typed into a note', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('are saved once after a moment of quiet, the newest only', async () => {
    const { saver, asked } = savedByHand()
    saver.type(key, { text: 'a' })
    await vi.advanceTimersByTimeAsync(300)
    saver.type(key, { text: 'ab' })
    await vi.advanceTimersByTimeAsync(399)
    expect(asked).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(asked.map(({ text }) => text)).toEqual(['ab'])
  })

  it('that came while a save was running are saved after it, one save at a time', async () => {
    const { saver, asked, onSaved } = savedByHand()
    saver.type(key, { text: 'one' })
    await vi.advanceTimersByTimeAsync(400)
    saver.type(key, { text: 'two' })
    await vi.advanceTimersByTimeAsync(400)
    expect(asked).toHaveLength(1)
    asked[0]?.answer(stored)
    await settle()
    expect(asked.map(({ text }) => text)).toEqual(['one', 'two'])
    asked[1]?.answer(stored)
    await settle()
    expect(onSaved).toHaveBeenCalledTimes(2)
  })

  it('are kept when saving fails, and the next try saves them', async () => {
    const { saver, asked, onFailed } = savedByHand()
    saver.type(key, { text: 'kept' })
    const first = saver.flush('n')
    asked[0]?.answer(failed('disk-full'))
    expect(await first).toBe(false)
    expect(onFailed).toHaveBeenCalledWith(key, { text: 'kept' }, expect.objectContaining({ code: 'disk-full' }))
    expect(saver.pending('n')).toEqual({ text: 'kept' })
    const second = saver.flush('n')
    asked[1]?.answer(stored)
    expect(await second).toBe(true)
    expect(saver.pending('n')).toBeNull()
  })

  it('are all saved at once when nothing may wait any longer, and each once', () => {
    const { saver, asked } = savedByHand()
    saver.type(key, { text: 'one' })
    saver.type({ ...key, noteId: 'm' }, { text: 'other' })
    saver.flushAll()
    saver.flushAll()
    expect(asked.map(({ text }) => text)).toEqual(['one', 'other'])
  })

  it('of different parts of a note wait together and are saved together, and only what changed since', async () => {
    const { saver, asked } = savedByHand()
    saver.type(key, { text: 'words' })
    saver.type(key, { tags: ['energy'] })
    await vi.advanceTimersByTimeAsync(400)
    expect(asked[0]).toMatchObject({ text: 'words', tags: ['energy'] })
    saver.type(key, { tags: ['transport'] })
    asked[0]?.answer(stored)
    await settle()
    expect(asked[1]).toMatchObject({ tags: ['transport'] })
    expect(asked[1]).not.toHaveProperty('text')
  })

  it('need no save when there are none', async () => {
    const { saver, asked } = savedByHand()
    expect(await saver.flush('n')).toBe(true)
    expect(asked).toEqual([])
  })
})
