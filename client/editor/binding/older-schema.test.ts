import { describe, expect, it } from 'vitest'
import { blockText } from '../../../shared/text/block.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { raw } from '../../../shared/text/testing/flat-text.ts'
import { formatsOf, marksOf, UNKNOWN_MARK } from './formats.ts'
import { mixed } from './testing/room.ts'
import { olderSchema, schema } from './testing/writer.ts'

describe('formats and marks', () => {
  it.each([
    [{}],
    [{ bold: true }],
    [{ bold: true, italic: true, underline: true, strike: true }],
    [{ link: '{"href":"https://example.org"}' }],
    [{ link: 3 }],
    [{ bold: 'very' }],
    [{ bold: false }],
    [{ glow: 'red', depth: 3, bold: true }],
    [{ unknownMark: 'trick' }],
  ])('[TX6] %j comes back as it went in, in either schema', (formats) => {
    for (const each of [schema, olderSchema]) expect(formatsOf(marksOf(each, formats))).toEqual(formats)
  })

  it('[TX6] what a schema lacks travels in one mark', () => {
    const marks = marksOf(olderSchema, { strike: true, link: '{}', glow: 1, bold: true })
    expect(marks.map(({ type }) => type.name).sort()).toEqual(['bold', UNKNOWN_MARK])
  })
})

describe('[TX6] a client on an older schema', () => {
  it('keeps strike, underline and link through typing, split, join, bold and undo', () => {
    const { room, ann, ben } = mixed(['a|One two three'], olderSchema)
    ann.select('two').mark('strike').mark('underline')
    room.exchange()
    ben.caret('tw').type('X')
    room.exchange()
    ben.caret('twX').enter()
    room.exchange()
    ben.select('o three').mark('bold')
    ben.caret(['ben1', 0]).backspace()
    const formats = () =>
      renderBlocks(room.text).flatMap(({ inlines }) => inlines.map((inline) => inline.formats))
    room.exchange()
    expect(
      formats().filter(({ strike, underline }) => strike === true && underline === true).length,
    ).toBeGreaterThan(0)
    expect(blockText(renderBlocks(room.text)[0] as never)).toBe('One twXo three')
    while (ben.undo());
    room.exchange()
    const struck = renderBlocks(room.text).flatMap(({ inlines }) =>
      inlines.filter((each) => each.formats.strike),
    )
    expect(struck.map((each) => ('text' in each ? each.text : '')).join('')).toBe('two')
  })

  it('keeps unknown types, attributes and atoms while it edits beside and around them', () => {
    const { room, ben } = mixed(['a type=holo martian=7|x{hologram id=9}y', 'b|Two'], olderSchema)
    ben.caret('x').type('!')
    ben.caret(['a', -1]).enter().type('new')
    expect(room.exchange()).toEqual([
      'a martian=7 type=holo|x!{hologram id=9}y',
      'ben1 type=holo|new',
      'b|Two',
    ])
    ben.caret('x!').set({ lang: 'fr' })
    expect(room.exchange()[0]).toBe('a lang=fr martian=7 type=holo|x!{hologram id=9}y')
  })

  it('moves a block with unknown things whole', () => {
    const { room, ben } = mixed(['a|One', 'b type=holo martian=7|x{hologram id=9}y'], olderSchema)
    ben.moveBlock('b', 'a')
    expect(room.exchange()).toEqual(['b martian=7 type=holo|x{hologram id=9}y', 'a|One'])
  })

  it('writes nothing of its own when it only looks', () => {
    const { room, ann, ben } = mixed(['a|One'], olderSchema)
    ann.select('One').mark('strike')
    room.exchange()
    ben.caret('One')
    expect(ben.outbox).toEqual([])
  })
})

describe('[TX9] characters outside the basic plane', () => {
  it('a pair replaced by one that shares a half is replaced whole', () => {
    const { room, ann } = mixed(['a|x😀y'], schema)
    ann.select('😀').type('😁')
    expect(room.exchange()).toEqual(['a|x😁y'])
    expect(room.authors('a')).toEqual(['server:x', 'ann:😁', 'server:y'])
  })

  it('two people at both sides of one, and one who deletes it', () => {
    const { room, ann, ben } = mixed(['a|x😀y'], schema)
    ann.caret('x').type('😁')
    ben.delete('😀')
    expect(room.exchange()).toEqual(['a|x😁y'])
    expect(raw(room.text)).toEqual(['a|x😁y'])
  })
})
