// `npm start`: builds what changed and opens the app on Electron, or, where its runtime can't be had, on the stand-in; one line says
// which. `-- --retry-electron` tries again to fetch the runtime; other arguments go to the app.
import { type ChildProcess, spawn } from 'node:child_process'
import { userDataFolder } from '../main/user-data.ts'
import { findElectron } from '../test/standin/find-electron.ts'
import { build } from './build.ts'
import { startXvfb } from './display.ts'
import { fetchElectron, forgetRefusal } from './electron-runtime.ts'
import { isBuilt } from './freshness.ts'
import { inProject, isInteractive, projectFolder, scriptArguments } from './project.ts'
import { endOf } from './run-program.ts'
import { ensureSystemPackages } from './system-packages.ts'
import { hasDisplay, neededPrograms } from './system-programs.ts'
import { pictureSwitches, takePicture } from './window-picture.ts'

const retryArgument = '--retry-electron'
const picture = 'out/window.png'
const pictureTimeout = 60_000
const notDrawn = 'There is no display, and the window was not drawn under Xvfb.'

type Runtime = { readonly program: string; readonly args: readonly string[] }

async function main(): Promise<number> {
  const args = scriptArguments()
  if (args.includes(retryArgument)) await forgetRefusal()
  if (!isBuilt()) {
    const code = await build()
    if (code !== 0) return code
  }
  const electron = await fetchElectron(say)
  if (!(await ensureSystemPackages(neededPrograms('start', { electron })))) return 1
  const runtime = chooseRuntime()
  const appArguments = args.filter((argument) => argument !== retryArgument)
  return hasDisplay() ? open(runtime, appArguments) : openUnseen(runtime, appArguments)
}

function chooseRuntime(): Runtime {
  const { kind, path, version } = findElectron()
  if (kind === 'stand-in') {
    const retry = `npm start -- ${retryArgument}`
    say(
      `Opening on the stand-in for Electron ${version} (Chromium under Node), whose runtime can't be had here; to try again: ${retry}`,
    )
    return { program: path, args: [] }
  }
  // Chromium refuses to run as root with its sandbox. A packaged release never does this: it refuses the switch.
  const root = process.platform === 'linux' && process.getuid?.() === 0
  say(`Opening on Electron ${version}${root ? ', without its sandbox, since you are root' : ''}.`)
  return { program: path, args: root ? ['--no-sandbox'] : [] }
}

function launch(
  runtime: Runtime,
  switches: readonly string[],
  args: readonly string[],
  display?: string,
): ChildProcess {
  const env = display === undefined ? process.env : { ...process.env, DISPLAY: display }
  return spawn(runtime.program, [...runtime.args, ...switches, projectFolder, ...args], { stdio: 'inherit', env })
}

function open(runtime: Runtime, args: readonly string[]): Promise<number> {
  return endOf(launch(runtime, [], args))
}

/** Without a display: under Xvfb, with a picture of the window; then on until Ctrl+C, or quit when nobody is at a terminal. */
async function openUnseen(runtime: Runtime, args: readonly string[]): Promise<number> {
  const display = await startXvfb()
  const userData = userDataFolder(process.env, process.platform)
  const app = launch(runtime, await pictureSwitches(userData), args, display.name)
  const ending = endOf(app)
  const interactive = isInteractive()
  let taken = false
  try {
    taken = await takePicture(userData, inProject(picture), pictureTimeout, () => hasEnded(app))
    say(taken ? `There is no display: under Xvfb, a picture of the window is in ${picture}` : notDrawn)
    say(interactive ? 'Ctrl+C ends it.' : 'Nobody is at a terminal, so it ends here.')
  } finally {
    if (!interactive) app.kill('SIGTERM')
    await ending
    display.stop()
  }
  if (!taken) return 1
  return interactive ? ending : 0
}

function hasEnded(app: ChildProcess): boolean {
  return app.exitCode !== null || app.signalCode !== null
}

function say(line: string): void {
  console.error(line)
}

process.exitCode = await main()
