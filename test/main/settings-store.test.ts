import { describe, expect, it } from 'vitest'
import { defaultSettings, type Settings } from '../../domain/settings.ts'
import { openSettings, settingsFrom } from '../../main/settings-store.ts'

describe('settings', () => {
  it.each([null, undefined, [], 'x', 7, {}, { theme: 'pink' }, { panes: { list: 'wide' }, window: null }])(
    'read from %j are the defaults',
    (value) => {
      expect(settingsFrom(value)).toEqual(defaultSettings)
    },
  )

  it('keep what can be read beside what cannot', () => {
    expect(settingsFrom({ theme: 'dark', panes: 3 })).toEqual({ ...defaultSettings, theme: 'dark' })
  })

  it.each([
    { lock: { idle: 7, suspend: false }, expected: { suspend: false } },
    { lock: { idle: null, minimise: true, screen: 'yes' }, expected: { idle: null, minimise: true } },
    { lock: 'never', expected: {} },
  ])('lock by themselves as they were chosen, and by default where $lock says nothing known', ({ lock, expected }) => {
    expect(settingsFrom({ lock }).lock).toEqual({ ...defaultSettings.lock, ...expected })
  })

  it('that can not be read are not overwritten until something is changed', async () => {
    const written: Settings[] = []
    const file = {
      read: async () => {
        throw new Error('damaged')
      },
      write: async (settings: Settings) => void written.push(settings),
    }
    const store = await openSettings(file, () => {})
    await store.flush()
    expect(written).toEqual([])
    store.change({ theme: 'dark' })
    store.change({ panes: { list: 400, notes: 300 } })
    await store.flush()
    expect(written).toEqual([{ ...defaultSettings, theme: 'dark', panes: { list: 400, notes: 300 } }])
  })

  it('whose write fails stay in force and the failure is reported', async () => {
    const errors: unknown[] = []
    const file = { read: async () => null, write: async () => Promise.reject(new Error('disk full')) }
    const store = await openSettings(file, (error) => errors.push(error))
    store.change({ theme: 'light' })
    await store.flush()
    expect(store.get().theme).toBe('light')
    expect(errors).toHaveLength(1)
  })
})
