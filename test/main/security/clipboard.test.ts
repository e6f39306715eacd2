// A text is copied together with what keeps it out of clipboard histories, in one write, or not at all.
import type { ClipboardItem } from 'electron'
import { describe, expect, it } from 'vitest'
import { clipboardPayloads, createCopyText } from '../../../main/security/clipboard.ts'

const raw = (name: string) => `electron application/osclipboard;format="${name}"`

/** A clipboard that keeps what is written to it, write by write. */
function recording(fails = false) {
  const writes: unknown[][] = []
  const clipboard = {
    write: async (items: ClipboardItem[]) => {
      if (fails) throw new Error('refused')
      writes.push(items)
    },
  }
  const itemOf = (payloads: Record<string, string | Blob>) => payloads as unknown as ClipboardItem
  return { writes, copy: createCopyText({ clipboard, itemOf, platform: 'linux' }) }
}

describe('a copied text', () => {
  it.each<[NodeJS.Platform, readonly string[]]>([
    [
      'win32',
      ['ExcludeClipboardContentFromMonitorProcessing', 'CanIncludeInClipboardHistory', 'CanUploadToCloudClipboard'],
    ],
    ['darwin', ['org.nspasteboard.ConcealedType']],
    ['linux', ['x-kde-passwordManagerHint']],
  ])('has the marks of %s beside it and no other format', (platform, marks) => {
    expect(Object.keys(clipboardPayloads('words', platform))).toEqual(['text/plain', ...marks.map(raw)])
  })

  it('tells Windows no with a 32-bit zero, and KDE “secret”', async () => {
    const zero = clipboardPayloads('words', 'win32')[raw('CanIncludeInClipboardHistory')]
    expect(zero).toBeInstanceOf(Blob)
    expect([...new Uint8Array(await (zero as Blob).arrayBuffer())]).toEqual([0, 0, 0, 0])
    expect(clipboardPayloads('words', 'linux')[raw('x-kde-passwordManagerHint')]).toBe('secret')
  })

  it('is written with its marks as one item in one write', async () => {
    const { writes, copy } = recording()
    expect(await copy('words')).toEqual({ ok: true, value: null })
    expect(writes).toEqual([[clipboardPayloads('words', 'linux')]])
  })

  it('that the system refuses is a failure in words, and is not tried again without its marks', async () => {
    const { writes, copy } = recording(true)
    expect(await copy('words')).toMatchObject({ failure: { code: 'clipboard-refused' } })
    expect(writes).toEqual([])
  })
})
