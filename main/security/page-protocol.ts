// Answers the window's own scheme, `app://aide-memoire/…`: GET only, from the fixed map only, with the policy's headers.
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { responseHeaders } from './content-policy.ts'
import { isOurAddress } from './origin.ts'
import type { PageFiles } from './page-files.ts'

/** Where `index.html` wants the response's nonce. */
const nonceMarker = '__NONCE__'

/**
 * Makes the handler for `protocol.handle`. Out: a function from request to response; 404 for another host or a path that
 * is not in the map, 405 for another method. Never reads a path that a request made up.
 */
export function pageHandler(files: PageFiles): (request: Pick<Request, 'url' | 'method'>) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return refusal(405)
    const found = isOurAddress(request.url) ? files.get(new URL(request.url).pathname) : undefined
    if (found === undefined) return refusal(404)
    const nonce = randomBytes(16).toString('base64')
    const bytes = await readFile(found.file)
    const body = found.mediaType.startsWith('text/html')
      ? bytes.toString('utf8').replaceAll(nonceMarker, nonce)
      : new Uint8Array(bytes)
    return new Response(body, { headers: responseHeaders(found.mediaType, nonce) })
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: responseHeaders('text/plain', randomBytes(16).toString('base64')) })
}
