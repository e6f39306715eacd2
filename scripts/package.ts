// `npm run package -- [electron-builder's arguments]`: builds and packages. ELECTRON_DIST names a folder with Electron's unpacked
// runtime where it can't be downloaded; without it electron-builder fetches one.
import { build } from './build.ts'
import { commandOf, scriptArguments } from './project.ts'
import { runNode } from './run-program.ts'

async function main(): Promise<number> {
  const code = await build()
  if (code !== 0) return code
  const dist = process.env.ELECTRON_DIST
  const given = dist === undefined || dist === '' ? [] : [`-c.electronDist=${dist}`]
  return (await runNode([commandOf('electron-builder'), ...given, '--publish', 'never', ...scriptArguments()])).code
}

process.exitCode = await main()
