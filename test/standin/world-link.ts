// Puts the two worlds' scripts into a page and carries messages to and from the preload script's world.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Chord } from './accelerator.ts'
import { createBridge } from './bridge.ts'
import { createCodec } from './codec.ts'
import type { Fields } from './devtools-connection.ts'
import { type Downward, pageWorld, preloadWorld, type Upward, type WorldConfig } from './page-world.ts'
import type { Page } from './targets.ts'

export type WorldLink = {
  /** Sends to the preload script's world of the document that is shown; nothing happens when there is none. */
  readonly send: (message: Downward, context?: number) => Promise<void>
  /** Takes notice of the page's events. */
  readonly note: (method: string, params: Fields) => void
}
type Listener = (message: Upward, frameId: string, context: number) => void

const worldName = 'standin-preload'
const receive = 'function (text) { globalThis.standinReceive?.(text) }'

// Code of a document, from a function and its arguments as source text.
const callOf = (called: (...args: never[]) => unknown, ...args: readonly string[]): string =>
  `(${called})(${args.join(', ')});`

const preloadSource = (path: string | undefined): string => {
  const text = path === undefined ? '' : readFileSync(path, 'utf8')
  return `function (require, process, exports, module) {${text}\n}`
}

/** Prepares a page before its first document. `preload` is the script's path; it is read once. */
export const linkWorlds = async (
  page: Page,
  preload: string | undefined,
  chords: readonly Chord[],
  listen: Listener,
): Promise<WorldLink> => {
  const secret = randomUUID()
  const binding = `standin_${secret.replaceAll('-', '')}`
  const contexts = new Map<number, { readonly frame: string; readonly unique: string }>()
  const config: WorldConfig = { secret, binding, chords, versions: { ...process.versions }, platform: process.platform }
  const world = callOf(
    preloadWorld,
    JSON.stringify(config),
    String(createBridge),
    String(createCodec),
    preloadSource(preload),
  )
  await page.send('Runtime.enable')
  await page.send('Runtime.addBinding', { name: binding, executionContextName: worldName })
  await page.send('Page.addScriptToEvaluateOnNewDocument', {
    source: callOf(pageWorld, JSON.stringify(secret), String(createBridge)),
  })
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `${world}\n//# sourceURL=preload.js`, worldName })

  const note = (method: string, params: Fields): void => {
    if (method === 'Runtime.executionContextCreated' && params.context.name === worldName) {
      contexts.set(params.context.id, { frame: params.context.auxData.frameId, unique: params.context.uniqueId })
    }
    if (method === 'Runtime.executionContextDestroyed') contexts.delete(params.executionContextId)
    if (method === 'Runtime.executionContextsCleared') contexts.clear()
    if (method === 'Runtime.bindingCalled' && params.name === binding) {
      const context = contexts.get(params.executionContextId)
      if (context !== undefined) listen(JSON.parse(params.payload) as Upward, context.frame, params.executionContextId)
    }
  }
  const send: WorldLink['send'] = async (message, context) => {
    const current = context ?? [...contexts].find(([, entry]) => entry.frame === page.targetId)?.[0]
    if (current === undefined || !contexts.has(current)) return
    const argument = { value: JSON.stringify(message) }
    await page.send('Runtime.callFunctionOn', {
      functionDeclaration: receive,
      executionContextId: current,
      arguments: [argument],
    })
  }
  return { send, note }
}
