// Errors a user can cause are values, so that they cross process boundaries as data and nobody forgets them.
// Each has a code (for programs) and a message key (for the catalogues in assets/locales), derived from the code.

/** Everything that can be refused or fail for a reason outside the program. The catalogue has `failure.<code>` for each. */
export const failureCodes = [
  'text-empty',
  'text-too-large',
  'text-binary',
  'text-encoding',
  'text-encoding-unknown',
  'text-nul',
  'text-surrogate',
  'document-damaged',
  'document-encrypted',
  'document-oversized',
  'document-slow',
  'document-without-text',
  'email-nested',
  'file-missing',
  'file-is-folder',
  'file-unreadable',
  'file-exists',
  'import-running',
  'import-too-many',
  'no-permission',
  'disk-full',
  'disk-read-only',
  'disk-failed',
  'library-locked',
  'library-locked-elsewhere',
  'library-foreign',
  'library-damaged',
  'library-wiped',
  'library-newer',
  'library-changed',
  'library-sealed',
  'library-plain',
  'library-not-sealed',
  'sealing-unavailable',
  'passphrase-empty',
  'passphrase-wrong',
  'recovery-key-mistyped',
  'recovery-key-wrong',
  'try-too-soon',
  'backup-damaged',
  'backup-foreign',
  'backup-inside',
  'backup-newer',
  'backup-no-folder',
  'backup-overtaken',
  'backup-running',
  'backup-sealed',
  'backup-stopped',
  'backup-unsealed',
  'restore-running',
  'record-missing',
  'record-damaged',
  'record-newer',
  'briefing-changed',
  'briefing-not-in-bin',
  'correction-outside-text',
  'annotations-unrecognised',
  'note-missing',
  'note-outside-text',
  'note-settled',
  'version-missing',
  'previous-missing',
  'quote-missing',
  'quote-ambiguous',
  'arguments-invalid',
  'call-unknown',
  'call-refused',
  'clipboard-refused',
  'program-error',
] as const

export type FailureCode = (typeof failureCodes)[number]
export type MessageKey = `failure.${FailureCode}`
export type MessageValues = Readonly<Record<string, string | number>>

/** Why something was not done. `values` fill the placeholders of the message (file names, sizes in bytes, holders). */
export type Failure = {
  readonly code: FailureCode
  readonly messageKey: MessageKey
  readonly values: MessageValues
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

/** Wraps a value as success. */
export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** Makes a failed result from a code and the values its message names. */
export function failed(
  code: FailureCode,
  values: MessageValues = {},
): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { code, messageKey: `failure.${code}`, values } }
}

/** Tells a failure from anything else that may be reported, such as an Error. */
export function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'code' in value && 'messageKey' in value && 'values' in value
}
