// lowdb's adapters report by rejecting. A StorageError carries the failure through them; the library turns it into a value
// again before it leaves. Everything else that is thrown is a programming error and stays one.
import {
  type Failure,
  type FailureCode,
  failed,
  type MessageValues,
  type Result,
  success,
} from '../../domain/result.ts'

export class StorageError extends Error {
  readonly failure: Failure
  constructor(code: FailureCode, values: MessageValues, cause?: unknown) {
    super(`${code} ${JSON.stringify(values)}`, { cause })
    this.failure = failed(code, values).failure
  }
}

/** The system's error code (ENOENT, ENOSPC …), or null for any other kind of error. */
export function systemCode(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) && 'syscall' in (error as object) ? code : null
}

/** True for the system's error that a file, or a folder above it, is not there. */
export function isMissing(error: unknown): boolean {
  const code = systemCode(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
}

/** What a system error means for the officer. */
export function failureCodeOf(code: string): FailureCode {
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return 'disk-full'
  if (code === 'EROFS') return 'disk-read-only'
  if (code === 'EACCES' || code === 'EPERM') return 'no-permission'
  return 'disk-failed'
}

/** The error to throw for a failed operation on `file` (its name relative to the library); programming errors pass. */
export function storageError(error: unknown, file: string): unknown {
  const code = systemCode(error)
  return code === null ? error : new StorageError(failureCodeOf(code), { file, code }, error)
}

/** Runs storage work; a StorageError becomes a failed result, anything else is thrown on. */
export async function asResult<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return success(await work())
  } catch (error) {
    if (error instanceof StorageError) return { ok: false, failure: error.failure }
    throw error
  }
}
