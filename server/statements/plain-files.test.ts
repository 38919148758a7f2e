import { describe, expect, it } from 'vitest'
import { readStatement } from './read-statement.ts'
import { inShort } from './testing/in-short.ts'

function read(text: string | Uint8Array, name = 'a.txt') {
  const { blocks, left } = readStatement(
    typeof text === 'string' ? new TextEncoder().encode(text) : text,
    name,
  )
  return { lines: inShort({ blocks, left }), left }
}

describe('encodings', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from('Genève: l’État')],
    ['UTF-8 with its mark', Buffer.from('\ufeffGenève: l’État')],
    ['UTF-16 with its mark', Buffer.from('\ufeffGenève: l’État', 'utf16le')],
    ['UTF-16 without a mark', Buffer.from('Genève: l’État', 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\ufeffGenève: l’État', 'utf16le').swap16()],
  ])('%s is read for what it is', (_, bytes) => {
    expect(read(new Uint8Array(bytes))).toEqual({ lines: ['Genève: l’État'], left: [] })
  })

  it('what is none of them is taken for Windows-1252, and that is told', () => {
    const bytes = new Uint8Array(Buffer.from('Gen\xe8ve: l\x92\xc9tat', 'latin1'))
    expect(read(bytes)).toEqual({ lines: ['Genève: l’État'], left: [{ what: 'encoding', count: 1 }] })
  })

  it('[EX7] a picture is no text', () => {
    expect(() => read(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 7]))).toThrow('format')
  })
})

describe('plain text', () => {
  it('is a paragraph a line, and numbers typed before it are told apart', () => {
    const { lines } = read(
      'Title\r\n\r\n1. First.\r\n2) Second.\r\n(c) Third.\r\n- a point\r\n2013 was hard.',
    )
    expect(lines).toEqual(['Title', '1. First.', '2) Second.', '(c) Third.', '- a point', '2013 was hard.'])
  })

  it('that is cut at a width is put together again, up to an empty line or a number', () => {
    const { lines } = read(
      'Trafficking in persons is a crime that all of our\nStates have to fight together, and it is one that\nnobody can fight alone.\n\n1. Data must be shared between the offices that\nlook after them.\n2. Shelters need money.',
    )
    expect(lines).toEqual([
      'Trafficking in persons is a crime that all of our States have to fight together, and it is one that nobody can fight alone.',
      '1. Data must be shared between the offices that look after them.',
      '2. Shelters need money.',
    ])
  })
})

describe('Markdown', () => {
  it('keeps headings, lists, numbers, looks and safe links', () => {
    const { lines, left } = read(
      '# Title\n\nSome **bold**, *slanted*, ~~struck~~ and [a link](https://example.org).\n\n3. third\n4. fourth\n   - inside\n\n* point\n\n> quoted\n\n`code` and\\\nnext',
      'a.md',
    )
    expect(lines).toEqual([
      'h1 Title',
      'Some *bold*, _slanted_, ~struck~ and [a link](https://example.org).',
      '3. third',
      '4. fourth',
      '-- inside',
      '- point',
      'quoted',
      'code and⏎next',
    ])
    expect(left).toEqual([])
  })

  it('[EX7] HTML is plain text, unsafe links are words, and what is left is told', () => {
    const { lines, left } = read(
      '<script>alert(1)</script>\n\n[go](javascript:alert(1)) [ftp](ftp://example.org) ![a chart](x.png)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[unused]: https://example.org/u\n',
      'a.markdown',
    )
    expect(lines).toEqual([
      '<script>alert(1)</script>',
      '[go](javascript:alert(1)) ftp a chart',
      'a | b',
      '1 | 2',
    ])
    expect(left).toEqual([
      { what: 'links', count: 1 },
      { what: 'images', count: 1 },
      { what: 'tables', count: 1 },
      { what: 'definitions', count: 1 },
    ])
  })
})
