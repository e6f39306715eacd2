// The versions of an open text, with when and how each came in: a menu in the line above the text.
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useIntl } from 'react-intl'
import { type Briefing, currentVersion, type TextVersion } from '../../domain/briefing.ts'
import { chooseVersion, endChoosing, showVersion } from '../actions/versions.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { Icon } from './icons.tsx'

/** “Version 2 of 3”, which opens the menu of versions, newest first. */
export function VersionMenu({ briefing }: { readonly briefing: Briefing }) {
  const app = useApp()
  const words = useWords()
  const isOpen = useAppState((state) => state.reading.choosingVersion)
  const past = useAppState((state) => state.reading.past)
  const newest = currentVersion(briefing).number
  const shown = past?.version ?? newest
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={(open) => (open ? chooseVersion(app) : endChoosing(app))}>
      <Button className="version-button" data-testid="reader-versions">
        {words('window.reader.version', { number: shown, count: briefing.versions.length })}
        <Icon name="down" size={11} />
      </Button>
      <Popover className="menu-place" placement="bottom start">
        <Menu
          className="menu"
          data-testid="version-menu"
          aria-label={words('window.versions.label')}
          autoFocus="first"
          selectionMode="single"
          selectedKeys={[String(shown)]}
          onAction={(key) => void showVersion(app, Number(key))}
        >
          {briefing.versions.toReversed().map((version) => (
            <VersionItem key={version.number} version={version} isNewest={version.number === newest} />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function VersionItem({ version, isNewest }: { readonly version: TextVersion; readonly isNewest: boolean }) {
  const words = useWords()
  const intl = useIntl()
  const { number, created, source } = version
  const facts = [
    intl.formatDate(created, { dateStyle: 'medium', timeStyle: 'short' }),
    source.file ?? words(`window.reader.via.${source.via}`),
    ...(isNewest ? [words('window.versions.newest')] : []),
  ]
  const name = words('window.versions.entry', { number })
  return (
    <MenuItem id={String(number)} className="menu-item version-item" textValue={name}>
      <span>{name}</span>
      <span className="version-facts">{facts.join(' · ')}</span>
    </MenuItem>
  )
}
