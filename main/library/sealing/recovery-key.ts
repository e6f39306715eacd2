// The recovery key: 160 random bits to be written down, in an alphabet that survives being read aloud and typed (Crockford's base 32),
// with a checksum, so that a slip of the pen is told from a wrong key.
import { createHash, randomBytes } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const keyBytes = 20
const keySigns = 32
const checkSigns = 4
const group = 4

/** A new key as it is shown: nine groups of four signs. */
export function newRecoveryKey(): string {
  return shownRecoveryKey(randomBytes(keyBytes))
}

/** Twenty bytes as they are shown, with their checksum. */
export function shownRecoveryKey(bytes: Uint8Array): string {
  const signs = toBase32(bytes) + checksumOf(bytes)
  return signs.match(/.{4}/g)?.join('-') ?? signs
}

/**
 * The bytes of a key as a person typed it: capitals or not, with any spaces and hyphens, O for 0 and I or L for 1. `incomplete` for too
 * few or too many signs or others than there are, `mistyped` when the checksum does not fit.
 */
export function recoveryKeyBytes(typed: string): Uint8Array | 'incomplete' | 'mistyped' {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (signs.length !== keySigns + checkSigns || [...signs].some((sign) => !alphabet.includes(sign))) return 'incomplete'
  const bytes = fromBase32(signs.slice(0, keySigns))
  return checksumOf(bytes) === signs.slice(keySigns) ? bytes : 'mistyped'
}

/** How many signs and hyphens a shown key has. */
export const recoveryKeyLength = keySigns + checkSigns + (keySigns + checkSigns) / group - 1

function checksumOf(bytes: Uint8Array): string {
  const digest = createHash('sha256').update('aide-memoire recovery key').update(bytes).digest()
  return toBase32(digest.subarray(0, keyBytes)).slice(0, checkSigns)
}

function toBase32(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  return Array.from({ length: (bytes.length * 8) / 5 }, (_, at) => {
    const shift = BigInt(bytes.length * 8 - 5 * (at + 1))
    return alphabet[Number((bits >> shift) & 31n)]
  }).join('')
}

function fromBase32(signs: string): Uint8Array {
  let bits = 0n
  for (const sign of signs) bits = (bits << 5n) | BigInt(alphabet.indexOf(sign))
  const size = (signs.length * 5) / 8
  return Uint8Array.from({ length: size }, (_, at) => Number((bits >> BigInt(8 * (size - 1 - at))) & 255n))
}
