// Seals the open library, or makes it plain, from the window: the page goes first, then the library is closed and converted, then it is
// opened again as what it has become. What that is, and how far it is, the gate says.
import type { GateState, Outcome } from '../../domain/gate.ts'
import { failed, type Result, success } from '../../domain/result.ts'
import type { Converted, Wanted } from '../library/sealing/convert.ts'
import type { Secret } from '../library/sealing/key-header.ts'
import type { LibraryHolder } from '../library-holder.ts'
import type { Gate } from './gate.ts'

/** What a person asks for. */
export type Asked =
  | { readonly to: 'sealed'; readonly passphrase: string }
  | { readonly to: 'plain'; readonly current: Secret }

/** What the gate shows instead of the library while one is converted, and until the outcome was seen. */
export type Progress = {
  readonly get: () => Extract<GateState, { readonly kind: 'converting' | 'converted' }> | null
  readonly set: (state: ReturnType<Progress['get']>) => void
}

/** A place for that. */
export function conversionProgress(): Progress {
  let state: ReturnType<Progress['get']> = null
  return {
    get: () => state,
    set: (next) => {
      state = next
    },
  }
}

export type ConversionOptions = {
  readonly library: LibraryHolder
  readonly gate: Gate
  readonly progress: Progress
  /** Converts the closed library in its folder (library/sealing/convert.ts). */
  readonly convert: (
    secret: Secret | null,
    wanted: Wanted,
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ) => Promise<Result<Converted>>
  readonly replaceWindow: () => void
  /** Stops what works on the library besides the page. */
  readonly stopWork: () => Promise<void>
  readonly tell: (state: GateState) => void
  readonly report: (trouble: unknown) => void
}

export type Conversion = {
  /** Begins. Failures: why nothing can be written, `library-not-sealed`, those of looking at the secret; then nothing has begun. */
  readonly start: (asked: Asked) => Promise<Result<null>>
  readonly stop: () => void
  /** The outcome was seen: on to the library. */
  readonly seen: () => GateState
}

/** Makes what converts. */
export function createConversion(options: ConversionOptions): Conversion {
  const { library, gate, progress, tell, report } = options
  let stopping = new AbortController()
  const show = (state: ReturnType<Progress['get']>) => {
    progress.set(state)
    tell(gate.state())
  }
  const run = async (asked: Asked): Promise<void> => {
    await options.stopWork()
    const closed = library.close()
    options.replaceWindow()
    await closed
    const [before, wanted] = secretsOf(asked)
    const follow = (done: number, total: number) => show({ kind: 'converting', to: asked.to, done, total })
    const converted = await options.convert(before, wanted, follow, stopping.signal)
    await reopen(options, asked, converted)
    show({
      kind: 'converted',
      to: asked.to,
      outcome: outcomeOf(converted),
      foreign: converted.ok ? converted.value.foreign : [],
    })
  }
  return {
    start: async (asked) => {
      const refusal = await refusalOf(options, asked)
      if (refusal !== null) return refusal
      stopping = new AbortController()
      progress.set({ kind: 'converting', to: asked.to, done: 0, total: 0 })
      void run(asked).catch((trouble: unknown) => {
        progress.set(null)
        report(trouble)
      })
      return success(null)
    },
    stop: () => stopping.abort(),
    seen: () => {
      if (progress.get()?.kind === 'converted') progress.set(null)
      return gate.state()
    },
  }
}

/** Why it can't begin, or null. */
async function refusalOf({ library, gate, progress }: ConversionOptions, asked: Asked): Promise<Result<never> | null> {
  const open = library.current()
  if (!open.ok) return open
  const { readOnly } = open.value.state()
  if (readOnly !== null) return { ok: false, failure: readOnly }
  if (progress.get() !== null) return failed('call-refused')
  if (asked.to === 'sealed') return open.value.keys === null ? null : failed('call-refused')
  const checked = await gate.withSecret(async ({ keys }) =>
    keys === null ? failed('library-not-sealed') : keys.check(asked.current),
  )
  return checked.ok ? null : checked
}

function secretsOf(asked: Asked): readonly [Secret | null, Wanted] {
  if (asked.to === 'plain') return [asked.current, { to: 'plain' }]
  return [null, { to: 'sealed', passphrase: asked.passphrase, newKey: false }]
}

/** Opening what was stopped half-way would go on with it: it stays closed until somebody unlocks it. */
async function reopen({ library, gate }: ConversionOptions, asked: Asked, converted: Result<Converted>): Promise<void> {
  if (converted.ok && converted.value.state === 'stopped') return
  if (converted.ok && asked.to === 'sealed') {
    await gate.openSealed({ kind: 'passphrase', text: asked.passphrase })
    return
  }
  await library.open({ secret: null, createIfMissing: false })
}

function outcomeOf(converted: Result<Converted>): Outcome {
  if (!converted.ok) return { state: 'failed', failure: converted.failure }
  return { state: converted.value.state === 'stopped' ? 'stopped' : 'done' }
}
