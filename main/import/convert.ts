// One document's conversion, on the conversion's own thread. What a library throws on a document is the document's fault: it is
// damaged. Each kind's library is loaded only for that kind.
import { assertNever } from '../../domain/assert-never.ts'
import { failed, success } from '../../domain/result.ts'
import type { Answer, ImportedText, Job, TextFormat } from './convert-job.ts'
import { TooDeep } from './html/tree.ts'

/**
 * Converts a document. Fails with document-damaged, document-encrypted, document-oversized, document-without-text, email-nested,
 * text-binary, text-too-large.
 */
export async function convert(job: Job): Promise<Answer> {
  try {
    return await converted(job)
  } catch (error) {
    const { file, kind } = job
    return failed(error instanceof TooDeep ? 'document-oversized' : 'document-damaged', { file, kind })
  }
}

async function converted(job: Job): Promise<Answer> {
  switch (job.kind) {
    case 'page': {
      const { textOfPage } = await import('./html/html-text.ts')
      return success(plain(textOfPage(job.words), 'html'))
    }
    case 'piece': {
      const { textOfPiece } = await import('./html/html-text.ts')
      return success(plain(textOfPiece(job.words), 'html'))
    }
    case 'markdown': {
      const { textOfMarkdown } = await import('./markdown.ts')
      return success(plain(textOfMarkdown(job.words), 'markdown'))
    }
    case 'package': {
      const { textOfDocx } = await import('./docx/docx-text.ts')
      const text = await textOfDocx(job.bytes, job.file)
      return text.ok ? success(plain(text.value, 'docx')) : text
    }
    case 'email': {
      const { textOfEmail } = await import('./email/email-text.ts')
      return textOfEmail(job.bytes, job.file)
    }
    case 'pdf': {
      const { textOfPdf } = await import('./pdf/pdf-text.ts')
      const text = await textOfPdf(job.bytes, job.file)
      return text.ok ? success(plain(text.value, 'pdf')) : text
    }
    default:
      return assertNever(job)
  }
}

function plain(text: string, format: TextFormat): ImportedText {
  return { text, format, attachments: [] }
}
