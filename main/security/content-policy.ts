// The headers of every response the window gets (SECURITY.md, Electron): nothing but our own files runs, nothing is sent.

/** A content security policy that allows our own files only; `nonce` admits the few styles React Aria injects. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    `connect-src 'none'`,
    `object-src 'none'`,
    `frame-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
  ].join('; ')
}

/** All headers of a response of the given media type. `nonce` must be fresh for each response. */
export function responseHeaders(mediaType: string, nonce: string): Readonly<Record<string, string>> {
  return {
    'content-type': mediaType,
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
}
