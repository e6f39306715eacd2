// The key header in library.json: the data key, wrapped in one slot for the passphrase and one for the recovery key. Whoever copies it
// learns what a guess costs and nothing else. Damage is told from a wrong passphrase by a checksum, tampering by a code that only who
// has the data key can make.
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { failed, type Result, success } from '../../../domain/result.ts'
import { type DataKey, dataKeyOf, derivedKey } from './data-key.ts'
import { type DeriveKey, newCost, type PassphraseCost, passphraseCostSchema } from './key-derivation.ts'
import { recoveryKeyBytes } from './recovery-key.ts'

const bytesOf = (size: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === size)
/** AES-256-GCM of the data key: nonce, and 32 bytes with the tag's 16. */
const wrapping = { nonce: bytesOf(12), wrapped: bytesOf(48) }

export const keyHeaderSchema = z.strictObject({
  form: z.literal(1),
  passphrase: z.strictObject({ cost: passphraseCostSchema, ...wrapping }),
  recovery: z.strictObject({ salt: bytesOf(16), ...wrapping }).nullable(),
  /** SHA-256 of what the header says, for damage. */
  checksum: bytesOf(32),
  /** HMAC-SHA-256 of the same under a key of the data key's, for tampering. */
  authentication: bytesOf(32),
})
export type KeyHeader = z.output<typeof keyHeaderSchema>
type Slots = Pick<KeyHeader, 'form' | 'passphrase' | 'recovery'>

/** What opens a library. */
export type Secret =
  | { readonly kind: 'passphrase'; readonly text: string }
  | { readonly kind: 'recovery-key'; readonly text: string }

/** What of library.json the header is bound to. */
export type HeaderPlace = { readonly id: string; readonly created: string }

export type Unlocking = {
  readonly place: HeaderPlace
  readonly header: KeyHeader
  readonly derive: DeriveKey
}

/** A header for a data key and its first passphrase. Rejects when the key can't be derived. */
export async function newKeyHeader(
  place: HeaderPlace,
  dataKey: DataKey,
  passphrase: string,
  derive: DeriveKey,
): Promise<KeyHeader> {
  return signed(place, dataKey, {
    form: 1,
    passphrase: await passphraseSlot(place, dataKey, passphrase, derive),
    recovery: null,
  })
}

/** The header with another passphrase. */
export async function withPassphrase(unlocking: Unlocking, dataKey: DataKey, passphrase: string): Promise<KeyHeader> {
  const { place, header, derive } = unlocking
  return signed(place, dataKey, { ...header, passphrase: await passphraseSlot(place, dataKey, passphrase, derive) })
}

/** The header with another recovery key (as it is shown); the former one opens nothing any more. */
export function withRecoveryKey(
  { place, header }: Omit<Unlocking, 'derive'>,
  dataKey: DataKey,
  shown: string,
): KeyHeader {
  const bytes = recoveryKeyBytes(shown)
  if (typeof bytes === 'string') throw new Error('not a recovery key of ours')
  const salt = randomBytes(16).toString('base64')
  const wrapped = wrap(recoveryWrappingKey(bytes, salt), dataKey, boundTo(place, 'recovery', salt))
  return signed(place, dataKey, { ...header, recovery: { salt, ...wrapped } })
}

/**
 * Unwraps the data key. Failures: `passphrase-wrong`, `recovery-key-mistyped`, `recovery-key-wrong` (also when none was ever made), and
 * `library-damaged` for a header that does not say what it said when it was written. Rejects when the key can't be derived.
 */
export async function unlock({ place, header, derive }: Unlocking, secret: Secret): Promise<Result<DataKey>> {
  if (!isEqual(header.checksum, checksumOf(place, header))) return failed('library-damaged', { file: 'library.json' })
  const unwrapped =
    secret.kind === 'passphrase'
      ? await byPassphrase(place, header, secret.text, derive)
      : byRecoveryKey(place, header, secret.text)
  if (!unwrapped.ok) return unwrapped
  if (isSignedWith(place, unwrapped.value.keyFor, header)) return unwrapped
  unwrapped.value.forget()
  return failed('library-damaged', { file: 'library.json' })
}

/** True for a header that who had the data key has made. In: the data key's `keyFor`. */
export function isSignedWith(place: HeaderPlace, keyFor: DataKey['keyFor'], header: KeyHeader): boolean {
  return isEqual(header.authentication, authenticationOf(place, { keyFor }, header))
}

async function byPassphrase(
  place: HeaderPlace,
  { passphrase: slot }: KeyHeader,
  text: string,
  derive: DeriveKey,
): Promise<Result<DataKey>> {
  const key = await derive(text, slot.cost)
  return unwrap(key, slot, boundTo(place, 'passphrase', costText(slot.cost))) ?? failed('passphrase-wrong')
}

function byRecoveryKey(place: HeaderPlace, { recovery }: KeyHeader, text: string): Result<DataKey> {
  const bytes = recoveryKeyBytes(text)
  if (typeof bytes === 'string') return failed('recovery-key-mistyped')
  if (recovery === null) return failed('recovery-key-wrong')
  const key = recoveryWrappingKey(bytes, recovery.salt)
  return unwrap(key, recovery, boundTo(place, 'recovery', recovery.salt)) ?? failed('recovery-key-wrong')
}

async function passphraseSlot(place: HeaderPlace, dataKey: DataKey, passphrase: string, derive: DeriveKey) {
  const { cost, key } = await derivedAnew(passphrase, derive)
  return { cost, ...wrap(key, dataKey, boundTo(place, 'passphrase', costText(cost))) }
}

/** By Argon2id, or by scrypt where WebAssembly is not to be had. */
async function derivedAnew(passphrase: string, derive: DeriveKey): Promise<{ cost: PassphraseCost; key: Uint8Array }> {
  const [cost, other] = [newCost(), newCost('scrypt')]
  const key = await derive(passphrase, cost).catch(() => null)
  return key === null ? { cost: other, key: await derive(passphrase, other) } : { cost, key }
}

function recoveryWrappingKey(bytes: Uint8Array, salt: string): Uint8Array {
  return derivedKey(bytes, ['recovery'], Buffer.from(salt, 'base64'))
}

function wrap(key: Uint8Array, dataKey: DataKey, bound: Uint8Array): { nonce: string; wrapped: string } {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(bound)
  const body = cipher.update(dataKey.bytes())
  cipher.final()
  return { nonce: nonce.toString('base64'), wrapped: Buffer.concat([body, cipher.getAuthTag()]).toString('base64') }
}

function unwrap(
  key: Uint8Array,
  slot: { readonly nonce: string; readonly wrapped: string },
  bound: Uint8Array,
): Result<DataKey> | null {
  const bytes = Buffer.from(slot.wrapped, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.nonce, 'base64'), { authTagLength: 16 })
    decipher.setAAD(bound)
    decipher.setAuthTag(bytes.subarray(32))
    const body = decipher.update(bytes.subarray(0, 32))
    decipher.final()
    return success(dataKeyOf(body))
  } catch {
    return null
  }
}

function signed(place: HeaderPlace, dataKey: DataKey, slots: Slots): KeyHeader {
  const { form, passphrase, recovery } = slots
  return {
    form,
    passphrase,
    recovery,
    checksum: checksumOf(place, slots),
    authentication: authenticationOf(place, dataKey, slots),
  }
}

function checksumOf(place: HeaderPlace, slots: Slots): string {
  return createHash('sha256').update(whatItSays(place, slots)).digest('base64')
}

function authenticationOf(place: HeaderPlace, dataKey: Pick<DataKey, 'keyFor'>, slots: Slots): string {
  return createHmac('sha256', dataKey.keyFor('header')).update(whatItSays(place, slots)).digest('base64')
}

/** One text for one content, whatever the order in which JSON has it. */
function whatItSays({ id, created }: HeaderPlace, { form, passphrase, recovery }: Slots): string {
  const wrapped = [passphrase.nonce, passphrase.wrapped]
  return JSON.stringify([
    id,
    created,
    form,
    costText(passphrase.cost),
    wrapped,
    recovery === null ? null : [recovery.salt, recovery.nonce, recovery.wrapped],
  ])
}

function costText(cost: PassphraseCost): string {
  return cost.name === 'argon2id'
    ? JSON.stringify([cost.name, cost.memory, cost.passes, cost.lanes, cost.salt])
    : JSON.stringify([cost.name, cost.logCost, cost.blockSize, cost.salt])
}

function boundTo({ id }: HeaderPlace, slot: 'passphrase' | 'recovery', how: string): Uint8Array {
  return Buffer.from(['slot', id, slot, how].join('\0'))
}

function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, 'base64'), Buffer.from(other, 'base64')]
  return a.length === b.length && timingSafeEqual(a, b)
}
