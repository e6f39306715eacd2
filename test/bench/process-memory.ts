// What memory a page's process holds by itself, as Linux tells it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

type Process = { readonly pid: number; readonly parent: number; readonly command: string }

/** The id of the largest page process below the process `ancestor`, or null where there is no /proc or no page. */
export function pageProcess(ancestor: number): number | null {
  const all = existsSync('/proc/self/stat') ? processes() : []
  const pages = all.filter(
    ({ pid, command }) => command.includes('--type=renderer') && descendsFrom(all, pid, ancestor),
  )
  return pages.map(({ pid }) => pid).toSorted((a, b) => privateBytes(b) - privateBytes(a))[0] ?? null
}

/** Bytes that only this process holds: memory shared with others (the program itself, fonts) is not the page's doing. */
export function privateBytes(pid: number): number {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  const kilobytes = [...text.matchAll(/^Private_\w+:\s+(\d+) kB$/gm)].map((match) => Number(match[1]))
  return kilobytes.reduce((sum, value) => sum + value, 0) * 1024
}

function descendsFrom(all: readonly Process[], pid: number, ancestor: number): boolean {
  const parent = all.find((process) => process.pid === pid)?.parent
  if (parent === undefined || parent <= 1) return false
  return parent === ancestor || descendsFrom(all, parent, ancestor)
}

function processes(): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/stat`, 'utf8')
        // The second field is the program's name in brackets and may hold anything; the parent is the second after it.
        const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1])
        return [{ pid: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, 'utf8') }]
      } catch {
        // Ended between the listing and the reading.
        return []
      }
    })
}
