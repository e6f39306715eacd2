// The two sorts of library, so that whatever is done to the one is done to the other. A key is derived quickly here: what makes the real
// derivation slow has its own tests.
import type { OpenOptions } from '../../main/library/open-library.ts'
import { derivedKey } from '../../main/library/sealing/data-key.ts'

export type Variant = { readonly name: 'plain' | 'sealed'; readonly options: Pick<OpenOptions, 'secret' | 'derive'> }

const derive: OpenOptions['derive'] = async (passphrase, { salt }) =>
  derivedKey(Buffer.from(passphrase), ['test'], Buffer.from(salt))

export const plain: Variant = { name: 'plain', options: { secret: null, derive } }
export const sealed: Variant = {
  name: 'sealed',
  options: { secret: { kind: 'passphrase', text: 'seven herons counted before noon' }, derive },
}
export const variants: readonly Variant[] = [plain, sealed]

/** The variant of that name, for processes that get it as an argument. */
export function variantNamed(name: string): Variant {
  return name === sealed.name ? sealed : plain
}
