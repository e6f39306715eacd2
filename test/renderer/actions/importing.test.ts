// Several files at once, chosen or dropped: what the window asks of main, and what it shows of its answer.
import { describe, expect, it, vi } from 'vitest'
import { failed } from '../../../domain/result.ts'
import { largestFile, mostFilesAtOnce } from '../../../domain/text/limits.ts'
import { runCommand } from '../../../renderer/actions/commands.ts'
import { closeReport, importDropped, stopImport } from '../../../renderer/actions/importing.ts'
import { chooseFiles, readRich } from '../../../renderer/actions/incoming.ts'
import { briefing, source, started } from './support.ts'

const report = {
  added: [{ id: briefing.id, title: null, file: 'one.eml', attachments: ['annex.pdf'] }],
  failed: [{ file: 'two.png', failure: failed('text-binary', { kind: 'image' }).failure }],
  left: 0,
}

describe('files chosen at once', () => {
  it('are read in one after the other, with how far that is, until they are stopped', async () => {
    const { app, calls } = await started({ chosen: ['a.txt', 'b.txt', 'c.txt', 'd.txt'], report: 'never' })
    const chosen = chooseFiles(app)
    await vi.waitFor(() => expect(app.store.get().importing).toMatchObject({ step: 'running', done: 3, total: 4 }))
    await runCommand(app, 'view.bin')
    expect(app.store.get().library.view).toBe('library')
    await stopImport(app)
    await chosen
    expect(app.store.get().importing).toMatchObject({ step: 'done', report: { left: 9 } })
    expect(calls).toContain('import.cancel')
  })

  it('end with a report; putting it away shows the first of the new briefings', async () => {
    const { app } = await started({ chosen: ['one.eml', 'two.png'], report })
    await chooseFiles(app)
    expect(app.store.get().importing).toEqual({ step: 'done', report })
    await closeReport(app)
    expect(app.store.get()).toMatchObject({ importing: { step: 'none' }, reading: { open: { id: briefing.id } } })
  })

  it('of which there is only one goes to review instead', async () => {
    const { app, calls } = await started()
    await chooseFiles(app)
    expect(app.store.get().incoming).toMatchObject({ step: 'review', source: { via: 'file', file: 'chosen.txt' } })
    expect(calls).not.toContain('import.start')
  })
})

describe('files dropped at once', () => {
  it('that can’t be opened or are too large are in the report and keep no other out', async () => {
    const { app, calls } = await started({ report })
    const folder = new File([], 'folder')
    Object.defineProperty(folder, 'arrayBuffer', { value: () => Promise.reject(new DOMException('', 'NotFoundError')) })
    const huge = new File([], 'huge.txt')
    Object.defineProperty(huge, 'size', { value: largestFile + 1 })
    await importDropped(app, [folder, new File(['words'], 'one.eml'), huge])
    const { importing } = app.store.get()
    const failures = importing.step === 'done' ? importing.report.failed : []
    expect(failures.map(({ file, failure }) => [file, failure.code])).toEqual([
      ['folder', 'file-unreadable'],
      ['huge.txt', 'text-too-large'],
      ['two.png', 'text-binary'],
    ])
    expect(calls.filter((name) => name === 'import.files')).toHaveLength(1)
  })

  it('that are too many are refused before any is read', async () => {
    const { app, calls } = await started()
    await importDropped(
      app,
      Array.from({ length: mostFilesAtOnce + 1 }, (_, at) => new File(['words'], `${at}.txt`)),
    )
    expect(app.store.get().importing).toMatchObject({ step: 'refused', failure: { code: 'import-too-many' } })
    expect(calls).not.toContain('import.files')
  })
})

describe('rich text', () => {
  it('goes to review as main has read it', async () => {
    const { app } = await started()
    await readRich(app, '<p>The two sides met.</p>', 'plain', source)
    expect(app.store.get().incoming).toMatchObject({ step: 'review', reading: { text: 'The two sides met.' } })
  })

  it('that can’t be read gives way to its plain words', async () => {
    const { app } = await started({ troubles: { 'text.read-rich': 'text-binary' } })
    await readRich(app, '<p>Rich.</p>', 'The plain words.', source)
    expect(app.store.get().incoming).toMatchObject({ step: 'review', reading: { text: 'The plain words.' } })
  })
})
