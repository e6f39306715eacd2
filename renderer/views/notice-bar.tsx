// The newest short message, spoken by screen readers, with undo where it can be taken back.
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { dismissNotice } from '../actions/notice.ts'
import { undoDeed } from '../actions/undo.ts'
import { useWords } from '../words/intl.tsx'
import { useApp, useAppState } from './context.ts'
import { Icon } from './icons.tsx'

/** Milliseconds a message stays; one that offers undo stays longer. */
const stays = { plain: 6_000, undo: 12_000 } as const

/** The newest message until its time is over or it is closed; it stays while it is pointed at or has the focus. */
export function NoticeBar() {
  const app = useApp()
  const words = useWords()
  const notice = useAppState((state) => state.notice)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (notice === null || held) return
    const timer = setTimeout(() => dismissNotice(app), notice.undo !== null ? stays.undo : stays.plain)
    return () => clearTimeout(timer)
  }, [app, notice, held])
  return (
    <div className="notice-place" role="status">
      {notice?.quiet === true && <span className="visually-hidden">{words(notice.messageKey, notice.values)}</span>}
      {notice !== null && !notice.quiet && (
        // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it or being in it only keeps it there
        <div
          className="notice"
          data-testid="toast"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>{words(notice.messageKey, notice.values)}</span>
          {notice.undo !== null && (
            <Button
              className="notice-button"
              data-testid="toast-undo"
              onPress={() => void (notice.undo !== null && undoDeed(app, notice.undo))}
            >
              {words('window.notice.undo')}
            </Button>
          )}
          <Button className="icon-button" aria-label={words('window.close')} onPress={() => dismissNotice(app)}>
            <Icon name="close" size={12} />
          </Button>
        </div>
      )}
    </div>
  )
}
