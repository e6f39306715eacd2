import { accessSync, constants, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { findElectron } from './find-electron.ts'

const dist = resolve(import.meta.dirname, '../../node_modules/electron/dist')

test.skipIf(existsSync(dist))(
  'without a runtime (there is one here when this is skipped) it is the stand-in, which can be run',
  () => {
    const found = findElectron({})
    expect(found).toMatchObject({ kind: 'stand-in', version: expect.stringMatching(/^\d+\.\d+\.\d+/) })
    accessSync(found.path, constants.X_OK)
  },
)

test('a runtime that was named is preferred, with the version that it says', () => {
  const folder = mkdtempSync(join(tmpdir(), 'electron-'))
  const name =
    { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string] ?? 'electron'
  if (!name.includes('/')) writeFileSync(join(folder, name), '')
  writeFileSync(join(folder, 'version'), '45.9.9\n')
  const found = findElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder })
  rmSync(folder, { recursive: true })
  if (!name.includes('/')) expect(found).toEqual({ kind: 'electron', path: join(folder, name), version: '45.9.9' })
})

test('a folder that was named but is empty is passed over', () => {
  const folder = mkdtempSync(join(tmpdir(), 'electron-'))
  expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder }).path).not.toContain(folder)
  rmSync(folder, { recursive: true })
})
