// What a program and everything it starts asks of the system's network, read from a trace of its system calls (strace).
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findSystemProgram } from '../../scripts/system-packages.ts'

/** One call that names an address: `call` is `connect`, `sendto`, `sendmsg` or `sendmmsg`, `to` what the system was told, as traced. */
export type Contact = { readonly call: string; readonly to: string; readonly line: string }

/** Why programs can't be traced here, as one line; null where they can. Tries it. */
export function traceRefusal(): string | null {
  if (process.platform !== 'linux') return 'only Linux has strace'
  const strace = findSystemProgram('strace')
  if (strace === null) return 'strace is not installed'
  const { status, stderr } = spawnSync(strace, ['-f', '-o', '/dev/null', 'true'], { encoding: 'utf8', timeout: 10_000 })
  return status === 0 ? null : `strace is not permitted: ${stderr.trim().split('\n')[0] ?? ''}`
}

/** Makes an executable in `folder` that starts `program` under strace; `trace()` is what was written so far. */
export function tracing(folder: string, program: string): { readonly program: string; readonly trace: () => string } {
  const [wrapper, file] = [join(folder, 'traced.sh'), join(folder, 'calls.trace')]
  const strace = findSystemProgram('strace') ?? 'strace'
  // `-yy` names the two ends of every socket, so that a send on a connected one shows where it goes.
  const command = [strace, '-f', '--seccomp-bpf', '-qq', '-yy', '-s', '16', '-e', 'trace=%net', '-o', file, program]
  writeFileSync(wrapper, `#!/bin/sh\nexec ${command.map((part) => `'${part}'`).join(' ')} "$@"\n`)
  chmodSync(wrapper, 0o755)
  return { program: wrapper, trace: () => (existsSync(file) ? readFileSync(file, 'utf8') : '') }
}

const contacting = /^(?:\d+ +)?(connect|sendto|sendmsg|sendmmsg)\((.*)$/

/** The calls of a trace that name an address or go over a socket that has one. */
export function contacts(trace: string): readonly Contact[] {
  return trace.split('\n').flatMap((line) => {
    const [, call, rest] = contacting.exec(line) ?? []
    return call === undefined || rest === undefined ? [] : [{ call, to: rest, line }]
  })
}

const local = /<(?:UNIX|NETLINK)|sa_family=AF_(?:UNIX|NETLINK|UNSPEC)/
const internetAddress = /inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"|->\[?([0-9a-f.:]+)\]?:\d+\]?>/g

/** True when a call stays on this machine: a Unix or netlink socket, or loopback addresses only. */
export function staysHere({ to }: Contact): boolean {
  const addresses = [...to.matchAll(internetAddress)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
  if (addresses.length === 0) return local.test(to)
  return addresses.every((address) => /^127\.|^(?:::ffff:127\.|::1$)/.test(address))
}

// Before it resolves a name Chromium asks the kernel for a route to this address; no switch or feature turns that off. Nothing is sent.
const knownQuestion = /sin6_port=htons\(443\).*"2001:4860:4860::8888"/

/** True for a call that asks the kernel for a route and sends nothing: a UDP socket is connected. */
export function asksForRoute({ call, to }: Contact): boolean {
  return call === 'connect' && /^\d+<UDP(?:v6)?[:>]/.test(to)
}

/** True for the one call outside this machine that Chromium is known to make by itself. */
export function isKnown(contact: Contact): boolean {
  return asksForRoute(contact) && knownQuestion.test(contact.to)
}
