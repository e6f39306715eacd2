// A store of one state with one reducer. It exists so that state lives outside the views and changes only by actions.
import { useSyncExternalStore } from 'react'

export type Store<State, Action> = {
  readonly get: () => State
  readonly dispatch: (action: Action) => void
  /** Calls the listener after every change; the returned function stops that. */
  readonly subscribe: (listener: () => void) => () => void
}

/** Makes a store. The reducer must be pure; an action that changes nothing wakes nobody. */
export function createStore<State, Action>(
  reduce: (state: State, action: Action) => State,
  initial: State,
): Store<State, Action> {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    dispatch: (action) => {
      const next = reduce(state, action)
      if (next === state) return
      state = next
      for (const listener of [...listeners]) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

/** Reads a part of the store in a view. `select` must return the same value for the same state. */
export function useSelected<State, Action, Part>(store: Store<State, Action>, select: (state: State) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}
