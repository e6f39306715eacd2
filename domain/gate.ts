// Whether the library is open to the window, and what is asked for before it is. The window shows one page for each of these.
import type { Failure } from './result.ts'

/** What opens a sealed library: its passphrase, or its recovery key as it was written down. */
export const secretKinds = ['passphrase', 'recovery-key'] as const
export type SecretKind = (typeof secretKinds)[number]

/** Longest passphrase or typed recovery key, in UTF-16 units. */
export const longestSecret = 1_000

/** What a library can be made. */
export type Form = 'sealed' | 'plain'
export type Outcome = { readonly state: 'done' | 'stopped' } | { readonly state: 'failed'; readonly failure: Failure }

export type GateState =
  /** There is no library yet: a person chooses whether it will be sealed. */
  | { readonly kind: 'new' }
  /** `wait`: milliseconds before the next passphrase or key is looked at. */
  | { readonly kind: 'locked'; readonly wait: number }
  /** `recoveryKey`: one that was just made and that nobody has said to have written down. */
  | { readonly kind: 'open'; readonly sealed: boolean; readonly recoveryKey: string | null }
  /** It is being sealed or made plain: so many of so many files are through. */
  | { readonly kind: 'converting'; readonly to: Form; readonly done: number; readonly total: number }
  /** What became of that, until a person has seen it. `foreign`: files that are not the library's own and were left as they are. */
  | { readonly kind: 'converted'; readonly to: Form; readonly outcome: Outcome; readonly foreign: readonly string[] }
  /** The library can't be opened; `library.state` says why. */
  | { readonly kind: 'failed' }
