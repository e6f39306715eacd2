import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nodeCodec } from './codec.ts'

const { encode, decode } = nodeCodec()
const leaf = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.bigInt(),
  fc.constant(null),
  fc.constant(undefined),
  fc.date({ noInvalidDate: false }),
  fc.uint8Array(),
)
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value')), fc.dictionary(fc.string(), tie('value'))),
}))
// A dictionary of fast-check may have no prototype; what arrives is always a plain object.
const plain = (given: unknown): unknown => structuredClone(given)

test('a value arrives as it was sent', () => {
  fc.assert(
    fc.property(value, (given) => {
      expect(decode(encode(given))).toEqual(plain(given))
    }),
  )
})

test('an object whose keys look like the codec’s own arrives unchanged', () => {
  const given = { $: 'undefined', value: { $: 'date', value: 0 } }
  expect(decode(encode(given))).toEqual(given)
})

test('a Buffer arrives as the Uint8Array that cloning makes of it', () => {
  const arrived = decode(encode(Buffer.from('abc')))
  expect(arrived).toBeInstanceOf(Uint8Array)
  expect(Buffer.isBuffer(arrived)).toBe(false)
})

test('an ArrayBuffer arrives as one', () => {
  const arrived = decode(encode(new Uint8Array([1, 2, 3]).buffer))
  expect(arrived).toBeInstanceOf(ArrayBuffer)
  expect([...new Uint8Array(arrived as ArrayBuffer)]).toEqual([1, 2, 3])
})

const cycle: { self?: unknown } = {}
cycle.self = cycle

test.each([
  ['a function', () => 1],
  ['a symbol', Symbol('no')],
  ['a promise', Promise.resolve()],
  ['a map', new Map()],
  ['an object that holds itself', cycle],
  ['a function deep inside', { list: [{ call: () => 1 }] }],
])('%s is refused', (_name, given) => {
  expect(() => encode(given)).toThrow('An object could not be cloned.')
})
