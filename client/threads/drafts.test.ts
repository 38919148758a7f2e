import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepAgain } from '../outbox/kept-words.ts'
import { Shelf } from '../outbox/testing/shelf.ts'
import { type CommentDraft, Drafts, draftsOf } from './drafts.ts'
import { forgetWords } from './forget-words.ts'

const keeper = { member: 'ann', meeting: 'm' }
const draft: CommentDraft = { text: 'Half a', mentions: [], subject: null, internal: false, at: 1 }

let shelf: Shelf
let page: EventTarget

beforeEach(() => {
  shelf = new Shelf()
  page = new EventTarget()
  vi.stubGlobal('localStorage', shelf)
  vi.stubGlobal('window', page)
})

afterEach(() => {
  forgetWords('ann')
  keepAgain('ann')
  vi.unstubAllGlobals()
})

const kept = (): string[] => Object.keys(shelf).filter((name) => name.startsWith('minuta.'))
const mayLeave = (): boolean => page.dispatchEvent(new Event('beforeunload', { cancelable: true }))

describe('[TH3] a draft', () => {
  it('is kept on this device, and its page may be left', () => {
    draftsOf(keeper).set('thread:a', draft)
    expect(new Drafts(keeper).all().get('thread:a')).toEqual(draft)
    expect(mayLeave()).toBe(true)
  })

  it('that this device cannot keep warns who leaves, until it is gone', () => {
    shelf.isFull = true
    const drafts = draftsOf(keeper)
    drafts.set('thread:a', draft)
    expect(mayLeave()).toBe(false)
    drafts.remove('thread:a')
    expect(mayLeave()).toBe(true)
  })
})

describe('[SY11] after signing out', () => {
  it('a composer that is still there keeps nothing more', () => {
    const drafts = draftsOf(keeper)
    drafts.set('thread:a', draft)
    forgetWords('ann')
    drafts.set('thread:a', draft)
    expect(kept()).toEqual([])
    expect(draftsOf(keeper).all().size).toBe(0)
  })

  it('another tab lets everything go and writes nothing back until its member is here again', () => {
    const drafts = draftsOf(keeper)
    drafts.set('thread:a', draft)
    const event = Object.assign(new Event('storage'), { key: 'minuta.forgotten:ann', newValue: '1' })
    page.dispatchEvent(event)
    expect(drafts.all().size).toBe(0)
    drafts.set('thread:a', draft)
    expect(kept()).toEqual([])
    keepAgain('ann')
    drafts.set('thread:a', draft)
    expect(kept()).toHaveLength(1)
  })
})
