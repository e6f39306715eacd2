// The seam where encryption sits: between the bytes of a record and the file. Plain libraries pass them through.
import { type Result, success } from '../../../domain/result.ts'

/** What a record's bytes are bound to, so that records can't be swapped between places (SECURITY.md, Encryption at rest). */
export type RecordPlace = {
  readonly library: string
  /** The record's current file, relative to the library; its earlier copies are bound to the same. */
  readonly record: string
  readonly kind: string
  readonly schema: number
}

export type Seal = {
  /** Bytes of a record to bytes of its file. */
  readonly seal: (bytes: Uint8Array, place: RecordPlace, revision: number) => Uint8Array
  /** Bytes of a file to bytes of its record; `record-damaged` when they were not sealed for this place. */
  readonly open: (bytes: Uint8Array, place: RecordPlace) => Result<Uint8Array>
}

/** The seal of a plain library: none. */
export const plainSeal: Seal = {
  seal: (bytes) => bytes,
  open: (bytes) => success(bytes),
}
