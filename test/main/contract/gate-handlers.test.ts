import { describe, expect, it, vi } from 'vitest'
import { type CallName, contract } from '../../../domain/contract.ts'
import { type FailureCode, failed, type Result, success } from '../../../domain/result.ts'
import { closedWithout } from '../../../main/contract/gate-handlers.ts'
import type { Handlers } from '../../../main/contract/register.ts'
import type { Library } from '../../../main/library/library.ts'

const names = Object.keys(contract) as readonly CallName[]
/** What a window needs to be opened, to follow a conversion, and to look as it was chosen to. */
const needed = [
  'gate.state',
  'gate.create',
  'gate.unlock',
  'gate.left',
  'gate.stop-converting',
  'gate.converted-seen',
  'library.state',
  'settings.get',
]

/** The names of the calls that reach their handler with the library in this state, and what the others are answered. */
async function reaching(library: Result<Library>) {
  const reached: string[] = []
  const answers = new Set<unknown>()
  const handler = (name: string) => async () => {
    reached.push(name)
    return success(null)
  }
  const all = Object.fromEntries(names.map((name) => [name, handler(name)])) as unknown as Handlers
  const guarded = closedWithout({ current: () => library }, all) as Record<string, (args: unknown) => Promise<unknown>>
  for (const name of names) {
    const before = reached.length
    const answer = await guarded[name]?.({})
    if (reached.length === before) answers.add(answer)
  }
  return { reached, answers: [...answers] }
}

describe('the calls that a window may make', () => {
  it.each(['library-sealed', 'file-missing'] as const)('are few while the answer to the rest is %s', async (code) => {
    const closed = failed(code)
    const { reached, answers } = await reaching(closed)
    expect(reached.toSorted()).toEqual(needed.toSorted())
    expect(answers).toEqual([closed])
  })

  it.each([success({} as Library), failed('library-damaged' satisfies FailureCode)])(
    'are all of them when it is open, or can’t be opened for a reason that each of them says',
    async (library) => {
      expect((await reaching(library)).reached).toHaveLength(names.length)
    },
  )
})

describe('a call that was let through', () => {
  it('is given its arguments, and asked anew each time whether the library is open', async () => {
    let library: Result<Library> = success({} as Library)
    const filter = vi.fn(async () => success({ ids: [] }))
    const handlers = { 'library.filter': filter } as unknown as Handlers
    const guarded = closedWithout({ current: () => library }, handlers)
    await guarded['library.filter']({ query: 'oslo' })
    expect(filter).toHaveBeenCalledWith({ query: 'oslo' })
    library = failed('library-sealed')
    expect(await guarded['library.filter']({ query: 'oslo' })).toEqual(library)
    expect(filter).toHaveBeenCalledOnce()
  })
})
