// Questions to the person at a terminal. They go to standard error, since standard output is for the one object of a command.
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** A question to the person; the answer's line, or null when input ended or the person broke off (Ctrl C) before there was one. */
export type Ask = (question: string) => Promise<string | null>

type Streams = {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly output: NodeJS.WritableStream
}

/** Asks for a line, from a terminal or from whatever stands in for it. */
export function askerOfLines({ input, output }: Streams): Ask {
  return (question) => {
    output.write(`${question} `)
    return answer(createInterface({ input, terminal: false }))
  }
}

/** Asks for a line that is not shown while it is typed; null where standard input is no terminal. */
export function askerOfSecrets({ input, output }: Streams): Ask | null {
  if (!input.isTTY) return null
  return async (question) => {
    output.write(`${question} `)
    const unseen = new Writable({ write: (_piece, _encoding, done) => done() })
    const line = await answer(createInterface({ input, output: unseen, terminal: true, historySize: 0 }))
    output.write('\n')
    return line
  }
}

function answer(lines: ReturnType<typeof createInterface>): Promise<string | null> {
  return new Promise((resolve) => {
    lines.once('line', (line) => {
      resolve(line)
      lines.close()
    })
    lines.once('SIGINT', () => lines.close())
    lines.once('close', () => resolve(null))
  })
}
