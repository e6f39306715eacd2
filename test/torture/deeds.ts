// Everything a library can be asked to store, one after the other, told to a ledger: the work that crashes, full disks and kills
// interrupt. What fails is told by its code and the work goes on.
import type { Briefing, Corrections } from '../../domain/briefing.ts'
import type { Result } from '../../domain/result.ts'
import { startOfSession } from '../../domain/session.ts'
import type { Library } from '../../main/library/library.ts'
import { noteInput, pasted } from '../main/library/plain-support.ts'
import { briefingKey, briefingValue, noNote, noteKey, type Tell } from './ledger.ts'

/** Words that are nowhere else, to be looked for where they must not be. */
export const canary = 'kingfisher-over-the-weir'
/** Longer than two pages of a disk, so that it can be torn. */
const longWords = `${canary} and other birds were counted at the weir by both sides. `.repeat(150)

type Deed = { readonly library: Library; readonly tell: Tell; readonly failures: string[] }

/** Runs a deed on something known: told before, told after. Out: its value, or null when it failed. */
async function done<T>(
  { tell, failures }: Deed,
  key: string,
  value: string,
  run: () => Promise<Result<T>>,
): Promise<T | null> {
  tell({ kind: 'begun', key, value })
  const result = await run()
  if (result.ok) tell({ kind: 'done', key, value })
  else failures.push(result.failure.code)
  return result.ok ? result.value : null
}

async function addedBriefing({ library, tell, failures }: Deed, words: string): Promise<Briefing | null> {
  const added = await library.add(`${words}\n\nThe envoys met in Riga. ${longWords}`, pasted, {})
  if (added.ok) tell({ kind: 'done', key: briefingKey(added.value.id), value: briefingValue(added.value) })
  else failures.push(added.failure.code)
  return added.ok ? added.value : null
}

async function addedNote({ library, tell, failures }: Deed, id: string, version: number, text: string) {
  const added = await library.addNote(id, noteInput({ version, text }))
  if (added.ok) tell({ kind: 'done', key: noteKey(id, added.value.noteId), value: text })
  else failures.push(added.failure.code)
  return added.ok ? added.value.noteId : null
}

async function notesOn(deed: Deed, id: string, version: number, round: string): Promise<void> {
  const { library } = deed
  const note = await addedNote(deed, id, version, `${canary} ${round}`)
  await addedNote(deed, id, version, `second ${round}`)
  if (note === null) return
  const key = noteKey(id, note)
  const edited = `${canary} edited ${round}`
  const asEdited = await done(deed, key, edited, () => library.editNote(id, note, { text: edited }))
  // What failed may have happened: nothing is known to go on from.
  if (asEdited === null) return
  const removed = await done(deed, key, noNote, () => library.removeNote(id, note))
  if (removed !== null) await done(deed, key, edited, () => library.restoreNote(id, note))
}

async function changesOf(deed: Deed, briefing: Briefing, round: string): Promise<void> {
  const { library } = deed
  const { id } = briefing
  const key = briefingKey(id)
  const corrections: Corrections = { title: `title ${round}` }
  const titled = { ...briefing, corrections }
  const corrected = await done(deed, key, briefingValue(titled), () =>
    library.correct(id, corrections, briefing.modified),
  )
  if (corrected === null) return
  const binned = await done(deed, key, briefingValue({ ...titled, deleted: round }), () => library.remove(id))
  if (binned !== null) await done(deed, key, briefingValue(titled), () => library.restore(id))
}

async function revised(deed: Deed, id: string, words: string): Promise<void> {
  const { library } = deed
  const opened = await library.open(id)
  if (!opened.ok) {
    deed.failures.push(opened.failure.code)
    return
  }
  const { briefing } = opened.value
  const { length } = briefing.versions
  await done(deed, briefingKey(id), briefingValue({ ...briefing, versions: { length: length + 1 } }), () =>
    library.revise(id, `${words}, revised\n\nThe envoys met in Riga again.`, pasted, length),
  )
}

/** One round of every deed. Out: the codes of what failed. `round` names it in the words that are stored. */
export async function workOn(library: Library, tell: Tell, round: string): Promise<readonly string[]> {
  const deed: Deed = { library, tell, failures: [] }
  const briefing = await addedBriefing(deed, `Talks ${round}`)
  if (briefing !== null) {
    const { id } = briefing
    await notesOn(deed, id, 1, round)
    library.saveSession({
      ...startOfSession,
      draft: { kind: 'note', briefingId: id, noteId: id, text: `${canary} half` },
    })
    await changesOf(deed, briefing, round)
    await revised(deed, id, `Talks ${round}`)
  }
  return deed.failures
}
