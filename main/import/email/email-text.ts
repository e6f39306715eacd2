// E-mails: the subject as headline, the day and the sender on lines of their own, then the words, plain ones first. Attachments are
// named and never opened. A page saved as one file (.mht) is built like an e-mail and is read as the page it is.
import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { failed, type Result, success } from '../../../domain/result.ts'
import type { ImportedText } from '../convert-job.ts'
import { textOfPage, textOfPiece } from '../html/html-text.ts'
import { TooDeep } from '../html/tree.ts'
import { deepestMail, deepestParts, largestMailHeaders, mostAttachments, mostInnerMails } from '../limits.ts'
import { headOf } from './email-head.ts'

/** The text of an e-mail. Fails with email-nested and document-oversized (its headers); rejects for one that can't be read. */
export async function textOfEmail(bytes: Uint8Array, file: string): Promise<Result<ImportedText>> {
  const email = await parsed(bytes, file)
  if (!email.ok) return email
  const { headers, html = '' } = email.value
  if (headers.some(({ key }) => key === 'snapshot-content-location')) {
    return success({ text: textOfPage(html), format: 'html', attachments: [] })
  }
  const whole = await withInner(email.value, file, 0)
  if (!whole.ok) return whole
  const { parts, closed } = whole.value
  return success({ text: parts.join('\n\n'), format: 'email', attachments: namesOf(closed) })
}

type Whole = { readonly parts: readonly string[]; readonly closed: readonly Attachment[] }

/** The words of an e-mail and of those within it, each after its own head, and what stays closed. */
async function withInner(email: Email, file: string, depth: number): Promise<Result<Whole>> {
  if (depth > deepestMail) return tooNested(file)
  const isMail = ({ mimeType, content }: Attachment) => mimeType === 'message/rfc822' && typeof content !== 'string'
  const inner = email.attachments.filter(isMail).slice(0, mostInnerMails)
  const parts = [...headOf(email), bodyOf(email)]
  const closed = email.attachments.filter((attachment) => !inner.includes(attachment))
  for (const { content } of inner) {
    const read = await parsed(content, file)
    const found = read.ok ? await withInner(read.value, file, depth + 1) : read
    if (!found.ok) return found
    parts.push(...found.value.parts)
    closed.push(...found.value.closed)
  }
  return success({ parts: parts.filter((part) => part !== ''), closed })
}

async function parsed(bytes: Attachment['content'], file: string): Promise<Result<Email>> {
  try {
    const limits = { maxNestingDepth: deepestParts, maxHeadersSize: largestMailHeaders }
    // Inner e-mails are read here, each with a head like the outer one's; the library would print their dates in its own way.
    return success(await PostalMime.parse(bytes, { ...limits, forceRfc822Attachments: true }))
  } catch (error) {
    // The library tells its two limits apart by their sentences alone.
    const message = error instanceof Error ? error.message : ''
    if (message.startsWith('Maximum MIME nesting depth')) return tooNested(file)
    if (message.startsWith('Maximum header size')) return failed('document-oversized', { file })
    throw error
  }
}

function tooNested(file: string) {
  return failed('email-nested', { file, limit: deepestMail })
}

/** A plain part that is this much shorter than the formatted one only says that there is a formatted one. */
const leastShare = 0.25

function bodyOf({ text = '', html = '' }: Email): string {
  const plain = text.trim()
  if (html === '') return plain
  const formatted = formattedWords(html, plain)
  return plain.length < formatted.length * leastShare ? formatted : plain
}

/** Formatted words that can't be read, as in long chains of answers, are no loss where the same stands there plainly. */
function formattedWords(html: string, plain: string): string {
  try {
    return textOfPiece(html)
  } catch (error) {
    if (error instanceof TooDeep && plain !== '') return ''
    throw error
  }
}

/** Names of attachments, without pictures that belong into the words; the last one says how many were not listed. */
function namesOf(attachments: readonly Attachment[]): readonly string[] {
  const names = attachments.filter(({ related }) => related !== true).map(nameOf)
  const rest = names.length - mostAttachments
  return rest > 0 ? [...names.slice(0, mostAttachments), `+ ${rest}`] : names
}

function nameOf({ filename, mimeType }: Attachment): string {
  const name = (filename ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return name === '' ? mimeType : name.slice(0, 255)
}
