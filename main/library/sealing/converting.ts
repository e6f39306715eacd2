// What library.json says while a library is being converted: which way, and the keys from before. Only who has the library's key can say
// it, so nobody can make a sealed library take records in clear by writing so.
import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { failed, type Result, success } from '../../../domain/result.ts'
import { type DataKey, dataKeyOf } from './data-key.ts'

const bytesOf = (size: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === size)
/** Conversions that were begun one over the other without any of them being finished. */
const mostFormer = 8

export const convertingSchema = z.strictObject({
  to: z.enum(['sealed', 'plain']),
  /** Data keys that records may still be sealed under, each wrapped under the key that library.json has now. */
  former: z.array(z.strictObject({ nonce: bytesOf(12), wrapped: bytesOf(48) })).max(mostFormer),
  /** HMAC-SHA-256 under a key of the data key's. */
  authentication: bytesOf(32),
})
export type Converting = z.output<typeof convertingSchema>
export type Form = Converting['to']

type Place = { readonly id: string; readonly created: string }

/** What library.json says from the beginning of a conversion to its end. `former` are the keys of records there may still be. */
export function convertingTo(to: Form, place: Place, dataKey: DataKey, former: readonly DataKey[]): Converting {
  if (former.length > mostFormer) throw new Error('too many conversions begun')
  const wrapped = former.map((key) => wrap(key, dataKey, place))
  return { to, former: wrapped, authentication: authenticationOf(to, wrapped, place, dataKey) }
}

/** The former keys, newest first; `library-damaged` when it was not said by somebody who had the key. */
export function formerKeys(
  { to, former, authentication }: Converting,
  place: Place,
  dataKey: DataKey,
): Result<readonly DataKey[]> {
  const expected = Buffer.from(authenticationOf(to, former, place, dataKey), 'base64')
  if (!timingSafeEqual(expected, Buffer.from(authentication, 'base64'))) return damaged()
  try {
    return success(former.map((slot) => unwrap(slot, dataKey, place)))
  } catch {
    return damaged()
  }
}

function damaged() {
  return failed('library-damaged', { file: 'library.json' })
}

function wrap(key: DataKey, under: DataKey, place: Place): Converting['former'][number] {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', under.keyFor('former'), nonce)
  cipher.setAAD(boundTo(place))
  const body = cipher.update(key.bytes())
  cipher.final()
  return { nonce: nonce.toString('base64'), wrapped: Buffer.concat([body, cipher.getAuthTag()]).toString('base64') }
}

function unwrap({ nonce, wrapped }: Converting['former'][number], under: DataKey, place: Place): DataKey {
  const bytes = Buffer.from(wrapped, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', under.keyFor('former'), Buffer.from(nonce, 'base64'), {
    authTagLength: 16,
  })
  decipher.setAAD(boundTo(place))
  decipher.setAuthTag(bytes.subarray(32))
  const body = decipher.update(bytes.subarray(0, 32))
  decipher.final()
  return dataKeyOf(body)
}

function boundTo({ id }: Place): Uint8Array {
  return Buffer.from(['former', id].join('\0'))
}

function authenticationOf(to: Form, former: Converting['former'], { id, created }: Place, dataKey: DataKey): string {
  const said = JSON.stringify([id, created, to, former.map(({ nonce, wrapped }) => [nonce, wrapped])])
  return createHmac('sha256', dataKey.keyFor('converting')).update(said).digest('base64')
}
