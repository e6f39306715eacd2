// Files and text dropped anywhere on the window, and the sign that they may be dropped.
import { useEffect, useState } from 'react'
import type { App } from '../actions/app.ts'
import { importDropped } from '../actions/importing.ts'
import { dropFile, readRich, readText } from '../actions/incoming.ts'
import { dropVersion } from '../actions/revising.ts'
import { useWords } from '../words/intl.tsx'
import { useApp } from './context.ts'

/** Takes what is dropped on the window; shows a sign while something that can be read in is held over it. */
export function ArrivingText() {
  const app = useApp()
  const words = useWords()
  const [over, setOver] = useState(false)
  useEffect(() => {
    // Words dragged from this page are moved or quoted by who drags them; they are no new text.
    let ownWords = false
    const onDragStart = () => {
      ownWords = true
    }
    const onDragEnd = () => {
      ownWords = false
    }
    const isForFields = (event: DragEvent) => ownWords || (isTextField(event.target) && !carriesFiles(event))
    const onDragOver = (event: DragEvent) => {
      if (isForFields(event)) return
      event.preventDefault()
      setOver(carriesText(event))
    }
    const onDragLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (isForFields(event)) return
      event.preventDefault()
      dropped(app, event)
    }
    window.addEventListener('dragstart', onDragStart)
    window.addEventListener('dragend', onDragEnd)
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('dragleave', onDragLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragstart', onDragStart)
      window.removeEventListener('dragend', onDragEnd)
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('dragleave', onDragLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [app])
  return over ? <div className="drop-sign">{words('window.drop')}</div> : null
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

function carriesText(event: DragEvent): boolean {
  return carriesFiles(event) || (event.dataTransfer?.types.includes('text/plain') ?? false)
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
}

function dropped(app: App, event: DragEvent): void {
  const { incoming, importing, correcting, settling } = app.store.get()
  const files = [...(event.dataTransfer?.files ?? [])]
  const [file, another] = files
  if (incoming.step === 'text' && incoming.revises !== null) return void (file !== undefined && dropVersion(app, files))
  if (incoming.step !== 'none' || importing.step !== 'none' || correcting !== null || settling !== null) return
  if (another !== undefined) return void importDropped(app, files)
  if (file !== undefined) return void dropFile(app, file)
  const text = event.dataTransfer?.getData('text/plain') ?? ''
  const html = event.dataTransfer?.getData('text/html') ?? ''
  const source = { via: 'drop', file: null } as const
  if (html !== '') void readRich(app, html, text, source)
  else if (text !== '') void readText(app, text, source)
}
