import { expect, it } from 'vitest'
import { createJudge } from '../../../renderer/strength/judge.ts'

const judge = createJudge()

it.each(['password', 'ministry2024', 'Aide-Mémoire', 'qwertyuiop123', 'embassyembassyembassy', '14.05.1984'])(
  '“%s” is too weak for a copied library',
  (passphrase) => {
    expect(judge(passphrase)).toBeLessThan(3)
  },
)

it.each(['walnut ferry cobalt hinge meadow', 'Kp7#vu2Q!mzX', 'қарға көпір сабын терезе'])(
  '“%s” is strong enough',
  (passphrase) => {
    expect(judge(passphrase)).toBeGreaterThanOrEqual(3)
  },
)
