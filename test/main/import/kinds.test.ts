import { describe, expect, it } from 'vitest'
import { kindOfDocument } from '../../../main/import/kinds.ts'

const kindOf = (words: string) => kindOfDocument(Buffer.from(words))
const utf16 = (words: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')])

describe('a page', () => {
  it.each([
    ['with a document type', '<!DOCTYPE html><p>Talks'],
    ['without one', '\n  <html lang="en"><body>Talks'],
    ['after a byte order mark', '\uFEFF<!doctype html><p>Talks'],
    ['after an XML declaration and a comment', '<?xml version="1.0"?>\n<!-- saved from a site -->\n<html><p>Talks'],
    ['in pieces', '<p class="x">Talks</p><p>were held</p>'],
    ['headed by a table', '<table><tr><td>Talks</td></tr></table>'],
  ])('%s is HTML', (_, words) => expect(kindOf(words)).toBe('html'))

  it('in UTF-16 with its mark is HTML, either way round', () => {
    expect(kindOfDocument(utf16('<!doctype html><p>Talks'))).toBe('html')
    expect(kindOfDocument(utf16('<!doctype html><p>Talks').swap16())).toBe('html')
  })
})

describe('an e-mail', () => {
  it.each([
    ['as programs write it', 'Return-Path: <a@b.example>\r\nFrom: A <a@b.example>\r\nSubject: Talks\r\n\r\nWords'],
    ['with folded headers', 'Received: from x\n\tby y\nSubject: Talks\n\nWords'],
    [
      'with no more than sender and date',
      'From: A <a@b.example>\nDate: Fri, 12 Apr 2024 10:00:00 +0300\nSubject: T\n\nWords',
    ],
    ['out of a mailbox', 'From a@b.example Fri Apr 12 10:00:00 2024\nMessage-ID: <1@b>\nSubject: Talks\n\nWords'],
    ['whose headers do not end', `MIME-Version: 1.0\n${'X-Long: header\n'.repeat(10_000)}`],
  ])('%s is an e-mail', (_, words) => expect(kindOf(words)).toBe('email'))
})

describe('anything else', () => {
  it.each([
    ['nothing', '', 'text'],
    ['prose', 'The ministers met.', 'text'],
    ['prose that begins with a tag', '<b>Urgent</b> The ministers met.', 'text'],
    ['prose that begins with a script', '<script>alert(1)</script> met in Bern', 'text'],
    ['prose with an angle', '<p and other signs', 'text'],
    ['a memorandum', 'To: The Minister\nFrom: Department\nSubject: Talks\nDate: 12 April 2024\n\nWords', 'text'],
    ['a heading with a colon', 'Talks: a summary\nBern: 12 April\n\nWords', 'text'],
    ['a PDF document', '%PDF-1.7', 'pdf'],
    ['a zip', 'PK\u0003\u0004', 'package'],
    ['RTF', '{\\rtf1 words}', 'other'],
  ])('%s is %s', (_, words, kind) => expect(kindOf(words)).toBe(kind))
})
