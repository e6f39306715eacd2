import { describe, expect, it } from 'vitest'
import english from '../../assets/locales/en.json' with { type: 'json' }
import { commandIds, commands } from '../../domain/commands.ts'
import { menuTemplate } from '../../main/menu.ts'

type Item = ReturnType<typeof menuTemplate>[number]
const messages: Readonly<Record<string, string>> = english

function items(platform: NodeJS.Platform, readOnly = false): readonly Item[] {
  const flat = (entries: readonly Item[]): readonly Item[] =>
    entries.flatMap((entry) => [entry, ...(Array.isArray(entry.submenu) ? flat(entry.submenu) : [])])
  const label = (key: string) => messages[key] ?? `missing: ${key}`
  return flat(menuTemplate({ platform, label, readOnly, onCommand: () => {} }))
}

describe('the menu', () => {
  it('has every command once, with its label from the catalogue and its key', () => {
    const shown = items('linux').filter((item) => item.id !== undefined)
    expect(shown.map((item) => item.id).toSorted()).toEqual([...commandIds].toSorted())
    for (const item of shown) {
      const command = commands[item.id as keyof typeof commands]
      expect(item.label).not.toContain('missing')
      expect(item.accelerator ?? null).toBe(command.accelerator)
    }
  })

  it('leaves the keys to the window, but on macOS owns them', () => {
    const registered = (platform: NodeJS.Platform) =>
      new Set(
        items(platform).flatMap((item) => (item.registerAccelerator === undefined ? [] : [item.registerAccelerator])),
      )
    expect(registered('linux')).toEqual(new Set([false]))
    expect(registered('win32')).toEqual(new Set([false]))
    expect(registered('darwin')).toEqual(new Set([true]))
  })

  it('offers nothing that writes while the library can only be read', () => {
    for (const item of items('linux', true)) {
      if (item.id !== undefined) expect(item.enabled).toBe(!commands[item.id as keyof typeof commands].writes)
    }
  })

  it('gives no key twice', () => {
    const keys = commandIds.flatMap((id) => commands[id].accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })
})
