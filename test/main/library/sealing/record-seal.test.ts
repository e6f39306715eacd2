import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dataKeyOf, newDataKey } from '../../../../main/library/sealing/data-key.ts'
import { blockSize, padded, unpadded } from '../../../../main/library/sealing/padding.ts'
import { isSealed, recordSeal, sealMark } from '../../../../main/library/sealing/record-seal.ts'
import type { RecordPlace } from '../../../../main/library/sealing/seal.ts'
import { expectSuccess, failureCode } from '../plain-support.ts'

const place: RecordPlace = { library: 'one', record: 'entries/aa/x.json', kind: 'entry', schema: 3 }
const content = fc.uint8Array({ maxLength: 12_000 })

describe('padding', () => {
  it('gives back what went in, and is whole blocks long', () => {
    fc.assert(
      fc.property(content, (bytes) => {
        const whole = padded(bytes)
        expect(whole.length % blockSize).toBe(0)
        expect(whole.length - bytes.length).toBeLessThan(blockSize + 4)
        expect(expectSuccess(unpadded(whole))).toEqual(bytes)
      }),
    )
  })

  it.each([
    ['nothing', new Uint8Array(0)],
    ['a part of a block', new Uint8Array(100)],
    ['a length beyond its end', Uint8Array.from({ length: blockSize }, () => 255)],
    ['something after its end', Uint8Array.from({ length: blockSize }, (_, at) => (at === 9 ? 1 : 0))],
    ['a block too many', new Uint8Array(2 * blockSize)],
  ])('refuses %s', (_, bytes) => {
    expect(failureCode(unpadded(bytes))).toBe('record-damaged')
  })
})

describe('a sealed record', () => {
  it('is opened again in its place, and never shows its words', () => {
    const seal = recordSeal(newDataKey())
    fc.assert(
      fc.property(content, fc.nat(2 ** 40), (bytes, revision) => {
        const sealed = seal.seal(bytes, place, revision)
        expect(isSealed(sealed)).toBe(true)
        expect(Buffer.from(bytes).equals(expectSuccess(seal.open(sealed, place)))).toBe(true)
        if (bytes.length > 8) expect(Buffer.from(sealed).includes(Buffer.from(bytes))).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('is different bytes each time, as long as any other of as many blocks', () => {
    const seal = recordSeal(newDataKey())
    const one = seal.seal(Buffer.from('short'), place, 1)
    const other = seal.seal(Buffer.from('short, but not quite as short'), place, 2)
    expect(other.length).toBe(one.length)
    expect(Buffer.from(seal.seal(Buffer.from('short'), place, 1)).equals(one)).toBe(false)
  })

  it('says nothing in clear but what kind of file it is', () => {
    const seal = recordSeal(newDataKey())
    const heads = Array.from({ length: 40 }, () => seal.seal(Buffer.from('x'), place, 7).subarray(sealMark.length, 28))
    // The masked head of one and the same revision repeats no byte at any place throughout.
    for (let at = 0; at < 24; at += 1) expect(new Set(heads.map((head) => head[at])).size).toBeGreaterThan(1)
  })

  it.each([
    ['another library', { library: 'two' }],
    ['another record', { record: 'entries/aa/y.json' }],
    ['another device’s notes', { record: 'notes/d/aa/x.json' }],
    ['another kind', { kind: 'notes' }],
  ])('is not opened in the place of %s', (_, changed) => {
    const seal = recordSeal(newDataKey())
    expect(failureCode(seal.open(seal.seal(Buffer.from('words'), place, 1), { ...place, ...changed }))).toBe(
      'record-damaged',
    )
  })

  it('is opened by later versions, which ask for a later schema', () => {
    const seal = recordSeal(newDataKey())
    expectSuccess(seal.open(seal.seal(Buffer.from('words'), place, 1), { ...place, schema: 9 }))
  })

  it('is not opened with another key', () => {
    const sealed = recordSeal(newDataKey()).seal(Buffer.from('words'), place, 1)
    expect(failureCode(recordSeal(newDataKey()).open(sealed, place))).toBe('record-damaged')
  })

  it('is damaged when any bit is another, any byte is missing or one is too many', () => {
    const seal = recordSeal(newDataKey())
    const sealed = seal.seal(randomBytes(5000), place, 3)
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const changed = Buffer.from(sealed)
        changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        expect(failureCode(seal.open(changed, place))).toBe('record-damaged')
      }),
      { numRuns: 2_000 },
    )
    for (let length = 0; length < sealed.length; length += 97) {
      expect(failureCode(seal.open(sealed.subarray(0, length), place))).toBe('record-damaged')
    }
    expect(failureCode(seal.open(Buffer.concat([sealed, new Uint8Array(1)]), place))).toBe('record-damaged')
  })

  it('is out of reach once the key was dropped, and that is a mistake of the program', () => {
    const key = dataKeyOf(randomBytes(32))
    const seal = recordSeal(key)
    const sealed = seal.seal(Buffer.from('words'), place, 1)
    key.forget()
    expect(() => seal.open(sealed, place)).toThrow('forgotten')
    expect(() => seal.seal(Buffer.from('words'), place, 2)).toThrow('forgotten')
  })
})
