// The rail: the views that exist with their counts, the lock, and the theme.
import { useMemo } from 'react'
import { Button, Radio, RadioGroup } from 'react-aria-components'
import { useIntl } from 'react-intl'
import { type Theme, themes } from '../../domain/settings.ts'
import { setTheme } from '../actions/appearance.ts'
import { lockLibrary } from '../actions/locking.ts'
import { showView } from '../actions/reading.ts'
import { isSealed } from '../state/gate.ts'
import { countsOf, type View } from '../state/library.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { Icon } from './icons.tsx'
import { keyOfCommand } from './key-hint.tsx'

/** The entries of the library and the bin with their counts once they are known, and the switch of themes. */
export function Rail() {
  const words = useWords()
  return (
    <nav className="rail" data-testid="rail" data-pane="rail" aria-label={words('window.rail.label')}>
      <div className="rail-name">{words('window.name')}</div>
      <ViewEntry view="library" />
      <ViewEntry view="bin" />
      <div className="rail-gap" />
      <LockEntry />
      <ThemeSwitch />
    </nav>
  )
}

function ViewEntry({ view }: { readonly view: View }) {
  const app = useApp()
  const words = useWords()
  const intl = useIntl()
  const current = useAppState((state) => state.library.view) === view
  const rows = useAppState((state) => state.library.arranged)
  const ready = useAppState((state) => state.library.phase === 'ready')
  const count = useMemo(() => countsOf(rows)[view], [rows, view])
  return (
    <Button
      className="rail-entry"
      aria-current={current ? 'page' : 'false'}
      data-current={current}
      data-pane-focus={current}
      onPress={() => showView(app, view)}
    >
      <Icon name={view} />
      <span className="rail-label">{words(`window.rail.${view}`)}</span>
      {ready && <span className="rail-count">{intl.formatNumber(count)}</span>}
    </Button>
  )
}

/** Locks a library that has a passphrase. */
function LockEntry() {
  const app = useApp()
  const words = useWords()
  const sealed = useAppState((state) => isSealed(state.gate))
  if (!sealed) return null
  return (
    <Button className="rail-entry" data-testid="rail-lock" onPress={() => void lockLibrary(app)}>
      <Icon name="lock" />
      <span className="rail-label">{words('command.library.lock')}</span>
      <span className="rail-key" aria-hidden="true">
        {keyOfCommand('library.lock')}
      </span>
    </Button>
  )
}

function ThemeSwitch() {
  const app = useApp()
  const words = useWords()
  const theme = useAppState((state) => state.settings.theme)
  return (
    <RadioGroup
      className="theme-switch"
      aria-label={words('window.theme.label')}
      orientation="horizontal"
      value={theme}
      onChange={(chosen) => void setTheme(app, themes.find((known) => known === chosen) ?? 'system')}
    >
      {themes.map((known: Theme) => (
        <Radio key={known} value={known} className="theme-choice" aria-label={words(`command.theme.${known}`)}>
          <Icon name={known} size={15} />
        </Radio>
      ))}
    </RadioGroup>
  )
}
