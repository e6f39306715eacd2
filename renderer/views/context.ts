// How views reach the state and the actions: by context, so that every view can be drawn in a test with others.
import { createContext, useContext } from 'react'
import type { App } from '../actions/app.ts'
import type { AppState } from '../state/app-state.ts'
import { useSelected } from '../state/store.ts'

/** The app for all views; null only outside the root view. */
export const AppContext = createContext<App | null>(null)

/** The app's actions and state. Throws outside the window's root view, which is a programming error. */
export function useApp(): App {
  const app = useContext(AppContext)
  if (app === null) throw new Error('a view was drawn outside AppContext')
  return app
}

/** A part of the state; `select` must give the same value for the same state. */
export function useAppState<Part>(select: (state: AppState) => Part): Part {
  return useSelected(useApp().store, select)
}
