// How much the tests of what may break do: little as part of `npm test`, much in `npm run test:torture`. The two configurations of
// Vitest give one of these; `figures.ts` hands it to the tests.

export type Scale = {
  /** Processes killed with `kill -9`; the same number for plain and for sealed libraries. */
  readonly kills: number
  /** Crash states tried after each step of the disk, at most. */
  readonly states: number
  /** Rounds of every deed in the work that a crash ends. */
  readonly rounds: number
  /** Damaged files; the same number for plain and for sealed libraries. */
  readonly mutations: number
  /** Every n-th call is made to fail: 1 for every one. */
  readonly stride: number
  /** Times that several processes want one library at once. */
  readonly races: number
  /** Calls of the contract, made up or bent out of shape. */
  readonly calls: number
}

export const bounded: Scale = { kills: 6, states: 6, rounds: 1, mutations: 180, stride: 80, races: 1, calls: 2_000 }
export const full: Scale = {
  kills: 500,
  states: 250,
  rounds: 2,
  mutations: 10_000,
  stride: 1,
  races: 25,
  calls: 100_000,
}
