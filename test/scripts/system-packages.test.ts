// Nothing is installed on a person's machine without a yes; a build machine gets what it needs by itself.
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  decide,
  type Effects,
  ensureSystemPackages,
  findSystemProgram,
  installCommand,
  isDebian,
  type SystemProgram,
} from '../../scripts/system-packages.ts'

const chromium: readonly SystemProgram[] = ['chromium']

describe('decide', () => {
  it.each([
    { missing: [], interactive: true, root: true, debian: true, kind: 'nothing' },
    { missing: [], interactive: false, root: false, debian: false, kind: 'nothing' },
    { missing: chromium, interactive: true, root: true, debian: true, kind: 'ask' },
    { missing: chromium, interactive: true, root: false, debian: true, kind: 'ask' },
    { missing: chromium, interactive: false, root: true, debian: true, kind: 'install' },
    { missing: chromium, interactive: false, root: false, debian: true, kind: 'stop' },
    { missing: chromium, interactive: true, root: true, debian: false, kind: 'stop' },
    { missing: chromium, interactive: false, root: true, debian: false, kind: 'stop' },
  ])(
    'says $kind for $missing missing, interactive $interactive, root $root, Debian $debian',
    ({ kind, ...situation }) => {
      expect(decide(situation).kind).toBe(kind)
    },
  )

  it('names the exact command, with sudo only for others than root', () => {
    expect(installCommand(['chromium', 'chromedriver', 'Xvfb'], true)).toBe(
      'apt-get update && apt-get install -y --no-install-recommends chromium chromium-driver xvfb xauth',
    )
    expect(installCommand(['chromium'], false)).toBe(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium',
    )
  })
})

describe('isDebian', () => {
  it.each([
    ['ID=debian\nVERSION_ID="12"\n', true],
    ['NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n', true],
    ['ID=linuxmint\nID_LIKE="ubuntu debian"\n', true],
    ['ID=fedora\n', false],
    ['ID="opensuse-leap"\nID_LIKE="suse opensuse"\n', false],
    ['HOME_URL="https://example.org/ID=debian"\nID=arch\n', false],
    ['', false],
  ])('reads %j as %s', (text, expected) => {
    expect(isDebian(text)).toBe(expected)
  })
})

describe('ensureSystemPackages', () => {
  it('installs by itself as root on Debian without a terminal, and says so', async () => {
    const { effects, said, ran } = machine({ root: true })
    expect(await ensureSystemPackages(['chromium', 'Xvfb'], effects)).toBe(true)
    expect(ran).toEqual(['apt-get update && apt-get install -y --no-install-recommends chromium xvfb xauth'])
    expect(said).toContainEqual(expect.stringContaining('Installing with: apt-get update'))
  })

  it('runs nothing on a terminal without a yes, and leaves the command on the screen', async () => {
    const { effects, said, ran, asked } = machine({ interactive: true, answer: false })
    expect(await ensureSystemPackages(chromium, effects)).toBe(false)
    expect(ran).toEqual([])
    expect(asked[0]).toContain('sudo apt-get install -y --no-install-recommends chromium')
    expect(said.join('\n')).toContain('sudo apt-get install')
  })

  it('runs the command on a terminal after a yes', async () => {
    const { effects, ran } = machine({ interactive: true, answer: true })
    expect(await ensureSystemPackages(chromium, effects)).toBe(true)
    expect(ran).toHaveLength(1)
  })

  it('stops elsewhere and says what is needed', async () => {
    const { effects, said, ran } = machine({ osRelease: 'ID=fedora', root: true })
    expect(await ensureSystemPackages(['chromedriver'], effects)).toBe(false)
    expect(ran).toEqual([])
    expect(said.join('\n')).toContain('CHROMEDRIVER')
  })

  it('reports a failed installation instead of going on', async () => {
    const { effects, said } = machine({ root: true, installs: false })
    expect(await ensureSystemPackages(chromium, effects)).toBe(false)
    expect(said.at(-1)).toContain('Still missing after that (exit code 100): chromium')
  })
})

describe('findSystemProgram', () => {
  it('takes the path of the environment variable first, and does not look elsewhere when it is wrong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aide-programs-'))
    const path = join(folder, 'chromedriver')
    await writeFile(path, '#!/bin/sh\n')
    await chmod(path, 0o755)
    expect(findSystemProgram('chromedriver', { CHROMEDRIVER: path, PATH: '' })).toBe(path)
    expect(findSystemProgram('chromedriver', { PATH: folder })).toBe(path)
    expect(findSystemProgram('chromedriver', { CHROMEDRIVER: join(folder, 'absent'), PATH: folder })).toBeNull()
    await rm(folder, { recursive: true })
  })

  it('takes the system’s program, never the link of that name that npm puts before it on the PATH', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aide-path-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const [npms, systems] = [join(folder, 'node_modules', '.bin'), join(folder, 'bin')]
    for (const place of [npms, systems]) {
      await mkdir(place, { recursive: true })
      await writeFile(join(place, 'Xvfb'), '')
    }
    expect(findSystemProgram('Xvfb', { PATH: [npms, systems].join(delimiter) })).toBe(join(systems, 'Xvfb'))
    expect(findSystemProgram('Xvfb', { PATH: npms })).not.toBe(join(npms, 'Xvfb'))
  })
})

type MachineOptions = Partial<Pick<Effects, 'interactive' | 'root' | 'osRelease'>> & {
  readonly answer?: boolean
  readonly installs?: boolean
}

/** A machine on which nothing is there until a command was run. */
function machine({ answer = false, installs = true, ...given }: MachineOptions) {
  const said: string[] = []
  const ran: string[] = []
  const asked: string[] = []
  const effects: Effects = {
    interactive: false,
    root: false,
    osRelease: 'ID=debian',
    ...given,
    find: (program) => (installs && ran.length > 0 ? `/usr/bin/${program}` : null),
    ask: async (question) => {
      asked.push(question)
      return answer
    },
    run: async (commandLine) => {
      ran.push(commandLine)
      return installs ? 0 : 100
    },
    say: (line) => said.push(line),
  }
  return { effects, said, ran, asked }
}
