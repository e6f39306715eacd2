// A note's kind as the card's heading; where it can be changed it opens the eight kinds.
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { type Note, noteKinds } from '../../domain/notes/note.ts'
import { changeKind } from '../actions/notes.ts'
import { useWords } from '../words/intl.tsx'
import { useApp } from './context.ts'
import { Icon } from './icons.tsx'

type KindMenuProps = { readonly note: Pick<Note, 'noteId' | 'kind'>; readonly changeable: boolean }

/** The name of a note’s kind; a button with a menu of all kinds while the note can be changed. */
export function KindMenu({ note, changeable }: KindMenuProps) {
  const app = useApp()
  const words = useWords()
  const name = words(`note-kind.${note.kind}`)
  if (!changeable) return <span className="card-kind">{name}</span>
  return (
    <MenuTrigger>
      <Button className="card-kind">
        {name}
        <Icon name="down" size={11} />
      </Button>
      <Popover className="menu-place" placement="bottom start">
        <Menu
          className="menu"
          aria-label={words('window.note.kind')}
          selectionMode="single"
          selectedKeys={[note.kind]}
          onAction={(key) => {
            const kind = noteKinds.find((known) => known === key)
            if (kind !== undefined) void changeKind(app, note.noteId, kind)
          }}
        >
          {noteKinds.map((kind) => (
            <MenuItem key={kind} id={kind} className={`menu-item kind-${kind}`} textValue={words(`note-kind.${kind}`)}>
              <span className="swatch" aria-hidden="true" />
              {words(`note-kind.${kind}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
