// A display in memory for machines without one: Xvfb on a free number, gone when the script is.
import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { findSystemProgram } from './system-packages.ts'

/** A running Xvfb: `name` goes into DISPLAY. */
export type Display = { readonly name: string; readonly stop: () => void }

/** Starts Xvfb with a screen of 1440 × 900. Rejects when there is no Xvfb or it ends before it has a display. */
export async function startXvfb(): Promise<Display> {
  const program = findSystemProgram('Xvfb')
  if (program === null) throw new Error('Xvfb was not found.')
  const args = ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset']
  // Detached: Ctrl+C on the terminal is for the app, which may still draw while it quits.
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true })
  const stop = () => {
    process.off('exit', stop)
    child.kill()
  }
  process.on('exit', stop)
  return { name: `:${await displayNumber(child)}`, stop }
}

/** Xvfb chooses a free number itself and writes it to descriptor 3 when it is ready. */
function displayNumber(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const output = child.stdio[3] as Readable
    output.once('data', (data: Buffer) => resolve(data.toString('utf8').trim()))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Xvfb ended with exit code ${code}.`)))
  })
}
