import { describe, expect, it } from 'vitest'
import { initialState, type RoomState } from './room-state.ts'
import { nextStatusChange, SAVING_MS, statusOf } from './status.ts'

const NOW = 1_000_000

function state(change: Partial<RoomState>): RoomState {
  return {
    ...initialState(NOW - 60_000),
    link: 'online',
    text: 'live',
    mayWrite: true,
    kept: true,
    keptCount: 9,
    ...change,
  }
}

const young = { unsaved: 2, unsavedSince: NOW - 100 }
const old = { unsaved: 2, unsavedSince: NOW - SAVING_MS }
const full = { fault: { code: 'storage-full', hint: '' } }
const refused = { fault: { code: 'read-only', hint: '' } }
const late = { fault: { code: 'read-only', hint: '', late: true } }
const wipe = { fault: { code: 'wipe', hint: '', wipe: { removed: 400, of: 500 } } }
const signedOut = { fault: { code: 'signed-out', hint: '' } }

describe('the status word', () => {
  it.each<[string, Partial<RoomState>, string]>([
    ['everything is on the disk', {}, 'saved'],
    ['sent, not yet stored', young, 'saving'],
    ['sent long ago without an answer, kept here', old, 'offline'],
    ['sent long ago without an answer, kept nowhere', { ...old, kept: false }, 'not-saved'],
    ['no connection, kept here', { ...young, link: 'offline' }, 'offline'],
    ['no connection for a moment, kept nowhere', { ...young, link: 'offline', kept: false }, 'saving'],
    ['no connection, kept nowhere', { ...old, link: 'offline', kept: false }, 'not-saved'],
    ['the disk is full, words wait', { ...young, ...full, link: 'offline' }, 'not-saved'],
    ['the disk is full, nothing waits', { ...full, link: 'offline' }, 'not-saved'],
    ['refused for good, words are here alone', { ...young, ...refused, link: 'closed' }, 'refused'],
    ['refused for good, the server keeps the words', { ...young, ...late, link: 'closed' }, 'late'],
    ['a text waits to be deleted or kept', { ...young, ...wipe, link: 'closed' }, 'refused'],
    ['the same, and nothing is counted as unsaved', { ...wipe, link: 'closed' }, 'refused'],
    ['signed out, kept here', { ...old, ...signedOut, link: 'closed' }, 'offline'],
    ['cut off with nothing to send', { link: 'offline' }, 'offline'],
    ['cut off a moment ago with nothing to send', { link: 'offline', linkSince: NOW - 100 }, 'saved'],
    ['a reader who is cut off', { link: 'offline', mayWrite: false }, 'reading'],
    ['a reader whom the full disk does not concern', { ...full, mayWrite: false }, 'saved'],
    ['nothing was ever loaded', { link: 'offline', text: 'none' }, 'reading'],
  ])('%s', (_, change, word) => {
    expect(statusOf([state(change)], NOW).word).toBe(word)
  })

  it('is that of the worst room, and counts them all', () => {
    const states = [state({}), state(young), state({ ...old, link: 'offline' })]
    expect(statusOf(states, NOW)).toEqual({ word: 'offline', count: 4, asOf: null })
  })

  it('is saved where no room is open', () => {
    expect(statusOf([], NOW)).toEqual({ word: 'saved', count: 0, asOf: null })
  })

  it('counts as kept here what IndexedDB has confirmed, and nothing that was typed since', () => {
    const typed = { unsaved: 7, unsavedSince: NOW, keptCount: 5 }
    expect(statusOf([state({ ...typed, link: 'offline' })], NOW)).toMatchObject({ word: 'offline', count: 5 })
    expect(statusOf([state(typed)], NOW)).toMatchObject({ word: 'saving', count: 7 })
  })

  it('says for a reader how old the text is', () => {
    const states = [state({ link: 'offline', mayWrite: false, asOf: 5 }), state({ asOf: 9, mayWrite: false })]
    expect(statusOf(states, NOW)).toMatchObject({ word: 'reading', asOf: 5 })
  })
})

describe('the next change without a change of state', () => {
  it('comes when what waits has waited too long', () => {
    expect(nextStatusChange([state({}), state(young)], NOW)).toBe(NOW - 100 + SAVING_MS)
  })

  it('never comes while all is well', () => {
    expect(nextStatusChange([state({}), state(old)], NOW)).toBeNull()
  })
})
