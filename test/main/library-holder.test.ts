import { describe, expect, it, vi } from 'vitest'
import { failed, type Result, success } from '../../domain/result.ts'
import type { Library } from '../../main/library/library.ts'
import { holdLibrary, type Opening } from '../../main/library-holder.ts'

const library = { id: 'a library' } as Library

/** Opens fail until `mended` is called; counts the tries. */
async function heldUntilMended() {
  let result: Result<Library> = failed('library-damaged', { file: 'library.json' })
  let tries = 0
  const opened: Library[] = []
  const open = async () => {
    tries += 1
    return result
  }
  const holder = await holdLibrary(open, (value) => {
    opened.push(value)
    return () => undefined
  })
  const mend = () => {
    result = success(library)
  }
  return { holder, mend, opened, tries: () => tries }
}

describe('a library that could not be opened', () => {
  it('stays failed with its reason until a try succeeds, which is announced once', async () => {
    const { holder, mend, opened } = await heldUntilMended()
    expect(await holder.tryAgain()).toMatchObject({ failure: { code: 'library-damaged' } })
    mend()
    expect(holder.current().ok).toBe(false)
    expect(await holder.tryAgain()).toEqual(success(library))
    expect(holder.current()).toEqual(success(library))
    expect(opened).toEqual([library])
  })

  it('is opened once by tries made at the same time, and not again when it is open', async () => {
    const { holder, mend, opened, tries } = await heldUntilMended()
    mend()
    await Promise.all([holder.tryAgain(), holder.tryAgain(), holder.tryAgain()])
    await holder.tryAgain()
    expect(tries()).toBe(2)
    expect(opened).toEqual([library])
  })
})

describe('a library that needs a secret', () => {
  /** Sealed with the passphrase `right`; its close takes until `finish` is called. */
  async function heldSealed() {
    const { promise: finished, resolve: finish } = Promise.withResolvers<void>()
    const closed = vi.fn(() => finished)
    const unlocked = { id: 'sealed', close: closed } as unknown as Library
    const stop = vi.fn()
    const open = vi.fn(async ({ secret }: Opening): Promise<Result<Library>> => {
      if (secret === null) return failed('library-sealed')
      return secret.text === 'right' ? success(unlocked) : failed('passphrase-wrong')
    })
    const holder = await holdLibrary(open, () => stop)
    const withText = (text: string) => holder.open({ secret: { kind: 'passphrase', text }, createIfMissing: false })
    return { holder, withText, open, stop, closed, finish, unlocked }
  }

  it('stays sealed after a wrong one', async () => {
    const { holder, withText } = await heldSealed()
    expect(await withText('wrong')).toEqual(failed('passphrase-wrong'))
    expect(holder.current()).toEqual(failed('library-sealed'))
    expect((await withText('right')).ok).toBe(true)
  })

  it('is sealed as soon as it begins to close, follows nothing any more, and opens only once it has closed', async () => {
    const { holder, withText, open, stop, closed, finish, unlocked } = await heldSealed()
    await withText('right')
    const closing = holder.close()
    expect(holder.current()).toEqual(failed('library-sealed'))
    expect(stop).toHaveBeenCalledOnce()
    const opening = withText('right')
    await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce())
    expect(open).toHaveBeenCalledTimes(2)
    finish()
    await closing
    expect(await opening).toEqual(success(unlocked))
  })
})

describe('a library that is wiped', () => {
  it('stays away until a new one is begun, and is told', async () => {
    const told: string[] = []
    const wiped = { id: 'wiped', wipe: async () => success({ removed: 3, left: ['letter.txt'] }) } as unknown as Library
    const opened = [wiped, library]
    const holder = await holdLibrary(
      async () => success(opened.shift() ?? library),
      ({ id }) => {
        told.push(id)
        return () => told.push('gone')
      },
    )
    expect(await holder.wipe()).toEqual(success({ removed: 3, left: ['letter.txt'] }))
    const gone = { failure: { code: 'library-wiped', values: { left: 1, files: 'letter.txt' } } }
    expect(holder.current()).toMatchObject(gone)
    expect(await holder.tryAgain()).toMatchObject(gone)
    expect(await holder.wipe()).toMatchObject(gone)
    expect(await holder.begin()).toEqual(success(library))
    expect(await holder.begin()).toEqual(success(library))
    expect(told).toEqual(['wiped', 'gone', 'a library'])
  })

  it('is opened again when it could not be wiped, and can’t be begun anew', async () => {
    const stays = { id: 'stays', wipe: async () => failed('disk-full', { file: 'library.json' }) } as unknown as Library
    const holder = await holdLibrary(
      async () => success(stays),
      () => () => undefined,
    )
    expect(await holder.wipe()).toMatchObject({ failure: { code: 'disk-full' } })
    expect(holder.current()).toEqual(success(stays))
    expect(await holder.begin()).toEqual(success(stays))
  })
})
