// pdfjs, as much of it as gives the pieces of text on each page. It runs on this thread, without its own worker, and reaches no
// built-in module: it would load a native canvas, which only drawing needs. Scripts, forms and fonts in the document stay unused.
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'
import type { Piece } from './lines.ts'

/** Opens a document, or says that it needs a password. Rejects for a damaged one. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy | 'encrypted'> {
  const { getDocument } = await loadPdfjs()
  try {
    return await getDocument({
      data: bytes,
      verbosity: 0,
      enableXfa: false,
      useWasm: false,
      disableFontFace: true,
      useSystemFonts: false,
      fontExtraProperties: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      maxImageSize: 1,
    }).promise
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') return 'encrypted'
    throw error
  }
}

/** The pieces of text of a page in the order in which it draws them. In: its number from 1. */
export async function piecesOf(document: PDFDocumentProxy, page: number): Promise<readonly Piece[]> {
  const proxy = await document.getPage(page)
  const { items } = await proxy.getTextContent({ includeMarkedContent: false, disableNormalization: true })
  proxy.cleanup()
  return items.filter((item) => 'str' in item)
}

async function loadPdfjs() {
  Object.assign(process, { getBuiltinModule: () => ({}) })
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  // Where pdfjs looks for its worker before it would start one.
  Object.assign(globalThis, { pdfjsWorker: worker })
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}
