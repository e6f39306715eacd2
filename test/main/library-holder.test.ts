import { describe, expect, it } from 'vitest'
import { failed, type Result, success } from '../../domain/result.ts'
import type { Library } from '../../main/library/library.ts'
import { holdLibrary } from '../../main/library-holder.ts'

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
  const holder = await holdLibrary(open, (value) => opened.push(value))
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

describe('a library that is wiped', () => {
  it('stays away until a new one is begun, and is told', async () => {
    const told: string[] = []
    const wiped = { id: 'wiped', wipe: async () => success({ removed: 3, left: ['letter.txt'] }) } as unknown as Library
    const opened = [wiped, library]
    const holder = await holdLibrary(
      async () => success(opened.shift() ?? library),
      ({ id }) => told.push(id),
      () => told.push('gone'),
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
      () => undefined,
    )
    expect(await holder.wipe()).toMatchObject({ failure: { code: 'disk-full' } })
    expect(holder.current()).toEqual(success(stays))
    expect(await holder.begin()).toEqual(success(stays))
  })
})
