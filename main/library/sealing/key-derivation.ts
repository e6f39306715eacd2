// From a passphrase to a key, slowly on purpose: Argon2id (RFC 9106), or scrypt (RFC 7914) where WebAssembly is not to be had. What was
// used is recorded with its cost, within bounds: a hostile file may neither ask for all memory nor for almost no work.
import { randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'
import { keySize } from './data-key.ts'

const mebibyte = 1024
const salt = z.base64().refine((text) => Buffer.from(text, 'base64').length === saltSize)
const saltSize = 16

export const passphraseCostSchema = z.discriminatedUnion('name', [
  z.strictObject({
    name: z.literal('argon2id'),
    /** KiB. */
    memory: z
      .int()
      .min(19 * mebibyte)
      .max(1024 * mebibyte),
    passes: z.int().min(2).max(10),
    lanes: z.int().min(1).max(4),
    salt,
  }),
  z.strictObject({
    name: z.literal('scrypt'),
    /** Both as in RFC 7914: cost 2^logCost, block size. */
    logCost: z.int().min(15).max(20),
    blockSize: z.literal(8),
    salt,
  }),
])
/** How a passphrase becomes a key: the function, its cost and its salt (base 64). */
export type PassphraseCost = z.output<typeof passphraseCostSchema>

/** Derives a key of 32 bytes. It takes about a third of a second: in the window it runs in a thread of its own. */
export type DeriveKey = (passphrase: string, cost: PassphraseCost) => Promise<Uint8Array>

/** The cost for a new slot: 64 MiB, three passes. */
export function newCost(name: PassphraseCost['name'] = 'argon2id'): PassphraseCost {
  const fresh = randomBytes(saltSize).toString('base64')
  if (name === 'scrypt') return { name, logCost: 17, blockSize: 8, salt: fresh }
  return { name, memory: 64 * mebibyte, passes: 3, lanes: 1, salt: fresh }
}

/** Derives in this thread. In: a passphrase in any normalisation (NFC is used, as RFC 8265 asks), and a cost within the bounds. */
export const deriveHere: DeriveKey = async (passphrase, cost) => {
  const password = new TextEncoder().encode(passphrase.normalize('NFC'))
  const saltBytes = Buffer.from(cost.salt, 'base64')
  if (cost.name === 'scrypt') return scryptKey(password, saltBytes, cost)
  // Loaded when a sealed library is opened: the start of the command line does not pay for it.
  const { argon2id } = await import('hash-wasm')
  return argon2id({
    password,
    salt: saltBytes,
    memorySize: cost.memory,
    iterations: cost.passes,
    parallelism: cost.lanes,
    hashLength: keySize,
    outputType: 'binary',
  })
}

function scryptKey(
  password: Uint8Array,
  saltBytes: Uint8Array,
  { logCost, blockSize }: Extract<PassphraseCost, { readonly name: 'scrypt' }>,
): Promise<Uint8Array> {
  const cost = 2 ** logCost
  // Node refuses more than 32 MiB unless told: 128 bytes for each unit of cost and block size, and some room.
  const options = { cost, blockSize, parallelization: 1, maxmem: 128 * cost * blockSize + 1024 * 1024 }
  return new Promise((resolve, reject) => {
    scrypt(password, saltBytes, keySize, options, (error, key) => (error === null ? resolve(key) : reject(error)))
  })
}
