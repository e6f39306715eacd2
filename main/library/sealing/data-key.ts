// The one random key of a sealed library, from which every other key is derived, so that no two uses share one.
import { hkdfSync, randomBytes } from 'node:crypto'

/** Bytes of every key here: AES-256. */
export const keySize = 32

export type DataKey = {
  /** A key for one purpose (RFC 5869, HKDF-SHA-256); the same for the same parts. Parts must not contain NUL. */
  readonly keyFor: (...purpose: readonly string[]) => Uint8Array
  /** The key itself, for wrapping it in a slot. */
  readonly bytes: () => Uint8Array
  /** Overwrites the key in memory; every use after that throws. Copies the engine made meanwhile are out of reach. */
  readonly forget: () => void
}

/** A new random key. */
export function newDataKey(): DataKey {
  return dataKeyOf(randomBytes(keySize))
}

/** A key from its bytes, which become its own. Throws when there are not 32. */
export function dataKeyOf(bytes: Uint8Array): DataKey {
  if (bytes.length !== keySize) throw new Error('a data key has 32 bytes')
  let isThere = true
  const key = () => {
    if (!isThere) throw new Error('the data key was forgotten')
    return bytes
  }
  return {
    keyFor: (...purpose) => derivedKey(key(), purpose),
    bytes: () => new Uint8Array(key()),
    forget: () => {
      isThere = false
      bytes.fill(0)
    },
  }
}

/** HKDF-SHA-256 of key material for a purpose, 32 bytes. */
export function derivedKey(material: Uint8Array, purpose: readonly string[], salt = new Uint8Array(0)): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', material, salt, ['aide-memoire', ...purpose].join('\0'), keySize))
}
