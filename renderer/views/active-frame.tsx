// The frame around the active note's words: highlights know no outline, so it is drawn over the text, line by line.
import { useLayoutEffect, useState } from 'react'
import { lineBoxes, type Surface } from '../painting/surface.ts'
import { useAppState } from './context.ts'
import { boxInPage, type OverlayBox, useTextSize } from './use-overlay.ts'

/** CSS pixels between the words and their frame. */
const gap = 2

/** The frame around the words of the active note; nothing while no note is active or the text is not drawn yet. */
export function ActiveFrame({ surface }: { readonly surface: Surface | null }) {
  const active = useAppState((state) => state.reading.activeNote)
  const note = useAppState((state) => state.reading.notes.find(({ noteId }) => noteId === active))
  return <WordsFrame surface={surface} start={note?.start ?? null} end={note?.end ?? null} />
}

type WordsFrameProps = {
  readonly surface: Surface | null
  readonly start: number | null
  readonly end: number | null
}

/** A frame around words of a drawn text (UTF-16 offsets), line by line; nothing for null. */
export function WordsFrame({ surface, start, end }: WordsFrameProps) {
  const size = useTextSize(surface)
  const [boxes, setBoxes] = useState<readonly OverlayBox[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `size` stands for where the lines are
  useLayoutEffect(() => {
    const lines = surface === null || start === null || end === null ? [] : lineBoxes(surface, { start, end })
    setBoxes(surface === null ? [] : lines.map((line) => boxInPage(surface, line)))
  }, [surface, start, end, size])
  return boxes.map((box) => (
    <div
      key={`${box.top} ${box.left}`}
      className="active-frame"
      aria-hidden="true"
      style={{ left: box.left - gap, top: box.top - gap, width: box.width + 2 * gap, height: box.height + 2 * gap }}
    />
  ))
}
