import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contract } from '../../../domain/contract.ts'
import { success } from '../../../domain/result.ts'
import { answer, type Handlers } from '../../../main/contract/register.ts'
import { startPage } from '../../../main/security/origin.ts'

const trusted = { sender: { id: 7 }, senderFrame: { url: startPage, parent: null } }
const id = '01890a5d-ac96-774b-bcce-b302099a8057'

/** Handlers that record what reaches them. */
function recording() {
  const reached: [string, unknown][] = []
  const handlers = Object.fromEntries(
    Object.keys(contract).map((name) => [
      name,
      async (args: unknown) => {
        reached.push([name, args])
        return success(null)
      },
    ]),
  ) as unknown as Handlers
  const errors: unknown[] = []
  return {
    reached,
    errors,
    options: { handlers, ourContents: () => new Set([7]), report: (error: unknown) => errors.push(error) },
  }
}

describe('a call from the window', () => {
  it('reaches its handler with parsed arguments', async () => {
    const { reached, options } = recording()
    expect(await answer(trusted, 'briefing.open', { id }, options)).toEqual({ ok: true, value: null })
    expect(reached).toEqual([['briefing.open', { id }]])
  })

  it.each([
    ['a frame that has gone', { ...trusted, senderFrame: null }],
    ['a frame inside ours', { ...trusted, senderFrame: { url: startPage, parent: {} as never } }],
    ['another origin', { ...trusted, senderFrame: { url: 'https://example.org/', parent: null } }],
    [
      'an address that only starts like ours',
      { ...trusted, senderFrame: { url: `${startPage}@x.y`.replace('/index', '.evil/index'), parent: null } },
    ],
    ['an empty page', { ...trusted, senderFrame: { url: 'about:blank', parent: null } }],
    ['contents that are no window of ours', { ...trusted, sender: { id: 8 } }],
  ])('is refused from %s', async (_title, event) => {
    const { reached, options } = recording()
    expect(await answer(event, 'briefing.open', { id }, options)).toMatchObject({ failure: { code: 'call-refused' } })
    expect(reached).toEqual([])
  })

  it.each(['', 'briefing', 'toString', '__proto__', 'constructor', 'briefing.open ', null, 7, {}, undefined])(
    'by the unknown name %j is refused with a reason',
    async (name) => {
      const { reached, options } = recording()
      expect(await answer(trusted, name, {}, options)).toMatchObject({ failure: { code: 'call-unknown' } })
      expect(reached).toEqual([])
    },
  )

  it.each<[string, unknown]>([
    ['briefing.open', {}],
    ['briefing.open', { id: '../../etc/passwd' }],
    ['briefing.open', { id, extra: 1 }],
    ['briefing.open', null],
    ['briefing.open', [id]],
    ['note.add', { briefingId: id, version: 1, start: -1, end: 3, kind: 'line', text: '' }],
    ['note.add', { briefingId: id, version: 1, start: 0.5, end: 3, kind: 'line', text: '' }],
    ['note.add', { briefingId: id, version: 1, start: 0, end: 3, kind: 'poem', text: '' }],
    ['note.edit', { briefingId: id, noteId: id, text: 'x'.repeat(100_001) }],
    ['text.read', { text: 'x'.repeat(5_000_001) }],
    ['library.filter', { query: 'x'.repeat(1_001) }],
    ['settings.set', { theme: 'pink' }],
    ['settings.set', { panes: { list: 1e9, notes: 300 } }],
    ['text.decode', { fileName: 'a.txt', bytes: 'not bytes', encoding: null }],
    ['session.draft', { draft: { kind: 'note', briefingId: id } }],
  ])('%s is refused with arguments its schema does not allow (%#)', async (name, args) => {
    const { reached, options } = recording()
    expect(await answer(trusted, name, args, options)).toMatchObject({ failure: { code: 'arguments-invalid' } })
    expect(reached).toEqual([])
  })

  it('never throws and never reaches a handler with anything its schema did not accept', async () => {
    const names = Object.keys(contract) as (keyof typeof contract)[]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.anything({ withNullPrototype: true }), async (name, args) => {
        const { reached, options } = recording()
        const result = await answer(trusted, name, args, options)
        expect(reached.length === 1).toBe(result.ok)
        if (result.ok) expect(contract[name].arguments.safeParse(args).success).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('that meets a programming error is answered, and the error is reported with its stack', async () => {
    const { errors, options } = recording()
    const handlers = {
      ...options.handlers,
      'library.rows': async () => {
        throw new Error('broken')
      },
    } as Handlers
    const result = await answer(trusted, 'library.rows', {}, { ...options, handlers })
    expect(result).toMatchObject({ failure: { code: 'program-error', messageKey: 'failure.program-error' } })
    expect(errors).toHaveLength(1)
  })
})
