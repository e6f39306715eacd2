// Chromium, ChromeDriver, Xvfb, and what watches over the network come with the system, not with npm. What is missing is named and, where that is safe to
// do, installed: asked for on a terminal, by itself only as root on Debian (build machines).
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { isInteractive } from './project.ts'
import { runProgram } from './run-program.ts'

export type SystemProgram = 'chromium' | 'chromedriver' | 'Xvfb' | 'ip' | 'strace'

/** What to do about missing programs. `command` is null where we don't know how this system installs them. */
export type Decision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'ask' | 'install' | 'stop'; readonly command: string | null }

export type Situation = {
  readonly missing: readonly SystemProgram[]
  readonly interactive: boolean
  readonly root: boolean
  readonly debian: boolean
}

/** Everything outside of the decision, passed in for the tests. */
export type Effects = {
  readonly find: (program: SystemProgram) => string | null
  readonly interactive: boolean
  readonly root: boolean
  /** The text of /etc/os-release; empty where there is none. */
  readonly osRelease: string
  readonly ask: (question: string) => Promise<boolean>
  /** Runs a shell command line; resolves to its exit code. */
  readonly run: (commandLine: string) => Promise<number>
  readonly say: (line: string) => void
}

const debianPackages: Readonly<Record<SystemProgram, readonly string[]>> = {
  chromium: ['chromium'],
  chromedriver: ['chromium-driver'],
  Xvfb: ['xvfb', 'xauth'],
  ip: ['iproute2'],
  strace: ['strace'],
}

const fileNames: Readonly<Record<SystemProgram, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  chromedriver: ['chromedriver'],
  Xvfb: ['Xvfb'],
  ip: ['ip'],
  strace: ['strace'],
}

const variables: Readonly<Record<SystemProgram, string>> = {
  chromium: 'CHROMIUM',
  chromedriver: 'CHROMEDRIVER',
  Xvfb: 'XVFB',
  ip: 'IP',
  strace: 'STRACE',
}

/** Path of a program: its environment variable (CHROMIUM, CHROMEDRIVER, XVFB, …), then PATH, then /usr/bin and /usr/sbin. Null when there is none. */
export function findSystemProgram(program: SystemProgram, environment = process.env): string | null {
  const named = environment[variables[program]]
  if (named !== undefined && named !== '') return existsSync(named) ? named : null
  const path = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '' && !isNpms(folder))
  const folders = [...path, '/usr/bin', '/usr/sbin']
  return folders.flatMap((folder) => fileNames[program].map((name) => join(folder, name))).find(existsSync) ?? null
}

/** npm puts its own folders on the PATH of scripts, and in them a link to the project's stand-in for ChromeDriver. */
function isNpms(folder: string): boolean {
  return folder.replaceAll('\\', '/').replace(/\/+$/, '').endsWith('node_modules/.bin')
}

/** True for Debian and what descends from it, by the text of /etc/os-release. */
export function isDebian(osRelease: string): boolean {
  const value = (name: string) => new RegExp(`^${name}="?([^"\\n]*)"?$`, 'm').exec(osRelease)?.[1] ?? ''
  return `${value('ID')} ${value('ID_LIKE')}`.split(' ').some((id) => id === 'debian' || id === 'ubuntu')
}

/** The one rule of this file: nothing is installed without a person's yes, except as root on Debian without a terminal. */
export function decide({ missing, interactive, root, debian }: Situation): Decision {
  if (missing.length === 0) return { kind: 'nothing' }
  if (!debian) return { kind: 'stop', command: null }
  const command = installCommand(missing, root)
  if (interactive) return { kind: 'ask', command }
  return { kind: root ? 'install' : 'stop', command }
}

/** The command line that installs the programs on Debian; with sudo for others than root. */
export function installCommand(missing: readonly SystemProgram[], root: boolean): string {
  const sudo = root ? '' : 'sudo '
  const packages = missing.flatMap((program) => debianPackages[program]).join(' ')
  return `${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends ${packages}`
}

/** Makes sure that the programs are there. False: they are not, and what to do has been said. */
export async function ensureSystemPackages(
  needed: readonly SystemProgram[],
  effects: Effects = systemEffects(),
): Promise<boolean> {
  const missing = needed.filter((program) => effects.find(program) === null)
  const debian = isDebian(effects.osRelease)
  const decision = decide({ missing, debian, interactive: effects.interactive, root: effects.root })
  if (decision.kind === 'nothing') return true
  effects.say(`Not found on this machine: ${missing.join(', ')}.`)
  const allowed = decision.kind === 'install' || (decision.kind === 'ask' && (await askToInstall(decision, effects)))
  if (!allowed || decision.command === null) {
    effects.say(decision.command === null ? byHand(missing) : `Install with:\n  ${decision.command}`)
    return false
  }
  effects.say(`Installing with: ${decision.command}`)
  const code = await effects.run(decision.command)
  const still = needed.filter((program) => effects.find(program) === null)
  if (still.length > 0) effects.say(`Still missing after that (exit code ${code}): ${still.join(', ')}.`)
  return still.length === 0
}

function askToInstall(decision: { readonly command: string | null }, effects: Effects): Promise<boolean> {
  return effects.ask(`Run this now?\n  ${decision.command}\n[y/N] `)
}

function byHand(missing: readonly SystemProgram[]): string {
  const names = missing.map((program) => `${program} (or set ${variables[program]} to its path)`).join(', ')
  return `Install with this system's package manager: ${names}.`
}

function systemEffects(): Effects {
  return {
    find: findSystemProgram,
    interactive: isInteractive(),
    root: process.getuid?.() === 0,
    osRelease: existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '',
    ask: async (question) => {
      const terminal = createInterface({ input: process.stdin, output: process.stdout })
      const answer = await terminal.question(question)
      terminal.close()
      return /^y(es)?$/i.test(answer.trim())
    },
    run: async (commandLine) => {
      const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
      return (await runProgram('/bin/sh', ['-c', commandLine], { environment })).code
    },
    say: (line) => console.error(line),
  }
}
