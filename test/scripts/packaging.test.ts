// What is packaged, and with which fuses, is written down once (electron-builder.yml) and must not loosen unseen.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = join(import.meta.dirname, '..', '..')
const read = (path: string) => readFileSync(join(folder, path), 'utf8')

/** The indented lines below a top-level key, without comments. Enough of YAML for this one file. */
function block(key: string): readonly string[] {
  const lines = read('electron-builder.yml')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('#'))
  const start = lines.indexOf(`${key}:`)
  const end = lines.findIndex((line, index) => index > start && !line.startsWith(' '))
  return start < 0 ? [] : lines.slice(start + 1, end < 0 ? undefined : end).map((line) => line.trim())
}

describe('electron-builder.yml', () => {
  it('sets every fuse as the security findings ask', () => {
    expect(block('electronFuses').toSorted()).toEqual(
      [
        'runAsNode: false',
        'enableNodeOptionsEnvironmentVariable: false',
        'enableNodeCliInspectArguments: false',
        'enableCookieEncryption: false',
        'enableEmbeddedAsarIntegrityValidation: true',
        'onlyLoadAppFromAsar: true',
        'grantFileProtocolExtraPrivileges: false',
      ].toSorted(),
    )
  })

  it('packs what was built and nothing else', () => {
    const files = block('files').map((line) => line.replace(/^- /, '').replaceAll("'", ''))
    expect(files.filter((pattern) => !pattern.startsWith('out/'))).toEqual(['package.json', '!node_modules'])
  })

  it('publishes nothing, updates nothing, and packs an archive', () => {
    const lines = read('electron-builder.yml').split('\n')
    expect(lines).toContain('publish: null')
    expect(lines).toContain('asar: true')
    expect(read('package.json')).not.toContain('electron-updater')
  })

  it('ships .deb first, since an AppImage switches the sandbox off where user namespaces are blocked', () => {
    expect(block('linux').filter((line) => line.startsWith('- '))).toEqual(['- deb', '- rpm', '- AppImage'])
  })

  it('names an icon that is there', () => {
    const icon = /^icon: (.+)$/m.exec(read('electron-builder.yml'))?.[1] ?? ''
    expect(existsSync(join(folder, icon))).toBe(true)
  })
})

describe('.ci/run and README.md', () => {
  it('name the same test command', () => {
    expect(read('README.md')).toContain('npm ci && npm test')
    expect(read('.ci/run')).toMatch(/npm ci .*&& npm test/)
  })
})
