// Runs a program where there is no network but the loopback interface: a network namespace of its own, made without any
// rights by `unshare`. What holds there holds because there is no way out, not because nothing tried.
import { spawnSync } from 'node:child_process'

/** Set for programs run this way, so that a test can tell that it must find no network. */
export const noNetworkMark = 'AIDE_NO_NETWORK'

const raiseLoopback = 'ip link set lo up && exec "$@"'

/** The program and arguments that run `args` (program first) without a network. As the caller's namespace sees it, root is oneself. */
export function withoutNetwork(args: readonly string[]): readonly [program: string, ...args: readonly string[]] {
  return ['unshare', '--user', '--map-root-user', '--net', '--', '/bin/sh', '-c', raiseLoopback, 'sh', ...args]
}

/** Why programs can't be run without a network on this machine, as one line; null where they can. Tries it. */
export function noNetworkRefusal(platform: NodeJS.Platform = process.platform): string | null {
  if (platform !== 'linux') return 'only Linux has network namespaces'
  const [program, ...args] = withoutNetwork(['true'])
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout: 10_000 })
  if (error !== undefined) return `unshare did not start: ${error.message}`
  return status === 0 ? null : (stderr.trim().split('\n')[0] ?? '') || `unshare ended with ${status}`
}
