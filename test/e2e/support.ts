// What the end-to-end tests share: a folder for each test, words for finding things, and checks that hold in every state.
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { Bridge } from '../../domain/contract.ts'
import { diskOf } from '../../main/library/disk.ts'
import { nodeFileSystem } from '../../main/library/file-system.ts'
import { openHeader } from '../../main/library/header.ts'
import { libraryIn } from '../../main/user-data.ts'
import { userDataOf } from './launch.ts'
import { type RunningApp, startApp } from './spectron.ts'

declare global {
  interface Window {
    /** What scripts that run in the page find there, as in the window's own code. */
    readonly aideMemoire: Bridge
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
export const seedFile = join(import.meta.dirname, '../../../shared/readouts/seed.txt')

/** The seed text, or a text of ours of the same shape where the seed is not beside the project. */
export function seedText(): string {
  if (existsSync(seedFile)) return readFileSync(seedFile, 'utf8')
  console.warn(`${seedFile} is not there: a text of the same shape is used instead`)
  return fixtureText()
}

/** A readout of ours, in our own words. */
export function fixtureText(): string {
  return readFileSync(join(import.meta.dirname, '../fixtures/texts/ministers-meet.txt'), 'utf8')
}

/** A folder of this test's own, removed when the test is over. */
export async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'aide-e2e-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

type StartOptions = {
  /** Test id of what tells that the window is there. */
  readonly firstShown?: string
  /** False leaves the user's folder empty, as at the very first start; else a plain library is made there if there is none. */
  readonly withLibrary?: boolean
  /** True for a test that provokes the policy on purpose. */
  readonly provokes?: boolean
  /** What is started in Electron's place (see `AppOptions`). */
  readonly program?: string
  /** Variables for the app. */
  readonly environment?: { readonly [name: string]: string }
}

/**
 * Starts the app on a folder, waits until the window is there, and ends the app with the test. At the end Chromium must have
 * complained of nothing that the policy forbids, from the page's first byte on.
 */
export async function start(folder: string, options: StartOptions = {}): Promise<RunningApp> {
  if (options.withLibrary !== false) await makePlainLibrary(folder)
  const { program, environment } = options
  const app = await startApp({
    folder,
    ...(program === undefined ? {} : { program }),
    ...(environment === undefined ? {} : { environment }),
  })
  let running = true
  const stop = async () => {
    if (!running) return
    running = false
    const complaints = await policyComplaints(app)
    await app.stop()
    if (options.provokes !== true) expect(complaints).toEqual([])
  }
  onTestFinished(stop)
  const first = await app.client.$(`[data-testid="${options.firstShown ?? 'list'}"]`)
  await first.waitForExist({ timeout: 30_000 })
  await watchPolicy(app)
  return { ...app, stop }
}

/** An empty library without protection, so that a test begins where the first choice was made; what is there stays as it is. */
export async function makePlainLibrary(folder: string): Promise<void> {
  const place = { disk: diskOf(nodeFileSystem), folder: libraryIn(userDataOf({ folder })) }
  await openHeader({ ...place, createIfMissing: true, now: () => new Date(), seal: null })
}

/** What Chromium's console said of the policy since it was last asked, the page's loading included. */
export async function policyComplaints(app: RunningApp): Promise<readonly string[]> {
  const logs = await app.client.getLogs('browser')
  return logs.map(({ message }) => message).filter((message) => /content security policy|trusted ?type/i.test(message))
}

/** Counts violations of the content security policy in the page from now on. */
export async function watchPolicy(app: RunningApp): Promise<void> {
  await app.client.execute(() => {
    const seen: string[] = []
    Object.defineProperty(window, 'policyViolations', { value: seen, configurable: true })
    document.addEventListener('securitypolicyviolation', (event) => {
      seen.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`)
    })
  })
}

/** What has violated the policy since `watchPolicy`. */
export function policyViolations(app: RunningApp): Promise<readonly string[]> {
  return app.client.execute(() => (window as unknown as { policyViolations: string[] }).policyViolations)
}

/** The element with this test id, once it is shown. */
export async function shown(app: RunningApp, testId: string, timeout = 10_000) {
  const element = await app.client.$(`[data-testid="${testId}"]`)
  await element.waitForDisplayed({ timeout, timeoutMsg: `${testId} was not shown` })
  return element
}

/** Waits until no element with this test id is there. */
export async function gone(app: RunningApp, testId: string): Promise<void> {
  const element = await app.client.$(`[data-testid="${testId}"]`)
  await element.waitForExist({ reverse: true, timeout: 10_000, timeoutMsg: `${testId} is still there` })
}

/** Pastes text into the window as the system would: with a paste event on what has the focus. */
export async function paste(app: RunningApp, text: string): Promise<void> {
  await app.client.execute((pasted: string) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

/** Pastes, reviews and saves a text; resolves when it is open in the reader. */
export async function readIn(app: RunningApp, text: string): Promise<void> {
  await paste(app, text)
  await (await shown(app, 'review-save')).click()
  await gone(app, 'review')
  await shown(app, 'reader-text')
}

/** Selects words of the open text by dragging the mouse over them. */
export async function dragOver(app: RunningApp, words: string): Promise<void> {
  const { fromX, fromY, toX, toY } = await placeOf(app, words)
  await mouse(app, [
    { type: 'pointerMove', duration: 0, x: fromX, y: fromY },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerMove', duration: 50, x: toX, y: toY },
    { type: 'pointerUp', button: 0 },
  ])
}

/** Clicks in the middle of words of the open text that stand on one line. */
export async function clickOn(app: RunningApp, words: string): Promise<void> {
  const { fromX, fromY, toX } = await placeOf(app, words)
  await mouse(app, [
    { type: 'pointerMove', duration: 0, x: Math.round((fromX + toX) / 2), y: fromY },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ])
}

/** Where words stand, once they stand still: a text may still be scrolling to the note made last. */
async function placeOf(app: RunningApp, words: string) {
  let before = ''
  await app.client.waitUntil(
    async () => {
      const now = JSON.stringify(await app.client.execute(rectangleEnds, words))
      const still = now === before && now !== 'null'
      before = now
      return still
    },
    { timeoutMsg: `these words are not shown: ${words}` },
  )
  const ends = await app.client.execute(rectangleEnds, words)
  if (ends === null) throw new Error(`these words are not shown: ${words}`)
  return ends
}

async function mouse(app: RunningApp, actions: readonly object[]): Promise<void> {
  await app.client.performActions([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }])
  await app.client.releaseActions()
}

/** In the page: where the words begin and end, scrolled into view; null when no paragraph holds them. */
function rectangleEnds(words: string): { fromX: number; fromY: number; toX: number; toY: number } | null {
  const root = document.querySelector('[data-testid="reader-text"]')
  if (root === null) return null
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(words) ?? -1
    if (at < 0) continue
    const range = document.createRange()
    node.parentElement?.scrollIntoView({ block: 'center' })
    // The caret's places, not the words' box: in a right-to-left text the words begin on the right.
    const caret = (offset: number) => {
      range.setStart(node, offset)
      range.collapse(true)
      return range.getBoundingClientRect()
    }
    const middle = (box: DOMRect) => Math.round(box.top + box.height / 2)
    const [from, to] = [caret(at), caret(at + words.length)]
    return { fromX: Math.round(from.left), fromY: middle(from), toX: Math.round(to.left), toY: middle(to) }
  }
  return null
}

type AxeResult = { readonly violations: readonly { id: string; impact: string; nodes: readonly { html: string }[] }[] }

/** Nothing serious or critical by axe-core in the state shown now, and no violation of the policy so far. */
export async function expectSound(app: RunningApp): Promise<void> {
  // A colour that is still on its way to another theme's has no contrast to measure.
  await app.client.waitUntil(() => app.client.execute(() => document.getAnimations().length === 0))
  await app.client.execute(axeSource)
  const found = await app.client.executeAsync((done: (result: unknown) => void) => {
    const axe = (window as unknown as { axe: { run: () => Promise<unknown> } }).axe
    axe
      .run()
      .then(done, (error: unknown) => done({ violations: [{ id: String(error), impact: 'critical', nodes: [] }] }))
  })
  const serious = (found as AxeResult).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))
  expect(serious).toEqual([])
  expect(await policyViolations(app)).toEqual([])
}

/** Presses keys together, e.g. `['Control', 'n']`. */
export async function press(app: RunningApp, ...keys: readonly string[]): Promise<void> {
  await app.client.keys([...keys])
}

/** The texts of all elements with this test id, in order. */
export async function textsOf(app: RunningApp, testId: string): Promise<readonly string[]> {
  const elements = await app.client.$$(`[data-testid="${testId}"]`)
  return Promise.all(elements.map((element) => element.getText()))
}
