import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ItemWords } from './item-words.ts'
import { clearKept, countKept, keep } from './kept-words.ts'
import { Shelf } from './testing/shelf.ts'

const keeper = { member: 'ann', meeting: 'm' }

/** What a browser's tabs have in their hands: each name one tab, the others in a row behind it. */
class Locks {
  readonly #rows = new Map<string, (() => void)[]>()

  claim = (name: string, granted: () => void): (() => void) => {
    const row = this.#rows.get(name) ?? []
    this.#rows.set(name, row)
    row.push(granted)
    if (row.length === 1) granted()
    return () => {
      const at = row.indexOf(granted)
      row.splice(at, 1)
      if (at === 0) row[0]?.()
    }
  }
}

let shelf: Shelf
let locks: Locks
let ids = 0
const newId = (): string => `id-${++ids}`
const tab = (): ItemWords => new ItemWords(keeper, { now: () => 5, newId, claim: locks.claim })

beforeEach(() => {
  shelf = new Shelf()
  locks = new Locks()
  vi.stubGlobal('localStorage', shelf)
})

afterEach(() => vi.unstubAllGlobals())

const kept = (): string[] => Object.keys(shelf).filter((name) => name.startsWith('minuta.'))

describe('[DR1] words for an item that is not there yet', () => {
  it('are kept on this device as they are typed, and found again after a reload', () => {
    tab().set('n', 'States should')
    expect(tab().all().get('n')).toEqual({ text: 'States should', at: 5 })
    tab().set('n', '')
    expect(kept()).toEqual([])
  })

  it('are given away once, by the tab that has them in its hands', () => {
    const [one, other] = [tab(), tab()]
    one.claim('n')
    one.hold('n')
    one.set('n', 'Words')
    other.readAgain()
    const stop = other.hold('n')
    expect([one.isMine('n'), other.isMine('n')]).toEqual([true, false])
    // A field of the first tab is open: it alone brings them.
    expect([one.mayBring('n'), other.mayBring('n')]).toEqual([false, false])
    stop()
    expect(other.mayBring('n')).toBe(false)
    expect(one.take('n')).toBe('Words')
    expect(one.take('n')).toBe('')
    expect(kept()).toEqual([])
  })

  it('come into the hands of another tab when the first has closed, as it has left them', () => {
    const [one, other] = [tab(), tab()]
    one.claim('n')
    one.set('n', 'Wor')
    other.readAgain()
    other.claim('n')
    one.set('n', 'Words')
    one.take('n')
    expect(other.isMine('n')).toBe(true)
    expect(other.take('n')).toBe('')
  })

  it('are in the hands of a tab that makes the item at once, and no other tab’s, however slow the browser is', () => {
    const granted: [string, () => void][] = []
    const slow = (): ItemWords =>
      new ItemWords(keeper, {
        now: () => 5,
        newId,
        claim: (name, grant) => {
          granted.push([name, grant])
          return () => undefined
        },
      })
    const [one, other] = [slow(), slow()]
    one.prepare()
    one.prepare()
    const asked = granted.map(([name]) => name)
    const item = one.newItem()
    other.hold(item)
    // It was asked for before anybody could hear of the item.
    expect(asked).toEqual([`ann:m:${item}`])
    expect([one.isMine(item), other.isMine(item)]).toEqual([true, false])
    expect(one.newItem()).not.toBe(item)
  })

  it('are brought from outside once no field holds them, and two holders are two', () => {
    const words = tab()
    const stops = [words.hold('n'), words.hold('n')]
    words.set('n', 'Words')
    stops[0]?.()
    expect(words.mayBring('n')).toBe(false)
    stops[1]?.()
    expect(words.mayBring('n')).toBe(true)
  })

  it('that this device cannot keep say so, and stay on the page', () => {
    const words = tab()
    shelf.isFull = true
    words.set('n', 'Words')
    expect(words.cannotKeep).toBe(true)
    words.readAgain()
    expect(words.all().get('n')?.text).toBe('Words')
    shelf.isFull = false
    words.set('n', 'Words.')
    expect(words.cannotKeep).toBe(false)
  })

  it('count once with the item that is to be made, and are gone at signing out', () => {
    const words = tab()
    words.set('n', 'Words')
    keep('outbox', keeper, 'n', {})
    keep('outbox', keeper, 'other', {})
    expect(countKept('ann')).toBe(2)
    words.close()
    clearKept('ann')
    expect(kept()).toEqual([])
    words.set('n', 'Late')
    expect(kept()).toEqual([])
  })
})
