// How strong a passphrase is, by what is known of how people choose them. Its lists of words are large, so this module is loaded only
// where a passphrase is chosen.
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as english } from '@zxcvbn-ts/language-en'

/** 0: found at once; 4: not found by any means known. */
export type Score = 0 | 1 | 2 | 3 | 4

export type Judge = (passphrase: string) => Score

/** Words that any guesser of a passphrase of this app tries first. */
const ownWords = ['aide-mémoire', 'aide-memoire', 'aidememoire', 'passphrase', 'diplomat', 'embassy', 'ministry']

/** Makes the judge; preparing the lists takes about a tenth of a second. */
export function createJudge(): Judge {
  const factory = new ZxcvbnFactory({ dictionary: { ...common, ...english }, graphs: adjacencyGraphs })
  return (passphrase) => factory.check(passphrase, ownWords).score
}
