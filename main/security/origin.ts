// The one origin the window may have. Addresses are parsed, never compared as strings: `app://aide-memoire.evil` and
// `app://aide-memoire@evil` both start like ours.

export const scheme = 'app'
export const host = 'aide-memoire'
export const startPage = `${scheme}://${host}/index.html`

/** True for an address of our own pages: our scheme and host, no credentials, no port. In: any string, absolute or not. */
export function isOurAddress(address: string): boolean {
  const url = URL.parse(address)
  return (
    url !== null &&
    url.protocol === `${scheme}:` &&
    url.hostname === host &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  )
}

/** True for schemes that never leave the machine and that pages may load from: our own, and what they made themselves. */
export function isLocalAddress(address: string): boolean {
  const protocol = URL.parse(address)?.protocol
  return protocol === 'blob:' || protocol === 'data:' || isOurAddress(address)
}
