// Puts theme and direction on the page's root element, where the tokens and the layout look for them.
import { useEffect, useSyncExternalStore } from 'react'
import { isDark } from '../actions/appearance.ts'
import { directionOf } from '../words/intl.tsx'
import { useAppState } from './context.ts'

const systemDark = '(prefers-color-scheme: dark)'

/** Follows the settings and the system's theme. */
export function useAppearance(): void {
  const { theme, locale } = useAppState((state) => state.settings)
  const systemIsDark = useSyncExternalStore(followSystem, () => matchMedia(systemDark).matches)
  useEffect(() => {
    const root = document.documentElement
    root.dataset.theme = isDark(theme, systemIsDark) ? 'dark' : 'light'
    root.dir = directionOf(locale)
    root.lang = 'en'
  }, [theme, locale, systemIsDark])
}

function followSystem(changed: () => void): () => void {
  const query = matchMedia(systemDark)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}
