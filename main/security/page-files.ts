// The files the window is made of, as a fixed map from path to file and type, made once at start: a request can name
// nothing else, whatever its path says.
import { readdir } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

export type PageFile = { readonly file: string; readonly mediaType: string }
export type PageFiles = ReadonlyMap<string, PageFile>

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  // The licences of what is bundled.
  '.md': 'text/markdown; charset=utf-8',
}

/** Lists the built window's folder. Out: URL path (`/index.html`) → file and media type. A file of unknown type throws. */
export async function listPageFiles(folder: string): Promise<PageFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(files.map((file) => [`/${relative(folder, file).split(sep).join('/')}`, pageFile(file)]))
}

function pageFile(file: string): PageFile {
  const mediaType = mediaTypes[extname(file)]
  if (mediaType === undefined) throw new Error(`no media type for ${file}`)
  return { file, mediaType }
}
