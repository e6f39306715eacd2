// Chromium cannot be taught a scheme from outside. An `app://host/path` is therefore loaded as
// `https://host.app.standin.localhost/path`, which is a secure origin too, and turned back wherever the app looks.

const suffix = '.standin.localhost'
const schemeName = /^[a-z][a-z0-9+-]*$/

/** Schemes that Chromium itself answers or refuses; every other one belongs to the app. */
const chromiumSchemes = new Set([
  'http:',
  'https:',
  'file:',
  'data:',
  'blob:',
  'about:',
  'chrome:',
  'javascript:',
  'ws:',
  'wss:',
  'mailto:',
])

/** Host of the blank page with which a window begins. */
const blankHost = `blank${suffix}`

/** The address with which Chromium opens window number `index`, before the app loads anything. */
export const blankAddress = (index: number): string => `https://${blankHost}/${index}`

/** Whether a Chromium address is a window's blank first page. */
export const isBlank = (url: string): boolean => URL.canParse(url) && new URL(url).hostname === blankHost

/** An address of the app, as Chromium gets to see it; addresses of Chromium's own schemes stay as they are. */
export const toChromium = (url: string): string => {
  if (!URL.canParse(url)) return url
  const parsed = new URL(url)
  if (parsed.protocol === 'blob:') return `blob:${toChromium(url.slice('blob:'.length))}`
  const scheme = parsed.protocol.slice(0, -1)
  if (chromiumSchemes.has(parsed.protocol) || parsed.host === '' || !schemeName.test(scheme)) return url
  return `https://${parsed.host}.${scheme}${suffix}${url.slice(url.indexOf(parsed.host) + parsed.host.length)}`
}

/** A Chromium address as Electron would show it to the app. A blank first page is the empty address, as in Electron. */
export const toElectron = (url: string): string => {
  if (!URL.canParse(url)) return url
  if (isBlank(url)) return ''
  const parsed = new URL(url)
  if (parsed.protocol === 'blob:') return `blob:${toElectron(url.slice('blob:'.length))}`
  if (parsed.protocol !== 'https:' || !parsed.hostname.endsWith(suffix)) return url
  const parts = parsed.hostname.slice(0, -suffix.length).split('.')
  const scheme = parts.pop()
  if (scheme === undefined || parts.length === 0) return url
  return `${scheme}://${parts.join('.')}${parsed.href.slice(parsed.origin.length)}`
}

/** The origin of an address as Electron reports it: `app://host`, or `null` where there is none. */
export const originOf = (url: string): string => {
  if (!URL.canParse(url)) return 'null'
  const parsed = new URL(url)
  if (parsed.origin !== 'null') return parsed.origin
  return parsed.host === '' ? 'null' : `${parsed.protocol}//${parsed.host}`
}

/** Sources in a Content-Security-Policy that name one of the app's schemes, turned into what Chromium loads. */
export const policyForChromium = (policy: string, schemes: readonly string[]): string =>
  schemes.reduce(
    (text, scheme) =>
      text.replaceAll(new RegExp(`(?<=\\s)${scheme}:(?:\\*)?(?=[\\s;,]|$)`, 'g'), `https://*.${scheme}${suffix}`),
    policy,
  )
