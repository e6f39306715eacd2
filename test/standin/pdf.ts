// Electron's options for printing to PDF in the protocol's words.
import type { Fields } from './devtools-connection.ts'

// Inches, upright.
const sizes: { readonly [name: string]: readonly [number, number] } = {
  A3: [11.69, 16.54],
  A4: [8.27, 11.69],
  A5: [5.83, 8.27],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
}

const paper = (size: Electron.PrintToPDFOptions['pageSize']): Fields => {
  if (typeof size === 'object') return { paperWidth: size.width, paperHeight: size.height }
  const [paperWidth, paperHeight] = sizes[size ?? 'Letter'] ?? []
  if (paperWidth === undefined) throw new Error(`Unknown page size ${size}`)
  return { paperWidth, paperHeight }
}

/** Parameters of `Page.printToPDF` for Electron's options; lengths in inches. */
export const pdfParameters = (options: Electron.PrintToPDFOptions): Fields => {
  const { pageSize, margins, generateDocumentOutline, generateTaggedPDF, ...same } = options
  const sides = Object.entries(margins ?? {}).filter(([side]) => side !== 'marginType')
  return {
    ...same,
    ...paper(pageSize),
    ...Object.fromEntries(sides.map(([side, inches]) => [`margin${side[0]?.toUpperCase()}${side.slice(1)}`, inches])),
    ...(generateTaggedPDF === undefined ? {} : { generateTaggedPDF }),
    ...(generateDocumentOutline === undefined ? {} : { generateDocumentOutline }),
  }
}
