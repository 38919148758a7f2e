import { describe, expect, it } from 'vitest'
import { renderBlocks } from '../../../shared/text/render.ts'
import { appendLine, raw } from '../../../shared/text/testing/flat-text.ts'
import { three, two } from './testing/room.ts'

// The pairs of simultaneous edits that double, lose or misplace words in other editors. Nothing is delivered before
// `exchange`, which also checks that everybody ends with the same text, each shown as a fresh reading shows it.

describe('two Enters', () => {
  it('[TX4] two Enters in one sentence at once make three lines, and every word stands once', () => {
    const { room, ann, ben } = two(['a|One two three'])
    ann.caret('One').enter()
    ben.caret('two').enter()
    expect(room.exchange()).toEqual(['a|One', 'ann1| two', 'ben1| three'])
    expect(room.authors('ann1')).toEqual(['server: two'])
  })

  it('[TX4] two Enters at the very same place make an empty line between the halves', () => {
    const { room, ann, ben } = two(['a|One two'])
    ann.caret('One').enter()
    ben.caret('One').enter()
    const blocks = room.exchange()
    expect(blocks).toHaveLength(3)
    expect(blocks[0]).toBe('a|One')
    expect(blocks[1]).toMatch(/^(ann|ben)1\|$/)
    expect(blocks[2]).toMatch(/^(ann|ben)1\| two$/)
  })

  it('[TX4] two Enters at the end of one line, each with words, make two lines with their own words', () => {
    const { room, ann, ben } = two(['a|One', 'b|Two'])
    ann.caret('One').enter().type('of Ann')
    ben.caret('One').enter().type('of Ben')
    const blocks = room.exchange()
    expect([blocks[0], blocks[3]]).toEqual(['a|One', 'b|Two'])
    expect(blocks.slice(1, 3).sort()).toEqual(['ann1|of Ann', 'ben1|of Ben'])
  })

  it('[TX4] two Enters at the start of one line put two empty lines before it, and the line keeps its id', () => {
    const { room, ann, ben } = two(['a|One'])
    ann.caret(['a', 0]).enter()
    ben.caret(['a', 0]).enter()
    const blocks = room.exchange()
    expect(blocks.slice(0, 2).sort()).toEqual(['ann1|', 'ben1|'])
    expect(blocks[2]).toBe('a|One')
  })
})

describe('Enter against typing', () => {
  it('[TX4] words typed in the tail follow the tail into the new line', () => {
    const { room, ann, ben } = two(['a|One two'])
    ann.caret('One').enter()
    ben.caret('two').type(' and a half')
    expect(room.exchange()).toEqual(['a|One', 'ann1| two and a half'])
    expect(ben.selection).toBe('ann1:15')
  })

  it('[TX4] words typed in the middle of the tail stay between their neighbours', () => {
    const { room, ann, ben } = two(['a|One two'])
    ann.caret('One').enter()
    ben.caret('tw').type('XY')
    expect(room.exchange()).toEqual(['a|One', 'ann1| twXYo'])
  })

  it('[TX4] words typed before the cut stay in the first half', () => {
    const { room, ann, ben } = two(['a|One two'])
    ann.caret('two').enter().type('three')
    ben.caret('One').type('!')
    expect(room.exchange()).toEqual(['a|One! two', 'ann1|three'])
  })

  it('[TX5] words typed at the end of a line do not go into the line that Enter makes behind it', () => {
    const { room, ann, ben } = two(['a|One', 'b|Two'])
    ann.caret('One').enter().type('new')
    ben.caret('One').type(' more')
    expect(room.exchange()).toEqual(['a|One more', 'ann1|new', 'b|Two'])
  })

  it('[TX4] what goes on being typed after a remote Enter stays where the caret went', () => {
    const { room, ann, ben } = two(['a|One two'])
    ben.caret('two').type('!')
    ann.caret('One').enter()
    room.exchange()
    ben.type('?')
    expect(room.exchange()).toEqual(['a|One', 'ann1| two!?'])
  })

  it('[TX4] Enter at the start of a line leaves words typed there in the line that was meant', () => {
    const { room, ann, ben } = two(['a|One', 'b|Two'])
    ann.caret(['b', 0]).enter()
    ben.caret('Two').type('!')
    expect(room.exchange()).toEqual(['a|One', 'ann1|', 'b|Two!'])
  })
})

describe('Enter against a deletion', () => {
  it('[TX4] a deletion over the place of an Enter takes its characters from both halves', () => {
    const { room, ann, ben } = two(['a|One two three'])
    ann.caret('tw').enter()
    ben.delete(' two ')
    expect(room.exchange()).toEqual(['a|One', 'ann1|three'])
  })

  it('[TX13] Enter in a line that is deleted whole keeps the writer in a line of their own', () => {
    const { room, ann, ben } = two(['a|One', 'b|Two', 'c|Three'])
    ann.caret('Tw').enter()
    ben.deleteBlock('b')
    room.exchange()
    ann.type('new')
    expect(room.exchange()).toContain('ann1|new')
    expect(room.exchange().filter((block) => block.startsWith('b'))).toEqual([])
  })

  it('[TX4] a deletion of the tail leaves an empty new line, not a lost one', () => {
    const { room, ann, ben } = two(['a|One two'])
    ann.caret('One').enter()
    ben.delete(' two')
    expect(room.exchange()).toEqual(['a|One', 'ann1|'])
  })
})

describe('join', () => {
  it('[TX2] words typed in a line that is joined meanwhile follow it', () => {
    const { room, ann, ben } = two(['a|One', 'b|two'])
    ann.caret(['b', 0]).backspace()
    ben.caret('two').type(' three')
    expect(room.exchange()).toEqual(['a|One¦b¦two three'])
    expect(room.authors('a')).toEqual(['server:Onetwo', 'ben: three'])
  })

  it('[TX2] words typed at the end of the line above stand before the seam', () => {
    const { room, ann, ben } = two(['a|One', 'b|two'])
    ann.caret(['b', 0]).backspace()
    ben.caret('One').type(', ')
    expect(room.exchange()).toEqual(['a|One, ¦b¦two'])
  })

  it('[TX2] an Enter inside a line that is joined meanwhile still cuts it', () => {
    const { room, ann, ben } = two(['a|One', 'b|two three'])
    ann.caret(['b', 0]).backspace()
    ben.caret('two').enter()
    expect(room.exchange()).toEqual(['a|One¦b¦two', 'ben1| three'])
  })

  it('[TX2] an Enter at the end of the line above keeps the join from reaching past the new line', () => {
    const { room, ann, ben } = two(['a|One', 'b|two'])
    ann.caret(['b', 0]).backspace()
    ben.caret('One').enter().type('new')
    expect(room.exchange()).toEqual(['a|One', 'ben1|new', 'b|two'])
  })

  it('[TX2] two people join the same lines: they are joined once', () => {
    const { room, ann, ben } = two(['a|One', 'b|two', 'c|three'])
    ann.caret(['b', 0]).backspace()
    ben.caret('One').deleteForward()
    expect(room.exchange()).toEqual(['a|One¦b¦two', 'c|three'])
  })

  it('[TX2] neighbouring joins by two people: a chain names its neighbours', () => {
    const { room, ann, ben } = two(['a|One', 'b|two', 'c|three'])
    ann.caret(['b', 0]).backspace()
    ben.caret(['c', 0]).backspace()
    expect(room.exchange()).toEqual(['a|One¦b¦two¦c¦three'])
  })

  it('[TX2] a join whose target is deleted meanwhile shows its line as its own', () => {
    const { room, ann, ben } = two(['z|Zero', 'a|One', 'b|two'])
    ann.caret(['b', 0]).backspace()
    ben.deleteBlock('a')
    expect(room.exchange()).toEqual(['z|Zero', 'b|two'])
  })

  it('[TX2] a join whose target is restored by typing is a join again only with its target', () => {
    const { room, ann, ben, cem } = three(['z|Zero', 'a|One', 'b|two'])
    ann.caret(['b', 0]).backspace()
    ben.deleteBlock('a')
    cem.caret('One').type('!')
    const blocks = room.exchange()
    expect(blocks[0]).toBe('z|Zero')
    expect(blocks.slice(1).join(' ')).toMatch(/!/)
    expect(blocks.join(' ').match(/two/g)).toHaveLength(1)
  })

  it('[TX2] a block inserted between a join and its target undoes the join for all', () => {
    const { room, ann, ben } = two(['a|One', 'b|two', 'c|three'])
    ann.caret(['c', 0]).backspace()
    ben.moveBlock('a', 'c')
    const blocks = room.exchange()
    expect(blocks.join(' ').match(/three/g)).toHaveLength(1)
    expect(blocks.at(-1)).toBe('c|three')
  })
})

describe('headings and attributes', () => {
  it('[TX4] a heading made while another types in the line keeps the words', () => {
    const { room, ann, ben } = two(['a|One'])
    ann.caret('One').set({ type: 'heading', level: 2 })
    ben.caret('One').type(' two')
    expect(room.exchange()).toEqual(['a level=2 heading|One two'])
  })

  it('[TX6] two people who change different attributes of one line both get theirs', () => {
    const { room, ann, ben } = two(['a|One'])
    ann.caret('One').set({ type: 'heading' })
    ben.caret('One').set({ lang: 'fr' })
    expect(room.exchange()).toEqual(['a lang=fr heading|One'])
  })

  it('[TX4] a heading made against an Enter in the line keeps the first half a heading', () => {
    const { room, ann, ben } = two(['a|One two'])
    ann.caret('One').set({ type: 'heading' })
    ben.caret('One').enter()
    expect(room.exchange()).toEqual(['a heading|One', 'ben1| two'])
  })

  it('[TX10] bold set while another types inside it takes the typed words in', () => {
    const { room, ann, ben } = two(['a|One two three'])
    ann.select('two').mark('bold')
    ben.caret('tw').type('XY')
    expect(room.exchange()).toEqual(['a|One *twXYo* three'])
  })

  it('[TX10] bold set across the place of an Enter stays on both halves', () => {
    const { room, ann, ben } = two(['a|One two'])
    ann.select('e t').mark('bold')
    ben.caret('One').enter()
    expect(room.exchange()).toEqual(['a|On*e*', 'ben1|* t*wo'])
  })
})

describe('whole blocks deleted', () => {
  it('[TX2] words typed in a block that is deleted meanwhile show it restored, without what was deleted', () => {
    const { room, ann, ben } = two(['a|One', 'b|Two', 'c|Three'])
    ann.deleteBlock('b')
    ben.caret('Two').type(' more')
    expect(room.exchange()).toEqual(['a|One', 'b restored| more', 'c|Three'])
    ann.caret(' more').type('!')
    expect(room.exchange()).toEqual(['a|One', 'b| more!', 'c|Three'])
  })

  it('[TX13] a block deleted under an idle caret stays shown to that reader alone, marked', () => {
    const { room, ann, ben } = two(['a speaker=m:FRA|France', 'b speaker=m:CHL lead|Chile'])
    ben.caret('Chile')
    ann.deleteBlock('b')
    expect(room.exchange()).toEqual(['a speaker=m:FRA|France'])
    expect(ann.shows).toEqual(['a speaker=m:FRA|France'])
    expect(ben.shows).toEqual(['a speaker=m:FRA|France', 'b lead speaker=m:CHL held|'])
    expect(ben.selection).toBe('b:0')
  })

  it('[TX13] typing at a caret in a deleted block revives the block: the words go to no other speaker', () => {
    const { room, ann, ben } = two(['a speaker=m:FRA|France', 'b speaker=m:CHL lead|Chile'])
    ben.caret('Chile')
    ann.deleteBlock('b')
    room.exchange()
    ben.type('again')
    expect(room.exchange()).toEqual(['a speaker=m:FRA|France', 'b lead speaker=m:CHL|again'])
    expect(raw(room.text)).toEqual(['a speaker=m:FRA|France', 'b lead speaker=m:CHL|again'])
  })

  it('[TX13] a held block goes when its reader puts the caret elsewhere', () => {
    const { room, ann, ben } = two(['a|One', 'b|Two'])
    ben.caret('Two')
    ann.deleteBlock('b')
    room.exchange()
    ben.caret('One')
    expect(ben.shows).toEqual(['a|One'])
    expect(ben.outbox).toEqual([])
  })

  it('[TX13] a held block never enters what others see: the next line joins the one above it', () => {
    const { room, ann, ben } = two(['a|One', 'b|Two', 'c|Three'])
    ben.caret('Two')
    ann.deleteBlock('b')
    room.exchange()
    ann.caret(['c', 0]).backspace()
    expect(room.exchange()).toEqual(['a|One¦c¦Three'])
    expect(ben.shows).toContain('b held|')
  })

  it('[TX2] [TX13] a held block that is revived takes no words joined past it: they are a line of their own', () => {
    const { room, ann, ben } = two([
      'a speaker=m:FRA lead|France',
      'b speaker=m:CHL lead|Chile',
      'c speaker=m:FRA|goes on',
    ])
    ben.caret('Chile')
    ann.deleteBlock('b')
    room.exchange()
    ann.caret(['c', 0]).backspace()
    room.exchange()
    ben.type('again')
    expect(room.exchange()).toEqual([
      'a lead speaker=m:FRA|France',
      'b lead speaker=m:CHL|again',
      'c speaker=m:FRA|goes on',
    ])
  })

  it('[TX2] everything deleted while another types leaves the words in their own block', () => {
    const { room, ann, ben } = two(['a|One', 'b|Two'])
    ann.select('One', 'Two').delete()
    ben.caret('Two').type('!')
    const blocks = room.exchange()
    expect(blocks).toHaveLength(2)
    expect(blocks[1]).toBe('b restored|!')
  })

  it('[TX2] a deletion from the middle of one line to the middle of another keeps words typed in between', () => {
    const { room, ann, ben } = two(['a|One', 'b|Two', 'c|Three'])
    ann.select('ne', 'Th').delete()
    ben.caret('Two').type('!')
    expect(room.exchange()).toEqual(['a|O', 'b restored|!', 'c|ree'])
  })

  it('[TX8] a block moved while another types in it shows the words restored at the old place', () => {
    const { room, ann, ben } = two(['a|One', 'b|Two', 'c|Three'])
    ann.moveBlock('c', 'a')
    ben.caret('Three').type('!')
    expect(room.exchange()).toEqual(['c|Three', 'a|One', 'b|Two', 'c restored|!'])
  })

  it('[TX8] a block moved by two people stands twice under one id, and every reader bears it', () => {
    const { room, ann, ben } = two(['a|One', 'b|Two', 'c|Three'])
    ann.moveBlock('c', 'a')
    ben.moveBlock('c', 'b')
    expect(room.exchange()).toEqual(['c|Three', 'a|One', 'c|Three', 'b|Two'])
    ben.caret('One').type('!')
    expect(room.exchange()).toEqual(['c|Three', 'a|One!', 'c|Three', 'b|Two'])
    ann.caret(['c', 0]).type('Now: ')
    expect(room.exchange()).toEqual(['c|Now: Three', 'a|One!', 'c|Three', 'b|Two'])
  })
})

describe('speakers', () => {
  const lines = ['a speaker=m:FRA lead|France says', 'b speaker=m:CHL lead|Chile says']

  it('[TX14] Backspace and Delete do not join across speakers', () => {
    const { room, ann, ben } = two(lines)
    ann.caret(['b', 0]).backspace()
    ben.caret('France says').deleteForward()
    expect(ann.outbox).toEqual([])
    expect(ben.outbox).toEqual([])
    expect(room.exchange()).toEqual(['a lead speaker=m:FRA|France says', 'b lead speaker=m:CHL|Chile says'])
  })

  it('[TX14] a deletion from mid-France to mid-Chile leaves two blocks with their own words', () => {
    const { room, ann } = two(lines)
    ann.select('says', 'Chile ').delete()
    expect(room.exchange()).toEqual(['a lead speaker=m:FRA|France ', 'b lead speaker=m:CHL|says'])
  })

  it('[TX14] Enter over a selection from mid-France to mid-Chile leaves two blocks', () => {
    const { room, ann } = two(lines)
    ann.select('says', 'Chile ').enter()
    const blocks = room.exchange()
    expect(blocks[0]).toBe('a lead speaker=m:FRA|France ')
    expect(blocks.at(-1)).toBe('b lead speaker=m:CHL|says')
  })

  it('[TX14] what is typed over a selection across speakers goes to one of them, letter after letter', () => {
    const { room, ann } = two(lines)
    ann.select('says', 'Chile ').type('X').type('Y')
    expect(room.exchange().join(' / ')).toContain('XY')
  })

  it('[TX14] after a paste over a selection across speakers the caret stands behind what was pasted', () => {
    const { room, ann } = two(lines)
    ann.select('says', 'Chile ').paste(['X']).type('Y')
    expect(room.exchange().join(' / ')).toContain('XY')
  })

  it('[TX14] an explicit merge shows its seam and keeps each marker its attributes', () => {
    const { room, ann } = two(lines)
    ann.caret('Chile').mergeAbove()
    expect(room.exchange()).toEqual(['a lead speaker=m:FRA|France says¦b¦Chile says'])
    expect(raw(room.text)).toEqual([
      'a lead speaker=m:FRA|France says',
      'b lead speaker=m:CHL join=a|Chile says',
    ])
  })

  it('[TX14] Enter exactly at the seam splits back: the words have their speaker again', () => {
    const { room, ann, ben } = two(lines)
    ann.caret('Chile').mergeAbove()
    room.exchange()
    ben.caret('France says').enter()
    expect(room.exchange()).toEqual(['a lead speaker=m:FRA|France says', 'b lead speaker=m:CHL|Chile says'])
    expect(raw(room.text)).toEqual(['a lead speaker=m:FRA|France says', 'b lead speaker=m:CHL|Chile says'])
    expect(ben.selection).toBe('b:0')
  })

  it('[TX14] splitting back against typing in the merged words keeps them with their speaker', () => {
    const { room, ann, ben } = two(lines)
    ann.caret('Chile').mergeAbove()
    room.exchange()
    ann.caret('France says').enter()
    ben.caret('Chile says').type(' no')
    expect(room.exchange()).toEqual([
      'a lead speaker=m:FRA|France says',
      'b lead speaker=m:CHL|Chile says no',
    ])
  })

  it('[TX14] a deletion across speakers against typing puts no word under the other speaker', () => {
    const { room, ann, ben } = two(lines)
    ann.select('says', 'Chile says').delete()
    ben.caret('Chile says').type(' no')
    const blocks = room.exchange()
    expect(blocks[0]).toBe('a lead speaker=m:FRA|France ')
    expect(blocks[1]).toMatch(/^b lead speaker=m:CHL( restored)?\| no$/)
  })

  it('[TX14] an empty line of another speaker goes with Backspace, and no word changes hands', () => {
    const { room, ann } = two(['a speaker=m:FRA lead|France', 'b speaker=m:CHL lead|'])
    ann.caret(['b', 0]).backspace()
    expect(room.exchange()).toEqual(['a lead speaker=m:FRA|France'])
    expect(ann.selection).toBe('a:6')
  })
})

describe('text before the first marker', () => {
  it('[TX7] it is shown as the root block, and typing in it makes no marker', () => {
    const { room, ann } = two(['|Foreign words'])
    expect(ann.shows).toEqual(['root|Foreign words'])
    ann.caret('Foreign').type('!')
    expect(room.exchange()).toEqual(['root|Foreign! words'])
    expect(raw(room.text)).toEqual(['|Foreign! words'])
  })

  it('[TX7] an empty text is one empty root block; typing in it makes a real one', () => {
    const { room, ann } = two([])
    expect(ann.shows).toEqual(['root|'])
    ann.caret(['root', 0]).type('First')
    expect(room.exchange()).toEqual(['ann1|First'])
  })

  it('[TX7] an attribute on the root block makes a real marker and keeps every word and its author', () => {
    const { room, ann } = two(['|Foreign words'])
    ann.caret('Foreign').set({ type: 'heading' })
    expect(room.exchange()).toEqual(['ann1 heading|Foreign words'])
    expect(room.authors('ann1')).toEqual(['server:Foreign words'])
  })

  it('[TX7] a line joined to the root is joined for all', () => {
    const { room, ann, ben } = two(['|Foreign', 'b| words'])
    ann.caret(['b', 0]).backspace()
    ben.caret(' words').type('!')
    expect(room.exchange()).toEqual(['root|Foreign¦b¦ words!'])
  })

  it('[TX7] two people who start in an empty text at once keep both their words', () => {
    const { room, ann, ben } = two([])
    ann.caret(['root', 0]).type('Ann')
    ben.caret(['root', 0]).type('Ben')
    expect([...room.exchange()].sort()).toEqual(['ann1|Ann', 'ben1|Ben'])
  })
})

describe('what one reader waits for', () => {
  it('[TX6] a foreign change is shown without a write, whatever it is', () => {
    const { room, ann, ben } = two(['a|One'])
    appendLine(ann.text, 'x martian=7 type=holo|new{hologram id=9}')
    ben.caret('One').type('!')
    expect(room.exchange()).toEqual(['a|One!', 'x martian=7 type=holo|new{hologram id=9}'])
    expect(ann.outbox).toEqual([])
    expect(ben.outbox).toEqual([])
    expect(renderBlocks(room.text)[1]?.attributes).toEqual({ type: 'holo', martian: 7 })
  })

  it('[TX13] a composition is not broken off: what others wrote waits, and nothing is lost', () => {
    const { room, ann, ben } = two(['a|One', 'b|Two'])
    ann.caret('One').composing = true
    ann.type('x')
    ben.caret('One').enter().type('between')
    room.take()
    ann.receive()
    ann.type('y')
    ann.composing = false
    ann.show()
    expect(room.exchange()).toEqual(['a|Onexy', 'ben1|between', 'b|Two'])
  })
})
