// The encoding a page names in itself.
const looked = 4_096

/** The label in a page's `<meta charset>` or its older form, within its first 4 KB; null when there is none that is known. */
export function charsetOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, looked)).toString('latin1')
  const label =
    /<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.+-]{2,40})/iu.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.+-]{2,40})["']/iu.exec(head)?.[1]
  if (label === undefined) return null
  // A page whose label could be read as ASCII is not in UTF-16, whatever it says.
  return /^utf-?16/iu.test(label) ? 'utf-8' : known(label)
}

function known(label: string): string | null {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}
