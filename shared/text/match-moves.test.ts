import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type DeletedRange, deletedRanges } from './changed-text.ts'
import { keepFormatting } from './keep-formatting.ts'
import { MAX_REMEMBERED_CHARS, MIN_MOVED_CHARS, MoveMatcher } from './match-moves.ts'
import type { Move } from './moves.ts'
import { docOf, flatText, fork, indexOf, shown, sync } from './testing/flat-text.ts'

/** A server that matches, and people who each write in one transaction at a time. */
class Scene {
  readonly text: Y.Text
  readonly moves: Move[] = []
  readonly #matcher = new MoveMatcher()
  #ranges: DeletedRange[] = []

  constructor(lines: readonly string[]) {
    this.text = flatText(lines)
    keepFormatting(docOf(this.text))
    docOf(this.text).on('afterTransaction', (transaction) => {
      if (typeof transaction.origin !== 'string') return
      this.moves.push(...this.#matcher.match(transaction.origin, transaction, this.text, this.#ranges))
    })
  }

  person(name: string, client: number): (write: (text: Y.Text) => void) => void {
    const own = fork(this.text, client)
    return (write) => {
      sync(own, fork(this.text, 99))
      const before = Y.encodeStateVector(docOf(own))
      let update: Uint8Array = Y.encodeStateAsUpdate(docOf(own), before)
      const keep = (bytes: Uint8Array): void => {
        update = bytes
      }
      docOf(own).on('update', keep)
      docOf(own).transact(() => write(own))
      docOf(own).off('update', keep)
      this.#ranges = deletedRanges(update)
      Y.applyUpdate(docOf(this.text), update, name)
    }
  }

  /** What was moved: the words and the client they came from, then the one they are now under. */
  get moved(): string[] {
    return this.moves.map(({ from, to, length }) => `${length} ${from.client}→${to.client}`)
  }
}

function cut(piece: string): (text: Y.Text) => void {
  return (text) => text.delete(indexOf(text, piece), piece.length)
}

function put(before: string, piece: string): (text: Y.Text) => void {
  return (text) => text.insert(indexOf(text, before), piece)
}

describe('text that comes back', () => {
  it('cut and pasted by the same person in two steps keeps its author', () => {
    const scene = new Scene(['a|One three two', 'b|End'])
    const ann = scene.person('ann', 11)
    ann(cut('three'))
    ann(put('End', 'three'))
    expect(scene.moved).toEqual(['5 1→11'])
    expect(scene.moves[0]?.from.clock).toBe(3 + 'One '.length)
  })

  it('moved in one transaction keeps its author, whatever its length when it is whole', () => {
    const scene = new Scene(['a|One', 'b|x', 'c|End'])
    const ann = scene.person('ann', 11)
    ann((text) => {
      cut('x')(text)
      put('End', 'x')(text)
    })
    expect(scene.moved).toEqual(['1 1→11'])
  })

  it(`shorter than ${MIN_MOVED_CHARS} and elsewhere later is taken as typed anew`, () => {
    const scene = new Scene(['a|and or', 'b|End'])
    const ann = scene.person('ann', 11)
    ann(cut('and'))
    ann(put('End', 'and'))
    expect(scene.moved).toEqual([])
  })

  it('brought back in its own place by undo keeps its author, whatever its length', () => {
    const text = flatText(['a|One two'])
    keepFormatting(docOf(text))
    const own = fork(text, 11)
    const manager = new Y.UndoManager(own, { captureTimeout: 0, trackedOrigins: new Set(['me']) })
    const matcher = new MoveMatcher()
    const moves: Move[] = []
    let ranges: DeletedRange[] = []
    docOf(text).on('afterTransaction', (transaction) => {
      moves.push(...matcher.match('ann', transaction, text, ranges))
    })
    docOf(own).on('update', (update) => {
      ranges = deletedRanges(update)
      Y.applyUpdate(docOf(text), update, 'ann')
    })
    docOf(own).transact(() => own.delete(indexOf(own, 'w'), 1), 'me')
    manager.undo()
    expect(shown(text)).toEqual(['a|One two'])
    expect(moves).toMatchObject([{ from: { client: 1 }, to: { client: 11 }, length: 1 }])
  })

  it('pasted by somebody else is theirs: people are matched with their own deletions', () => {
    const scene = new Scene(['a|One three two', 'b|End'])
    const ann = scene.person('ann', 11)
    const ben = scene.person('ben', 12)
    ann(cut('three'))
    ben(put('End', 'three'))
    expect(scene.moved).toEqual([])
  })

  it('pasted twice is credited once', () => {
    const scene = new Scene(['a|One three two', 'b|End'])
    const ann = scene.person('ann', 11)
    ann(cut('three'))
    ann(put('End', 'three'))
    ann(put('End', 'three'))
    expect(scene.moved).toEqual(['5 1→11'])
  })

  it('cut again after it was pasted may come back elsewhere: the move goes on', () => {
    const scene = new Scene(['a|One three two', 'b|End', 'c|Last'])
    const ann = scene.person('ann', 11)
    ann(cut('three'))
    ann(put('End', 'three'))
    ann(cut('three'))
    ann(put('Last', 'three'))
    expect(scene.moved).toEqual(['5 1→11', '5 11→11'])
  })

  it('pasted inside other new text is found, and only it', () => {
    const scene = new Scene(['a|One three two', 'b|End'])
    const ann = scene.person('ann', 11)
    ann(cut('three'))
    ann(put('End', '> three <'))
    expect(scene.moved).toEqual(['5 1→11'])
    expect(scene.moves[0]?.to.clock).toBe(2)
  })

  it('words typed by two people and moved by a third name each of them', () => {
    const scene = new Scene(['a|One ', 'b|End'])
    const ben = scene.person('ben', 12)
    ben((text) => text.insert(indexOf(text, 'One ') + 4, 'of Ben'))
    const ann = scene.person('ann', 11)
    ann(cut('One of Ben'))
    ann(put('End', 'One of Ben'))
    expect(scene.moved).toEqual(['4 1→11', '6 12→11'])
  })

  it('[TX9] characters outside the basic plane are matched whole', () => {
    const scene = new Scene(['a|x😀😁😂😃y', 'b|End'])
    const ann = scene.person('ann', 11)
    ann(cut('😀😁😂😃'))
    ann(put('End', '😀😁😂😃'))
    expect(scene.moved).toEqual(['8 1→11'])
  })

  it('other text of the same length is no move', () => {
    const scene = new Scene(['a|One three two', 'b|End'])
    const ann = scene.person('ann', 11)
    ann(cut('three'))
    ann(put('End', 'eerht'))
    expect(scene.moved).toEqual([])
  })

  it('a cut over what somebody else had deleted meanwhile is matched when pasted whole', () => {
    const scene = new Scene(['a|One two three four', 'b|End'])
    const ben = scene.person('ben', 12)
    const ann = scene.person('ann', 11)
    ben(cut('two '))
    ann(cut('One three four'))
    ann(put('End', 'One three four'))
    expect(scene.moves.reduce((sum, { length }) => sum + length, 0)).toBe('One three four'.length)
  })

  it('a text of one letter, pasted, erased and pasted again, is found at once and holds nobody up', () => {
    const scene = new Scene(['a|One', 'b|End'])
    const ann = scene.person('ann', 11)
    const letters = 'a'.repeat(20_000)
    ann(put('End', letters))
    ann(cut(letters))
    ann(put('End', letters))
    expect(scene.moved).toEqual(['20000 11→11'])
  })

  it('texts made to be hard to lay against each other cost no more than others', () => {
    const scene = new Scene(['a|One', 'b|End'])
    const ann = scene.person('ann', 11)
    const hard = `${'a'.repeat(10_000)}b`
    ann(put('End', hard))
    ann(cut(hard))
    ann(put('End', `${'a'.repeat(9_000)}c${'a'.repeat(9_000)}d`))
    expect(scene.moves.length).toBeLessThan(3)
  })

  it('what was cut long ago is forgotten: memory is bounded', () => {
    const scene = new Scene(['a|One three two', 'b|End'])
    const ann = scene.person('ann', 11)
    const filler = 'x'.repeat(MAX_REMEMBERED_CHARS)
    ann(cut('three'))
    ann(put('End', filler))
    ann(cut(filler))
    ann(put('End', 'three'))
    expect(scene.moved).toEqual([])
  })
})
