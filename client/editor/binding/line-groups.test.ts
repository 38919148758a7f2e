import { describe, expect, it } from 'vitest'
import { Room } from './testing/room.ts'
import { groupedSchema, schema, Writer } from './testing/writer.ts'

// Groups of two lines, of four at the most. Each group has a letter, by its first line.

describe('lines in groups', () => {
  it('a text that is opened stands in groups of the size its page wants', () => {
    const { ann } = pair(['a|One', 'b|Two', 'c|Three', 'd|Four', 'e|Five'])
    expect(groups(ann)).toBe('AA BB C')
  })

  it('a line that Enter makes is in the group of the one above it', () => {
    const { room, ann } = pair(['a|One', 'b|Two', 'c|Three'])
    ann.caret('Two').enter().type('More')
    expect(groups(ann)).toBe('AAA B')
    room.exchange()
  })

  it('a group that has grown to twice its size gets no more lines', () => {
    const { room, ann } = pair(['a|One', 'b|Two', 'c|Three'])
    ann.caret('Two').enter().enter().enter().enter()
    expect(groups(ann)).toBe('AAAA BB C')
    room.exchange()
  })

  it('a line before all others is in the group of the first', () => {
    const { room, ann } = pair(['a|One', 'b|Two', 'c|Three'])
    ann.caret(['a', 0]).enter()
    expect(groups(ann)).toBe('AAA B')
    room.exchange()
  })

  it('lines that are pasted are in the group of the line they follow', () => {
    const { room, ann } = pair(['a|One', 'b|Two', 'c|Three'])
    ann.caret('One').paste([' and', 'more'])
    expect(groups(ann)).toBe('AAA B')
    room.exchange()
  })

  it('a line that is moved among those of another group goes into theirs', () => {
    const { room, ann } = pair(['a|One', 'b|Two', 'c|Three', 'd|Four'])
    ann.moveBlock('d', 'b')
    expect(groups(ann)).toBe('AAA B')
    room.exchange()
  })

  it("others' new lines are in groups, and what was there stays in its own", () => {
    const { room, ann, ben } = pair(['a|One', 'b|Two', 'c|Three', 'd|Four'])
    const [first, , , last] = ann.state.doc.children
    ben.caret('Three').enter().type('By Ben')
    room.exchange()
    expect(groups(ann)).toBe('AA BBB')
    expect([ann.state.doc.child(0), ann.state.doc.child(4)]).toEqual([first, last])
  })

  it('a letter makes no other group, and no line without one', () => {
    const { room, ann } = pair(['a|One', 'b|Two', 'c|Three'])
    const [first] = ann.state.doc.children
    ann.caret('Two').type('!').delete('!')
    expect(groups(ann)).toBe('AA B')
    expect(ann.state.doc.child(0)).toBe(first)
    room.exchange()
  })

  it('groups write nothing into the text', () => {
    const { ann } = pair(['a|One', 'b|Two', 'c|Three', 'd|Four'])
    ann.moveBlock('d', 'b')
    const { outbox } = ann
    const { room, ann: plain } = pair(['a|One', 'b|Two', 'c|Three', 'd|Four'], schema)
    plain.moveBlock('d', 'b')
    expect(outbox).toEqual(plain.outbox)
    room.exchange()
  })
})

/** Ann's lines stand in groups, Ben's do not. */
function pair(lines: readonly string[], of = groupedSchema): { room: Room; ann: Writer; ben: Writer } {
  const room = new Room(lines, [
    (start) => new Writer('ann', 11, start, of),
    (start) => new Writer('ben', 12, start, schema),
  ])
  const [ann, ben] = room.writers as [Writer, Writer]
  return { room, ann, ben }
}

function groups(writer: Writer): string {
  const names = new Map<unknown, string>()
  let before: unknown = null
  return writer.state.doc.children
    .map(({ marks: [group] }) => {
      const number: unknown = group?.attrs['group']
      if (!names.has(number)) names.set(number, String.fromCharCode(65 + names.size))
      const gap = before === null || before === number ? '' : ' '
      before = number
      return gap + names.get(number)
    })
    .join('')
}
