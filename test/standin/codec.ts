// What passes between the page and the app as text: a small tagged JSON for the values that Electron clones. Written as
// one function without outside names, because the page gets its source.

/** How bytes become text and back; Node and the page have different means. */
export type BytesAsText = {
  readonly toText: (bytes: Uint8Array) => string
  readonly fromText: (text: string) => Uint8Array
}
export type Codec = {
  /** A value as text. Throws `An object could not be cloned.` for what Electron would not send. */
  readonly encode: (value: unknown) => string
  /** The value that `encode` was given. */
  readonly decode: (text: string) => unknown
}

/** Makes the codec; undefined, NaN, infinities, bigints, dates, byte arrays, arrays and plain objects pass through it. */
export const createCodec = (bytes: BytesAsText): Codec => {
  const refusal = (): Error => new Error('An object could not be cloned.')
  const tagged = (tag: string, value?: unknown) => ({ $: tag, value })

  const pack = (value: unknown, above: readonly unknown[]): unknown => {
    if (value === undefined) return tagged('undefined')
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number') {
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : tagged('number', Object.is(value, -0) ? '-0' : String(value))
    }
    if (typeof value === 'bigint') return tagged('bigint', String(value))
    if (typeof value !== 'object' || above.includes(value)) throw refusal()
    if (value instanceof Date) return tagged('date', pack(value.getTime(), above))
    if (value instanceof ArrayBuffer) return tagged('buffer', bytes.toText(new Uint8Array(value)))
    if (ArrayBuffer.isView(value)) {
      // Node's Buffer is a Uint8Array once it has been cloned.
      return tagged('bytes', bytes.toText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)))
    }
    const inner = [...above, value]
    if (Array.isArray(value)) return value.map((item) => pack(item, inner))
    if (Object.prototype.toString.call(value) !== '[object Object]') throw refusal()
    const entries = Object.entries(value).map(([key, item]) => [key, pack(item, inner)] as const)
    const object = Object.fromEntries(entries)
    return '$' in object ? tagged('object', object) : object
  }

  const members = (value: object): unknown =>
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpack(item)]))

  const unpack = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(unpack)
    if (!('$' in value)) return members(value)
    const { $: tag, value: content } = value as { readonly $: string; readonly value?: never }
    switch (tag) {
      case 'undefined':
        return undefined
      case 'number':
        return Number(content)
      case 'bigint':
        return BigInt(content as unknown as string)
      case 'date':
        return new Date(unpack(content) as number)
      case 'buffer':
        return bytes.fromText(content as unknown as string).slice().buffer
      case 'bytes':
        return bytes.fromText(content as unknown as string)
      case 'object':
        return members(content as unknown as object)
      default:
        throw new Error(`Unknown tag ${tag}`)
    }
  }

  return {
    encode: (value) => JSON.stringify(pack(value, [])),
    decode: (text) => unpack(JSON.parse(text)),
  }
}

/** The codec as Node uses it. */
export const nodeCodec = (): Codec =>
  createCodec({
    toText: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
    fromText: (text) => new Uint8Array(Buffer.from(text, 'base64')),
  })
