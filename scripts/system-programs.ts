// Which of the system's programs a script needs on this machine.
import type { SystemProgram } from './system-packages.ts'

export type Machine = {
  /** Whether Electron's own runtime is installed. */
  readonly electron: boolean
  readonly platform?: NodeJS.Platform
  readonly environment?: NodeJS.ProcessEnv
}

/** True where a window can be shown. Only Linux has machines without a display that still can run one (under Xvfb). */
export function hasDisplay({ platform = process.platform, environment = process.env }: Partial<Machine> = {}): boolean {
  if (platform !== 'linux') return true
  return Boolean(environment.DISPLAY) || Boolean(environment.WAYLAND_DISPLAY)
}

/** The stand-in needs Chromium, end-to-end tests need ChromeDriver, and both need Xvfb where there is no display. */
export function neededPrograms(purpose: 'start' | 'end to end', machine: Machine): readonly SystemProgram[] {
  return [
    ...(machine.electron ? [] : (['chromium'] as const)),
    ...(purpose === 'end to end' ? (['chromedriver'] as const) : []),
    ...(hasDisplay(machine) ? [] : (['Xvfb'] as const)),
  ]
}

/** What lets the end-to-end tests prove more where it is there: `ip` for a namespace without network, `strace` for a trace. Linux only. */
export function wishedPrograms(platform: NodeJS.Platform = process.platform): readonly SystemProgram[] {
  return platform === 'linux' ? ['ip', 'strace'] : []
}
