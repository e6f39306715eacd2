// Every request of a page stops here: the app's own schemes are answered by the app, all else is refused.
import { originOf, policyForChromium, toElectron } from './addresses.ts'
import type { Fields } from './devtools-connection.ts'
import { say } from './log.ts'
import { grantedNames } from './permissions.ts'
import type { RequestDetails, SessionEntry } from './session.ts'

type Send = (method: string, params: Fields) => Promise<Fields>
export type Surroundings = {
  readonly session: SessionEntry
  readonly contents: Electron.WebContents
  readonly frameOf: (id: string) => Electron.WebFrameMain | null
  readonly mainFrameId: string
  /** A new number for each request. */
  readonly requestNumber: () => number
  /** Sends a command to the browser itself. */
  readonly browser: Send
  /** Asks the app about a navigation; true when it was prevented. */
  readonly prevents: (url: string, frameId: string, redirected: boolean) => boolean
}

const kinds: { readonly [type: string]: RequestDetails['resourceType'] } = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  EventSource: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
  WebSocket: 'webSocket',
}
const kindOf = (params: Fields, mainFrameId: string): RequestDetails['resourceType'] => {
  if (params.resourceType === 'Document') return params.frameId === mainFrameId ? 'mainFrame' : 'subFrame'
  return kinds[params.resourceType] ?? 'other'
}

const bodyOf = (request: Fields): Uint8Array<ArrayBuffer> | null => {
  const parts = (request.postDataEntries ?? []).map((entry: Fields) => Buffer.from(entry.bytes ?? '', 'base64'))
  return parts.length === 0 ? null : new Uint8Array(Buffer.concat(parts))
}

const asRequest = (url: string, request: Fields): Request => {
  const body = bodyOf(request)
  const headers = Object.entries(request.headers as Record<string, string>).map(([name, value]): [string, string] => [
    name,
    /^(origin|referer)$/i.test(name) ? toElectron(value).replace(/\/$/, '') : value,
  ])
  return new Request(url, { method: request.method, headers, ...(body === null ? {} : { body }) })
}

const fulfilment = async (requestId: string, response: Response, schemes: readonly string[]): Promise<Fields> => ({
  requestId,
  responseCode: response.status,
  ...(response.statusText ? { responsePhrase: response.statusText } : {}),
  responseHeaders: [...response.headers].map(([name, value]) => ({
    name,
    value: name === 'content-security-policy' ? policyForChromium(value, schemes) : value,
  })),
  body: Buffer.from(await response.arrayBuffer()).toString('base64'),
})

const serve = async (around: Surroundings, url: string, params: Fields, send: Send): Promise<unknown> => {
  const { requestId } = params
  const handler = around.session.handlerOf(new URL(url).protocol.slice(0, -1))
  if (handler === undefined) {
    say(`not cancelled by the app: ${url}`)
    return send('Fetch.failRequest', { requestId, errorReason: 'InternetDisconnected' })
  }
  const response = await handler(asRequest(url, params.request))
  if (response.type === 'error') return send('Fetch.failRequest', { requestId, errorReason: 'Failed' })
  if (kindOf(params, around.mainFrameId) === 'mainFrame') {
    const origin = new URL(params.request.url).origin
    await around.browser('Browser.grantPermissions', {
      origin,
      permissions: await grantedNames(around.session.grants, around.contents, originOf(url)),
    })
  }
  return send('Fetch.fulfillRequest', await fulfilment(requestId, response, around.session.schemes()))
}

const detailsOf = (around: Surroundings, url: string, params: Fields): RequestDetails => {
  const initiator = params.request.headers.Origin
  return {
    id: around.requestNumber(),
    url,
    method: params.request.method,
    webContentsId: around.contents.id,
    webContents: around.contents,
    frame: around.frameOf(params.frameId),
    resourceType: kindOf(params, around.mainFrameId),
    referrer: toElectron(params.request.headers.Referer ?? ''),
    timestamp: Date.now(),
    uploadData: [],
    ...(initiator === undefined ? {} : { initiatorOrigin: toElectron(initiator) }),
  }
}

/** Answers one `Fetch.requestPaused`: the app may prevent the navigation, cancel the request, or serve it. */
export const answerRequest = async (around: Surroundings, params: Fields, send: Send): Promise<void> => {
  const { requestId } = params
  const url = toElectron(params.request.url)
  const fail = (errorReason: string) => send('Fetch.failRequest', { requestId, errorReason })
  const fulfil = (fields: Fields) => send('Fetch.fulfillRequest', { requestId, ...fields })
  const html = { responseCode: 200, responseHeaders: [{ name: 'content-type', value: 'text/html' }] }
  // A window's first, blank page, which nothing leads back to.
  if (url === '') return void (await (around.contents.getURL() === '' ? fulfil(html) : fail('Aborted')))
  // Chromium asks for an icon by itself, Electron does not.
  if (params.resourceType === 'Other' && url.endsWith('/favicon.ico')) return void (await fulfil({ responseCode: 204 }))
  if (
    params.resourceType === 'Document' &&
    around.prevents(url, params.frameId, params.redirectedRequestId !== undefined)
  ) {
    return void (await fail('Aborted'))
  }
  if (await around.session.cancels(detailsOf(around, url, params))) return void (await fail('BlockedByClient'))
  try {
    await serve(around, url, params, send)
  } catch (error) {
    say(`serving ${url} failed: ${error instanceof Error ? error.stack : error}`)
    await fail('Failed')
  }
}
