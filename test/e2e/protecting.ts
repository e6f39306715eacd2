// Making a sealed library in the window, as a person does at the first start: for the tests that need one.
import { expect } from 'vitest'
import type { RunningApp } from './spectron.ts'
import { expectSound, shown } from './support.ts'

export const passphrase = 'walnut ferry cobalt hinge meadow'

/** Puts text in the place of what a field holds, as one piece of typing. */
export async function type(app: RunningApp, testId: string, text: string): Promise<void> {
  await shown(app, testId)
  await app.client.execute(
    (id: string, typed: string) => {
      document.querySelector<HTMLInputElement>(`[data-testid="${id}"]`)?.select()
      document.execCommand('insertText', false, typed)
    },
    testId,
    text,
  )
}

/** Milliseconds that deriving keys may take on a machine that does much else. */
export const keysTake = 30_000

/** Clicks what has this test id, once it is shown. */
export const click = async (app: RunningApp, testId: string) => (await shown(app, testId)).click()

/** Chooses a passphrase on the page of the first start, and types back what it asks of the recovery key, which it gives. */
export async function protect(app: RunningApp): Promise<string> {
  await type(app, 'new-passphrase', passphrase)
  await type(app, 'passphrase-again', passphrase)
  await (await app.client.$('[data-testid="strength"][data-score="4"]')).waitForExist({ timeout: 10_000 })
  await app.screenshot('protect-strong')
  await click(app, 'passphrase-chosen')
  const key = (await (await shown(app, 'recovery-key', keysTake)).getText()).split(/\s+/).join('-')
  expect(key).toMatch(/^(?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}$/)
  await expectSound(app)
  await app.screenshot('recovery-key')
  await keep(app, key)
  return key
}

/** Types back what is asked of a recovery key. */
export async function keep(app: RunningApp, key: string): Promise<void> {
  const field = await shown(app, 'recovery-group')
  await type(
    app,
    'recovery-group',
    (key.split('-')[Number(await field.getAttribute('data-group'))] ?? '').toLowerCase(),
  )
  await click(app, 'recovery-kept')
}
