// A process of its own for the tests of crashes and locks: opens the library given as argument, says what state it is in, then
// adds notes until it is killed, printing each note's id once it is acknowledged.

import { openLibrary } from '../../../main/library/open-library.ts'
import { addBriefing, expectSuccess, noteInput, optionsFor } from './plain-support.ts'

const [, , folder = '', mode = 'write'] = process.argv
const library = expectSuccess(await openLibrary(optionsFor(folder)))
await library.settled()
const readOnly = library.state().readOnly
console.log(JSON.stringify({ state: readOnly?.code ?? 'writes', values: readOnly?.values ?? {} }))
if (mode === 'hold') setInterval(() => undefined, 1000)
else if (mode === 'fill') await fill()
else await write()

async function write(): Promise<void> {
  const id = library.rows()[0]?.id ?? (await addBriefing(library))
  for (;;) {
    const note = expectSuccess(await library.addNote(id, noteInput({ text: 'x'.repeat(500) })))
    console.log(JSON.stringify({ id, noteId: note.noteId }))
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
      console.log(JSON.stringify({ stored: stored.length, failure: added.failure.code }))
      break
    }
    stored.push(added.value.id)
  }
  const read = await Promise.all(stored.map((id) => library.open(id)))
  const report = await library.verify()
  console.log(JSON.stringify({ readable: read.filter(({ ok }) => ok).length, problems: report.problems }))
  await library.close()
}
