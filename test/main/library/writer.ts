// A process of its own for the tests of crashes, locks and disks: opens the library given as argument, says what state it is in, then does
// what its mode says, telling each deed before it begins and once it is acknowledged.
import { execFileSync } from 'node:child_process'
import { openLibrary } from '../../../main/library/open-library.ts'
import { workOn } from '../../torture/deeds.ts'
import type { Telling } from '../../torture/ledger.ts'
import { variantNamed } from '../../torture/variants.ts'
import { addBriefing, expectSuccess, noteInput, optionsFor } from './plain-support.ts'

const [, , folder = '', mode = 'write', variant = 'plain'] = process.argv
const say = (value: unknown) => console.log(JSON.stringify(value))
const library = expectSuccess(await openLibrary(optionsFor(folder, variantNamed(variant).options)))
await library.settled()
const readOnly = library.state().readOnly
say({ state: readOnly?.code ?? 'writes', values: readOnly?.values ?? {} })
if (mode === 'hold') setInterval(() => undefined, 1000)
else if (mode === 'fill') await fill()
else if (mode === 'remount') await remount()
else await write()

async function write(): Promise<void> {
  for (let round = 0; ; round += 1) {
    const failures = await workOn(library, (telling: Telling) => say(telling), `${process.pid} ${round}`)
    if (failures.length > 0) throw new Error(failures.join())
  }
}

/** Adds until the disk refuses, prints how, then what can still be read. */
async function fill(): Promise<void> {
  const stored: string[] = []
  for (;;) {
    const added = await library.add(
      `Title ${stored.length}\n\n${'words '.repeat(300)}`,
      { via: 'typed', file: null },
      {},
    )
    if (!added.ok) {
      say({ stored: stored.length, failure: added.failure.code })
      break
    }
    stored.push(added.value.id)
  }
  await readBack(stored)
}

async function readBack(stored: readonly string[]): Promise<void> {
  const read = await Promise.all(stored.map((id) => library.open(id)))
  const report = await library.verify()
  say({ readable: read.filter(({ ok }) => ok).length, problems: report.problems })
  await library.close()
}

/** Has the disk made read-only under the open library and writable again, and prints what became of a note each time. */
async function remount(): Promise<void> {
  const id = await addBriefing(library)
  for (const how of ['ro', 'rw']) {
    execFileSync('mount', ['-o', `remount,bind,${how}`, folder])
    if (how === 'rw') await library.takeOver()
    const note = await library.addNote(id, noteInput())
    say({ how, note: note.ok ? 'stored' : note.failure.code })
  }
  await readBack([id])
}
