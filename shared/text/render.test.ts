import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Block } from './block.ts'
import { blockText } from './block.ts'
import { renderBlocks } from './render.ts'
import { docOf, flatText, indexOf, markerWith, raw, shown, watchWrites } from './testing/flat-text.ts'

describe('[TX2] which blocks a text shows', () => {
  it.each<[string, string[], string[]]>([
    ['plain blocks in order', ['a|One', 'b|Two'], ['a|One', 'b|Two']],
    ['an empty block', ['a|', 'b|'], ['a|', 'b|']],
    ['a gone block that is empty: hidden', ['a|One', 'b gone|', 'c|Three'], ['a|One', 'c|Three']],
    ['a gone block with text: restored', ['a|One', 'b gone|Two'], ['a|One', 'b restored|Two']],
    ['a gone block with an atom alone: restored', ['a gone|{break}'], ['a restored|{break}']],
    ['gone that is not exactly true does not count', ['a gone=1|'], ['a|']],
    ['a block joined to the one before', ['a|One', 'b join=a|two'], ['a|One¦b¦two']],
    ['an empty joined block: zero width', ['a|One', 'b join=a|', 'c|Three'], ['a|One¦b¦', 'c|Three']],
    ['a join past a hidden block', ['a|One', 'h gone|', 'b join=a|two'], ['a|One¦b¦two']],
    ['a join to a hidden block: its own', ['a|One', 'h gone|', 'b join=h|two'], ['a|One', 'b|two']],
    [
      'a join to one that is not next: its own',
      ['a|One', 'b|Two', 'c join=a|three'],
      ['a|One', 'b|Two', 'c|three'],
    ],
    ['a join to what is unknown: its own', ['a|One', 'b join=zz|two'], ['a|One', 'b|two']],
    ['a join to itself: its own', ['a join=a|One'], ['a|One']],
    ['a chain names its neighbours', ['a|1', 'b join=a|2', 'c join=b|3'], ['a|1¦b¦2¦c¦3']],
    ['a chain that names the first: apart', ['a|1', 'b join=a|2', 'c join=a|3'], ['a|1¦b¦2', 'c|3']],
    ['a broken chain', ['a|1', 'b join=x|2', 'c join=b|3'], ['a|1', 'b|2¦c¦3']],
    ['a joined block that is gone and has text: joined', ['a|1', 'b gone join=a|2'], ['a|1¦b¦2']],
    ['a joined block that is gone and empty: hidden', ['a|1', 'b gone join=a|'], ['a|1']],
    ['a join behind a joined empty block', ['a|1', 'b join=a|', 'c join=b|3'], ['a|1¦b¦¦c¦3']],
    ['a restored block can be joined to', ['a gone|1', 'b join=a|2'], ['a restored|1¦b¦2']],
    ['text before the first marker', ['|Foreign', 'a|One'], ['root|Foreign', 'a|One']],
    ['only text before any marker', ['|Foreign'], ['root|Foreign']],
    ['a block joined to the root', ['|Foreign', 'a join=root|One'], ['root|Foreign¦a¦One']],
    [
      'a block joined to an empty root makes it stand',
      ['a join=root|One', 'b|Two'],
      ['root|¦a¦One', 'b|Two'],
    ],
    ['a join to the root past a hidden block', ['h gone|', 'a join=root|One'], ['root|¦a¦One']],
    ['everything hidden: an empty root', ['a gone|', 'b gone|'], ['root|']],
    ['nothing at all: an empty root', [], ['root|']],
    ['[TX8] two markers of one id', ['a|One', 'a|Two'], ['a|One', 'a|Two']],
    ['[TX8] a join to one of two same ids', ['a|One', 'a|Two', 'b join=a|x'], ['a|One', 'a|Two¦b¦x']],
  ])('%s', (_title, lines, expected) => {
    const text = flatText(lines)
    expect(shown(text)).toEqual(expected)
    expect(raw(text)).toEqual(raw(flatText(lines)))
  })

  it('a run goes on past its own end to the next marker', () => {
    const text = flatText(['a|One', 'b|Two'])
    text.insert(indexOf(text, 'Two') - 1, ' late')
    expect(shown(text)).toEqual(['a|One late', 'b|Two'])
  })

  it('a block whose target comes back is joined again', () => {
    const text = flatText(['a gone|', 'b join=a|two'])
    expect(shown(text)).toEqual(['b|two'])
    markerWith(text, 'a').delete('gone')
    expect(shown(text)).toEqual(['a|¦b¦two'])
  })
})

describe('[TX13] a held block', () => {
  function marker(text: Y.Text, id: string): Block['marker'] {
    const { client, clock } = (markerWith(text, id)._item as Y.Item).id
    return { client, clock }
  }

  it('a hidden block is shown to the reader whose caret stands in it', () => {
    const text = flatText(['a|One', 'b gone|', 'c|Three'])
    expect(shown(text, { held: marker(text, 'b') })).toEqual(['a|One', 'b held|', 'c|Three'])
  })

  it('it takes no part in who is joined to whom', () => {
    const text = flatText(['a|One', 'b gone|', 'c join=a|three'])
    expect(shown(text, { held: marker(text, 'b') })).toEqual(['a|One¦c¦three', 'b held|'])
  })

  it('a visible block is not changed by being held', () => {
    const text = flatText(['a|One', 'b gone|two'])
    expect(shown(text, { held: marker(text, 'a') })).toEqual(['a|One', 'b restored|two'])
    expect(shown(text, { held: marker(text, 'b') })).toEqual(['a|One', 'b restored|two'])
  })

  it('when all else is hidden it stands alone', () => {
    const text = flatText(['a gone|', 'b gone|'])
    expect(shown(text, { held: marker(text, 'b') })).toEqual(['b held|'])
  })
})

describe('[TX10] formats', () => {
  it('run on across blocks as they stand in the text, and a block knows those at its start', () => {
    const text = flatText(['a|One', 'b|Two'])
    text.format(indexOf(text, 'ne'), 'ne||Tw'.length, { bold: true })
    expect(shown(text)).toEqual(['a|O*ne*', 'b|*Tw*o'])
    expect(renderBlocks(text).map(({ formats }) => formats)).toEqual([{}, { bold: true }])
  })

  it('formats of a hidden block’s marker do not change what follows', () => {
    const text = flatText(['a|*One*', 'b gone|', 'c|Three'])
    expect(shown(text)).toEqual(['a|*One*', 'c|Three'])
  })

  it('[TX6] unknown formats are read as they are', () => {
    const text = flatText(['a|One'])
    text.format(1, 3, { glow: 'red', bold: true })
    expect(renderBlocks(text)[0]?.inlines[0]?.formats).toEqual({ glow: 'red', bold: true })
  })
})

describe('[TX6] what a reader does not know', () => {
  it('attributes and types are read as they are, without the keys of identity and display', () => {
    const [block] = renderBlocks(flatText(['a type=hologram martian=7 join=x|One']))
    expect(block?.attributes).toEqual({ type: 'hologram', martian: 7 })
  })

  it('embeds count as visible and keep their value', () => {
    const text = flatText(['a|x'])
    text.insertEmbed(2, { image: 'y.png' })
    text.insertEmbed(3, { t: 'hologram', id: 'h' })
    expect(renderBlocks(text)[0]?.inlines.slice(1)).toMatchObject([
      { atom: { t: 'unknown', value: { image: 'y.png' } } },
      { atom: { t: 'hologram', id: 'h' } },
    ])
    expect(blockText(renderBlocks(text)[0] as Block)).toBe('x\uFFFC\uFFFC')
  })

  it('an embedded type that is no map is a visible unit', () => {
    const text = flatText(['a|x'])
    text.insertEmbed(2, new Y.Array() as never)
    expect(renderBlocks(text)[0]?.inlines).toHaveLength(2)
  })
})

describe('[TX6] [TX11] reading', () => {
  it('writes nothing: no update, no new state, whatever stands in the text', () => {
    const text = flatText(['|x', 'a|*One*', 'b gone|', 'c join=a|two', 'd gone|three{t}'])
    const writes = watchWrites(docOf(text))
    const before = writes()
    const encoded = Y.encodeStateAsUpdate(docOf(text))
    for (let round = 0; round < 3; round++) renderBlocks(text)
    expect(writes()).toEqual(before)
    expect(Y.encodeStateAsUpdate(docOf(text))).toEqual(encoded)
  })

  it('works on a text that has never been written to', () => {
    const doc = new Y.Doc()
    const writes = watchWrites(doc)
    expect(shown(doc.getText('text'))).toEqual(['root|'])
    expect(writes()).toEqual({ updates: 0, state: '00' })
  })

  it('every character carries the id it has in the document', () => {
    const text = flatText(['a|One'])
    const [block] = renderBlocks(text)
    const inline = block?.inlines[0]
    expect(inline?.at).toEqual({ client: 1, clock: ((text._start as Y.Item).right as Y.Item).id.clock })
  })

  it('[TX9] characters outside the basic plane are two units that stay together', () => {
    const [block] = renderBlocks(flatText(['a|x😀y']))
    expect(block?.inlines).toHaveLength(1)
    expect(blockText(block as Block)).toBe('x😀y')
  })
})
