// Runs other programs with this one's terminal, and takes them along when this one is ended.
import { type ChildProcess, spawn } from 'node:child_process'
import { projectFolder } from './project.ts'

export type RunOptions = {
  readonly environment?: NodeJS.ProcessEnv
  /** After this many milliseconds the program is ended; without it, it may take as long as it likes. */
  readonly timeout?: number
  /** True: the program's output is dropped. */
  readonly quiet?: boolean
}

/** What a program ended with. `timedOut` is true when it was ended for taking too long. */
export type Ending = { readonly code: number; readonly timedOut: boolean }

/** Runs a program in the checkout and waits for its end. A program that can't be started or is killed has a code that is not 0. */
export function runProgram(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ending> {
  const child = spawn(program, args, {
    cwd: projectFolder,
    env: options.environment ?? process.env,
    stdio: options.quiet === true ? 'ignore' : 'inherit',
  })
  let timedOut = false
  const timer =
    options.timeout === undefined
      ? null
      : setTimeout(() => {
          timedOut = true
          child.kill('SIGKILL')
        }, options.timeout)
  return endOf(child).then((code) => {
    if (timer !== null) clearTimeout(timer)
    return { code, timedOut }
  })
}

/** Runs a script under this same Node. */
export function runNode(args: readonly string[], options: RunOptions = {}): Promise<Ending> {
  return runProgram(process.execPath, args, options)
}

/** Waits for a child's end and passes Ctrl+C and SIGTERM on to it meanwhile. Resolves to its exit code; 128 + 15 when killed. */
export function endOf(child: ChildProcess): Promise<number> {
  const end = (signal: NodeJS.Signals) => child.kill(signal)
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  return new Promise<number>((resolve) => {
    child.once('error', (error) => {
      console.error(error.message)
      resolve(127)
    })
    child.once('exit', (code) => resolve(code ?? 143))
  }).finally(() => {
    process.off('SIGTERM', end)
    process.off('SIGINT', end)
  })
}
