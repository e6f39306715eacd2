import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listPageFiles } from '../../../main/security/page-files.ts'
import { pageHandler } from '../../../main/security/page-protocol.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aide-page-'))
  await mkdir(join(folder, 'page', 'assets'), { recursive: true })
  await writeFile(join(folder, 'page', 'index.html'), '<meta property="csp-nonce" nonce="__NONCE__">')
  await writeFile(join(folder, 'page', 'assets', 'a.js'), 'export {}')
  await writeFile(join(folder, 'secret.txt'), 'not to be served')
})
afterEach(() => rm(folder, { recursive: true }))

const get = async (url: string, method = 'GET') =>
  pageHandler(await listPageFiles(join(folder, 'page')))({ url, method })

describe('the page protocol', () => {
  it('serves a file of the window with its type and nosniff', async () => {
    const response = await get('app://aide-memoire/assets/a.js')
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('export {}')
    expect(response.headers.get('content-type')).toContain('text/javascript')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('gives every page a fresh nonce that its policy admits, and never unsafe-inline', async () => {
    const [first, second] = [await get('app://aide-memoire/index.html'), await get('app://aide-memoire/index.html')]
    const nonce = /nonce="([^"]+)"/.exec(await first.text())?.[1]
    expect(nonce).toMatch(/^[\w+/]{22}==$/)
    expect(first.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
    expect(await second.text()).not.toContain(nonce)
    expect(first.headers.get('content-security-policy')).not.toContain('unsafe')
    expect(first.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it.each([
    'app://aide-memoire/../secret.txt',
    'app://aide-memoire/%2e%2e/secret.txt',
    'app://aide-memoire/..%2fsecret.txt',
    'app://aide-memoire/assets/../../secret.txt',
    'app://aide-memoire//etc/passwd',
    'app://aide-memoire/',
    'app://aide-memoire/INDEX.HTML',
    'app://aide-memoire/index.html%00.js',
    'app://evil/index.html',
    'https://aide-memoire/index.html',
    'not an address',
  ])('answers 404 to %s', async (url) => {
    const response = await get(url)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
  })

  it.each(['POST', 'PUT', 'HEAD', 'OPTIONS', 'get'])('refuses the method %s', async (method) => {
    expect((await get('app://aide-memoire/index.html', method)).status).toBe(405)
  })

  it('will not start with a file whose type it does not know', async () => {
    await writeFile(join(folder, 'page', 'a.exe'), '')
    await expect(listPageFiles(join(folder, 'page'))).rejects.toThrow('no media type')
  })
})
