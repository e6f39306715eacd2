// What is packaged, and with which fuses, is written down once (electron-builder.yml) and must not loosen unseen.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { backupEnding } from '../../main/backup/backup-folder.ts'

const folder = join(import.meta.dirname, '..', '..')
const read = (path: string) => readFileSync(join(folder, path), 'utf8')

type Builder = {
  readonly files: readonly string[]
  readonly asar: boolean
  readonly publish: unknown
  readonly icon: string
  readonly electronFuses: Readonly<Record<string, boolean>>
  readonly fileAssociations: readonly { readonly ext: string; readonly mimeType: string }[]
  readonly linux: { readonly target: readonly string[] }
}
const builder: Builder = parse(read('electron-builder.yml'))

describe('electron-builder.yml', () => {
  it('sets every fuse as the security findings ask', () => {
    expect(builder.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  it('packs what was built, the licences of its data and nothing else', () => {
    const others = builder.files.filter((pattern) => !pattern.startsWith('out/'))
    expect(others).toEqual(['package.json', 'assets/gazetteer/LICENCES.md', '!node_modules'])
  })

  it('has the licences of what is bundled put beside it, in all three builds', () => {
    expect(read('electron.vite.config.ts').match(/^ +license,$/gmu)).toHaveLength(2)
    expect(read('scripts/build-cli.ts')).toContain("license: { fileName: 'LICENCES.md' }")
  })

  it('publishes nothing, updates nothing, and packs an archive', () => {
    expect(builder).toMatchObject({ publish: null, asar: true })
    expect(read('package.json')).not.toContain('electron-updater')
  })

  it('ships .deb first, since an AppImage switches the sandbox off where user namespaces are blocked', () => {
    expect(builder.linux.target).toEqual(['deb', 'rpm', 'AppImage'])
  })

  it('has backups opened with the app, by the ending that it gives them', () => {
    expect(builder.fileAssociations.map(({ ext }) => ext)).toEqual([backupEnding])
    expect(builder.fileAssociations[0]?.mimeType).toMatch(/^application\/x-[a-z-]+$/)
  })

  it('packs one exact version of Electron, of the line the findings are about', () => {
    expect(JSON.parse(read('package.json')).devDependencies.electron).toMatch(/^45\.\d+\.\d+$/u)
  })

  it('names an icon that is there', () => {
    expect(existsSync(join(folder, builder.icon))).toBe(true)
  })
})

describe('.ci/run and README.md', () => {
  it('name the same test command', () => {
    expect(read('README.md')).toContain('npm ci && npm test')
    expect(read('.ci/run')).toMatch(/npm ci .*&& npm test/)
  })
})
