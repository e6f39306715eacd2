import { describe, expect, it } from 'vitest'
import { newDataKey } from '../../../../main/library/sealing/data-key.ts'
import {
  type DeriveKey,
  deriveHere,
  newCost,
  passphraseCostSchema,
} from '../../../../main/library/sealing/key-derivation.ts'
import {
  type KeyHeader,
  keyHeaderSchema,
  newKeyHeader,
  type Secret,
  unlock,
  withPassphrase,
  withRecoveryKey,
} from '../../../../main/library/sealing/key-header.ts'
import { newRecoveryKey } from '../../../../main/library/sealing/recovery-key.ts'
import { expectSuccess, failureCode } from '../plain-support.ts'

const place = { id: 'a-library', created: '2026-01-01T00:00:00.000Z' }
const passphrase = (text: string): Secret => ({ kind: 'passphrase', text })
const recovery = (text: string): Secret => ({ kind: 'recovery-key', text })

async function freshHeader(derive: DeriveKey = deriveHere) {
  const dataKey = newDataKey()
  return { dataKey, header: await newKeyHeader(place, dataKey, 'right words', derive) }
}

describe('deriving a key from a passphrase', () => {
  it('gives the same key for the same passphrase and cost, in any normalisation, and others for others', async () => {
    const cost = newCost()
    const key = Buffer.from(await deriveHere('caf\u00e9', cost))
    expect(key.equals(await deriveHere('cafe\u0301', cost))).toBe(true)
    expect(key.equals(await deriveHere('cafe', cost))).toBe(false)
    expect(key.equals(await deriveHere('caf\u00e9', newCost()))).toBe(false)
  })

  it('works with scrypt where it has to', async () => {
    const cost = newCost('scrypt')
    expect(await deriveHere('words', cost)).toEqual(await deriveHere('words', cost))
  })

  it.each([
    ['64 GiB', { ...newCost(), memory: 64 * 1024 * 1024 }],
    ['almost no memory', { ...newCost(), memory: 8 }],
    ['one pass', { ...newCost(), passes: 1 }],
    ['a thousand passes', { ...newCost(), passes: 1000 }],
    ['a hundred lanes', { ...newCost(), lanes: 100 }],
    ['a short salt', { ...newCost(), salt: 'AAAA' }],
    ['scrypt of 2^40', { ...newCost('scrypt'), logCost: 40 }],
    ['scrypt of 2^4', { ...newCost('scrypt'), logCost: 4 }],
    ['a function nobody knows', { ...newCost(), name: 'md5' }],
  ])('refuses a header that asks for %s before anything is derived', (_, cost) => {
    expect(passphraseCostSchema.safeParse(cost).success).toBe(false)
  })
})

describe('a key header', () => {
  it('is opened by its passphrase and gives the key it was made for', async () => {
    const { dataKey, header } = await freshHeader()
    const opened = expectSuccess(await unlock({ place, header, derive: deriveHere }, passphrase('right words')))
    expect(opened.bytes()).toEqual(dataKey.bytes())
    expect(keyHeaderSchema.parse(JSON.parse(JSON.stringify(header)))).toEqual(header)
    expect(JSON.stringify(header)).not.toContain(Buffer.from(dataKey.bytes()).toString('base64').slice(0, 20))
  })

  it('is made with scrypt where Argon2id is not to be had, and says so', async () => {
    const withoutWebAssembly: DeriveKey = async (text, cost) => {
      if (cost.name === 'argon2id') throw new Error('no WebAssembly')
      return deriveHere(text, cost)
    }
    const { dataKey, header } = await freshHeader(withoutWebAssembly)
    expect(header.passphrase.cost.name).toBe('scrypt')
    const opened = expectSuccess(await unlock({ place, header, derive: deriveHere }, passphrase('right words')))
    expect(opened.bytes()).toEqual(dataKey.bytes())
  })

  it('says a wrong passphrase is wrong, and a recovery key where there is none', async () => {
    const { header } = await freshHeader()
    const derive = deriveHere
    expect(failureCode(await unlock({ place, header, derive }, passphrase('wrong words')))).toBe('passphrase-wrong')
    expect(failureCode(await unlock({ place, header, derive }, recovery(newRecoveryKey())))).toBe('recovery-key-wrong')
    expect(failureCode(await unlock({ place, header, derive }, recovery('none')))).toBe('recovery-key-mistyped')
  })

  it('is opened by the newest recovery key only, whatever the passphrase has become', async () => {
    const { dataKey, header } = await freshHeader()
    const [first, second] = [newRecoveryKey(), newRecoveryKey()]
    const once = withRecoveryKey({ place, header }, dataKey, first)
    const twice = withRecoveryKey({ place, header: once }, dataKey, second)
    const changed = await withPassphrase({ place, header: twice, derive: deriveHere }, dataKey, 'other words')
    const unlocking = { place, header: changed, derive: deriveHere }
    expect(expectSuccess(await unlock(unlocking, recovery(second))).bytes()).toEqual(dataKey.bytes())
    expect(failureCode(await unlock(unlocking, recovery(first)))).toBe('recovery-key-wrong')
    expect(failureCode(await unlock(unlocking, passphrase('right words')))).toBe('passphrase-wrong')
    expectSuccess(await unlock(unlocking, passphrase('other words')))
  })

  it('is damaged, not wrongly opened, when anything in it is another', async () => {
    const { dataKey, header: plain } = await freshHeader()
    const header = withRecoveryKey({ place, header: plain }, dataKey, newRecoveryKey())
    const flipped = (text: string) => (text.startsWith('A') ? `B${text.slice(1)}` : `A${text.slice(1)}`)
    const changes: readonly KeyHeader[] = [
      { ...header, checksum: flipped(header.checksum) },
      { ...header, authentication: flipped(header.authentication) },
      { ...header, recovery: null },
      { ...header, passphrase: { ...header.passphrase, wrapped: flipped(header.passphrase.wrapped) } },
      { ...header, passphrase: { ...header.passphrase, nonce: flipped(header.passphrase.nonce) } },
      { ...header, passphrase: { ...header.passphrase, cost: newCost() } },
    ]
    for (const changed of changes) {
      const opened = await unlock({ place, header: changed, derive: deriveHere }, passphrase('right words'))
      expect(failureCode(opened)).toBe('library-damaged')
    }
  })

  it('of another library is damaged here', async () => {
    const { header } = await freshHeader()
    const unlocking = { place: { ...place, id: 'another' }, header, derive: deriveHere }
    expect(failureCode(await unlock(unlocking, passphrase('right words')))).toBe('library-damaged')
  })
})
