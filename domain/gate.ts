// Whether the library is open to the window, and what is asked for before it is. The window shows one page for each of these.

/** What opens a sealed library: its passphrase, or its recovery key as it was written down. */
export const secretKinds = ['passphrase', 'recovery-key'] as const
export type SecretKind = (typeof secretKinds)[number]

/** Longest passphrase or typed recovery key, in UTF-16 units. */
export const longestSecret = 1_000

export type GateState =
  /** There is no library yet: a person chooses whether it will be sealed. */
  | { readonly kind: 'new' }
  /** `wait`: milliseconds before the next passphrase or key is looked at. */
  | { readonly kind: 'locked'; readonly wait: number }
  /** `recoveryKey`: one that was just made and that nobody has said to have written down. */
  | { readonly kind: 'open'; readonly sealed: boolean; readonly recoveryKey: string | null }
  /** The library can't be opened; `library.state` says why. */
  | { readonly kind: 'failed' }
