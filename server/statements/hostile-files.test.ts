import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readStatement } from './read-statement.ts'
import { MAX_STATEMENT_CHARS } from './statement-limits.ts'
import { inShort } from './testing/in-short.ts'
import { makeDocx, paragraph } from './testing/make-docx.ts'
import { UnreadableFile } from './unreadable-file.ts'

const encoder = new TextEncoder()
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

function reasonOf(bytes: Uint8Array, name = 'statement.docx'): string {
  try {
    readStatement(bytes, name)
    return 'read'
  } catch (error) {
    if (error instanceof UnreadableFile) return error.reason
    throw error
  }
}

function withDocument(xml: string): Uint8Array {
  return zipSync({ 'word/document.xml': encoder.encode(xml) })
}

/** Changes a figure of the first entry in the archive's directory. */
function lying(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const changed = new Uint8Array(bytes)
  const at = Buffer.from(changed.buffer).indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  new DataView(changed.buffer).setUint32(at + offset, value, true)
  return changed
}

const HONEST = makeDocx(paragraph('Ratify the Protocol.'))
const NESTED = '<w:r>'.repeat(5000) + '</w:r>'.repeat(5000)

describe('[EX7] files made to harm are refused', () => {
  it.each<[string, string, () => Uint8Array, string?]>([
    [
      'a part that unpacks to a thousand times its size',
      'too-much',
      () => makeDocx('', {}, { 'word/media/a': new Uint8Array(40_000_000) }),
    ],
    [
      '30,000 entries',
      'too-much',
      () =>
        zipSync(Object.fromEntries(Array.from({ length: 30_000 }, (_, at) => [`${at}`, new Uint8Array()])), {
          level: 0,
        }),
    ],
    ['a directory that says more than there is', 'damaged', () => lying(HONEST, 24, 500_000)],
    ['a directory that says less than there is', 'damaged', () => lying(HONEST, 24, 10)],
    ['a directory that says 4 GB', 'too-much', () => lying(HONEST, 24, 0xefffffff)],
    ['an entry outside the file', 'damaged', () => lying(HONEST, 42, 0x0fffffff)],
    ['an entry under a password', 'encrypted', () => lying(HONEST, 8, 0x00080001)],
    [
      'a document type with an outside entity',
      'damaged',
      () => withDocument('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'),
    ],
    [
      'a billion laughs',
      'damaged',
      () => withDocument('<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><d>&b;</d>'),
    ],
    ['an entity that nobody declared', 'damaged', () => makeDocx(paragraph('&nbsp;'))],
    ['elements 5,000 deep', 'too-much', () => makeDocx(`<w:p>${NESTED}</w:p>`)],
    ['a million elements', 'too-much', () => makeDocx('<w:p/>'.repeat(700_000))],
    [
      'a paragraph without end',
      'too-long',
      () => makeDocx(paragraph(Array.from({ length: MAX_STATEMENT_CHARS / 5 }, (_, at) => at).join(' '))),
    ],
    ['XML that is cut off', 'damaged', () => withDocument(`<w:document xmlns:w="${WORD}"><w:body>`)],
    ['a file that is cut off', 'damaged', () => HONEST.slice(0, HONEST.length - 100)],
    ['an archive of something else', 'format', () => withDocument('<svg/>')],
    ['an archive without a document', 'format', () => zipSync({ 'a.txt': encoder.encode('a') })],
    ['text that calls itself Word', 'damaged', () => encoder.encode('only text')],
    [
      'an older Word document',
      'legacy',
      () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    ],
    [
      'a Word document under a password',
      'encrypted',
      () =>
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    ['a PDF', 'format', () => encoder.encode('%PDF-1.7')],
    ['a text of a million lines', 'too-long', () => encoder.encode('1\n'.repeat(1_000_000)), 'a.txt'],
    [
      'quotes 100 deep, of which the parser would drop the words',
      'too-much',
      () => encoder.encode(`${'> '.repeat(120)}lost`),
      'a.md',
    ],
    ['nothing', 'empty', () => new Uint8Array()],
    ['a document without words', 'empty', () => makeDocx(paragraph(''))],
  ])('%s: %s', (_, reason, make, name) => {
    expect(reasonOf(make(), name)).toBe(reason)
  })

  it('names that lead out of the archive lead nowhere', () => {
    const bytes = makeDocx(paragraph('kept'), {}, { '../../../../tmp/minuta-statement': encoder.encode('x') })
    expect(inShort(readStatement(bytes, 'a.docx'))).toEqual(['kept'])
  })

  it('a document with macros under any name is read, and its macros are not', () => {
    const bytes = makeDocx(paragraph('kept'), {}, { 'word/vbaProject.bin': encoder.encode('Sub AutoOpen') })
    expect(inShort(readStatement(bytes, 'a.txt'))).toEqual(['kept'])
  })
})
