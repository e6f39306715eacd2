// The window's actions over main's part of the contract in memory, started as the window starts them.
import { afterEach, beforeEach, type Mock, vi } from 'vitest'
import type { Bridge, CallName } from '../../../domain/contract.ts'
import type { App, Focus } from '../../../renderer/actions/app.ts'
import { createApp } from '../../../renderer/actions/create-app.ts'
import { openBriefing } from '../../../renderer/actions/reading.ts'
import { followMain, startWindow } from '../../../renderer/actions/start.ts'
import { createClient } from '../../../renderer/bridge.ts'
import { createFakeBridge, newBriefing, newNote, type Scene } from '../dev/fake-bridge.ts'

export const text = 'OSLO, 3 May 2024 — The two sides met and agreed to meet again.'
export const briefing = newBriefing(text)
export const stored = newNote('two sides', text.indexOf('two sides'), 'question', 'Who?')
export const scene: Scene = {
  state: {},
  briefings: [briefing, newBriefing('ROME, 1 May 2024 — A visit took place.')],
  notes: new Map([[briefing.id, [stored]]]),
  draft: null,
  troubles: {},
}
export const source = { via: 'paste', file: null } as const
export const title = (value: string) => ({ kind: 'set', list: 'head', field: 'title', value }) as const

beforeEach(() => void vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act, 0)))
afterEach(() => void vi.unstubAllGlobals())

export type FakeFocus = { readonly [Name in keyof Focus]: Mock<Focus[Name]> }

/** A focus that goes nowhere and remembers where it was sent. */
export const fakeFocus = (): FakeFocus => ({
  pane: vi.fn(),
  nextPane: vi.fn(),
  filter: vi.fn(),
  caret: vi.fn(() => null),
  words: vi.fn(),
  note: vi.fn(),
  undoTyping: vi.fn(() => false),
})

type Started = {
  readonly app: App
  readonly calls: CallName[]
  readonly bridge: Bridge
  readonly focus: FakeFocus
}

/** An app that has started over the scene, and the names of the calls it makes. */
export async function started(more: Partial<Scene> = {}): Promise<Started> {
  const bridge = createFakeBridge({ ...scene, ...more })
  const calls: CallName[] = []
  const client = createClient({
    on: bridge.on,
    call: (name, args) => {
      calls.push(name)
      return bridge.call(name, args)
    },
  })
  const focus = fakeFocus()
  const app = createApp(client, focus)
  followMain(app)
  await startWindow(app)
  return { app, calls, bridge, focus }
}

/** The same with a briefing open: the scene's first one, if no other is named. */
export async function withOpen(more: Partial<Scene> = {}, id = briefing.id): Promise<Started> {
  const made = await started(more)
  await openBriefing(made.app, id)
  return made
}

/** The key of the message shown. */
export const noticeOf = (app: App) => app.store.get().notice?.messageKey
