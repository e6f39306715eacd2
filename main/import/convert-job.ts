// What main asks the conversion's thread, and what that answers. Both are plain data, copied between the two.
import type { Result } from '../../domain/result.ts'

/** What a text came from. */
export type TextFormat = 'text' | 'markdown' | 'html' | 'docx' | 'email' | 'pdf'

/** One document to convert: a page or a piece of HTML or Markdown already decoded, or a document's bytes. */
export type Job = { readonly file: string } & (
  | { readonly kind: 'page' | 'piece' | 'markdown'; readonly words: string }
  | { readonly kind: 'package' | 'email' | 'pdf'; readonly bytes: Uint8Array }
)

/** A text that came in, not yet normalised, and the names of attachments that were left closed. */
export type ImportedText = {
  readonly text: string
  readonly format: TextFormat
  readonly attachments: readonly string[]
}
export type Answer = Result<ImportedText>
