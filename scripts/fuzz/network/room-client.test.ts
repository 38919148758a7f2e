import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { openRoomCache } from '../../../client/sync/room-cache.ts'
import type { RoomClient } from '../../../client/sync/room-client.ts'
import { statusOf } from '../../../client/sync/status.ts'
import { MESSAGE, SYNC } from '../../../shared/protocol/messages.ts'
import { RoomServer, textOf, type, until } from './room-server.ts'

let server: RoomServer

beforeEach(() => {
  server = new RoomServer()
})

afterEach(() => server.close())

describe('connecting', () => {
  it('hello is the first frame, before the provider asks for the state', async () => {
    const ann = server.open('ann')
    await until(ann, ({ text }) => text === 'live')
    expect(server.arrived[0]?.[0]).toBe(MESSAGE.hello)
    expect(server.arrived[1]?.slice(0, 2)).toEqual(Uint8Array.of(MESSAGE.sync, SYNC.step1))
    expect(ann.state).toMatchObject({ link: 'online', mayWrite: true, unsaved: 0, fault: null })
  })

  it('nothing is shown before the server has answered', () => {
    expect(server.open('ann').state).toMatchObject({ text: 'none', link: 'connecting', mayWrite: false })
  })

  it('others hear of somebody at once after a new connection', async () => {
    const [ann, ben] = [server.open('ann'), server.open('ben')]
    ann.awareness.setLocalStateField('caret', 1)
    const sees = () => [...ben.awareness.getStates().values()].some(({ user }) => user?.id === 'ann')
    const seen = async (): Promise<void> => {
      while (!sees()) await new Promise((resolve) => ben.awareness.once('change', resolve))
    }
    await until(ben, ({ link }) => link === 'online')
    await seen()
    server.cut()
    await until(ben, ({ link }) => link === 'offline')
    expect(sees()).toBe(false)
    await seen()
  })

  it('what others say of themselves is not repeated to the server', async () => {
    const [ann, ben] = [server.open('ann'), server.open('ben')]
    await until(ann, ({ text }) => text === 'live')
    await until(ben, ({ text }) => text === 'live')
    const change = new Promise((resolve) => ben.awareness.once('change', resolve))
    server.arrived.length = 0
    ann.awareness.setLocalStateField('caret', 2)
    await change
    expect(server.arrived.filter(([kind]) => kind === MESSAGE.awareness)).toHaveLength(1)
  })
})

describe('unsaved changes', () => {
  it('[SY1] are counted until the server has them on its disk', async () => {
    const [ann, ben] = [server.open('ann'), server.open('ben')]
    await until(ann, ({ text }) => text === 'live')
    await until(ben, ({ text }) => text === 'live')
    server.journal.hold()
    type(ann, 'one')
    type(ann, ' two')
    expect(ann.state.unsaved).toBe(2)
    expect(statusOf([ann.state], Date.now()).word).toBe('saving')
    // The server has answered other frames in between, and still nothing is called saved.
    const heard = new Promise((resolve) => ann.awareness.once('change', resolve))
    ben.awareness.setLocalStateField('caret', 1)
    await heard
    expect(ann.state.unsaved).toBe(2)
    server.journal.release()
    await until(ann, ({ unsaved }) => unsaved === 0)
    expect(statusOf([ann.state], Date.now()).word).toBe('saved')
  })

  it('typed without a connection are sent when it is back, once', async () => {
    const [ann, ben] = [server.open('ann'), server.open('ben')]
    await until(ann, ({ text }) => text === 'live')
    await until(ben, ({ text }) => text === 'live')
    server.isDown = true
    server.cut()
    await until(ann, ({ link }) => link === 'offline')
    type(ann, 'kept')
    type(ann, ' here')
    expect(ann.state).toMatchObject({ unsaved: 2, link: 'offline' })
    server.isDown = false
    ann.wake()
    await until(ann, ({ unsaved }) => unsaved === 0)
    await until(ben, () => textOf(ben.doc) !== '')
    expect(textOf(ann.doc)).toBe('kept here')
    expect(textOf(ben.doc)).toBe('kept here')
  })

  it('sent on a connection that broke before the disk had them are sent again', async () => {
    const ann = server.open('ann')
    await until(ann, ({ text }) => text === 'live')
    server.journal.hold()
    type(ann, 'twice?')
    server.cut()
    await until(ann, ({ link }) => link === 'offline')
    expect(ann.state.unsaved).toBe(1)
    server.journal.release()
    ann.wake()
    await until(ann, ({ unsaved }) => unsaved === 0)
    expect(textOf(ann.doc)).toBe('twice?')
  })

  it('[SY7] on a full disk are not called saved, and are sent as soon as there is room', async () => {
    const ann = server.open('ann')
    await until(ann, ({ text }) => text === 'live')
    server.journal.isFull = true
    type(ann, 'no room')
    await until(ann, ({ fault }) => fault?.code === 'storage-full')
    expect(statusOf([ann.state], Date.now())).toMatchObject({ word: 'not-saved', count: 1 })
    server.journal.isFull = false
    await until(ann, ({ unsaved, fault }) => unsaved === 0 && fault === null)
    expect(textOf(ann.doc)).toBe('no room')
  })
})

describe('[SY9] whoever may not read the room any more', () => {
  const caches: string[] = []
  const openCache: typeof openRoomCache = async () => ({
    isLost: false,
    left: [],
    keep: async () => true,
    settle: async () => {},
    compact: async () => void caches.push('compacted'),
    close: () => {},
    drop: async () => void caches.push('dropped'),
  })

  beforeEach(() => {
    caches.length = 0
  })

  it('keeps nothing of it on this device, and is shown nothing of it', async () => {
    const ann = server.open('ann', { openCache })
    await until(ann, ({ text }) => text === 'live')
    server.cut(4403)
    await until(ann, ({ link }) => link === 'closed')
    expect(ann.state).toMatchObject({ text: 'none', fault: { code: 'forbidden' } })
    expect(caches).toEqual(['dropped'])
  })

  it('[SY11] is offered own words that were not sent first; they go once they are let go', async () => {
    const ann = server.open('ann', { openCache })
    await until(ann, ({ text }) => text === 'live')
    server.journal.hold()
    type(ann, 'mine')
    server.cut(4403)
    await until(ann, ({ link }) => link === 'closed')
    expect(ann.unsentText()).toBe('mine')
    expect(caches).toEqual([])
    await ann.startAgain()
    expect(caches).toEqual(['dropped'])
    server.journal.release()
  })

  it('a passage that is kept back by somebody leaves no trace in what this device has stored', async () => {
    const [ann, ben] = [server.open('ann', { openCache }), server.open('ben')]
    await until(ann, ({ text }) => text === 'live')
    await until(ben, ({ text }) => text === 'live')
    type(ben, 'words')
    await expect.poll(() => textOf(ann.doc)).toBe('words')
    expect(caches).toEqual([])
    const text = ben.doc.getText('text')
    text.insertEmbed(text.length - 1, { t: 'withheld', id: 'w' })
    await expect.poll(() => caches).toEqual(['compacted'])
  })
})

describe('a refusal', () => {
  it('[SY11] keeps the words for copying, and the link stays closed until the reader starts again', async () => {
    const ann = server.open('ann')
    await until(ann, ({ text }) => text === 'live')
    type(ann, 'stored. ')
    await until(ann, ({ unsaved }) => unsaved === 0)
    server.mayWrite = false
    server.cut()
    await until(ann, ({ link }) => link === 'offline')
    type(ann, 'not stored')
    ann.wake()
    await until(ann, ({ link }) => link === 'closed')
    expect(ann.state.fault?.code).toBe('read-only')
    expect(ann.unsentText()).toBe('not stored')
    expect(statusOf([ann.state], Date.now()).word).toBe('late')
    ann.wake()
    expect(ann.state.link).toBe('closed')
    await ann.startAgain()
    expect(ann.state).toMatchObject({ over: true, unsaved: 0 })
    const again = server.open('ann')
    await until(again, ({ text }) => text === 'live')
    expect(textOf(again.doc)).toBe('stored. ')
  })

  it('of a clientID that another has is answered with a new document', async () => {
    const ben = server.open('ben')
    ben.doc.clientID = 4711
    ben.awareness.clientID = 4711
    await until(ben, ({ text }) => text === 'live')
    type(ben, 'mine')
    await until(ben, ({ unsaved }) => unsaved === 0)
    const ann = server.open('ann')
    ann.doc.clientID = 4711
    ann.awareness.clientID = 4711
    await until(ann, ({ over }) => over)
    expect(ann.state).toMatchObject({ fault: null, unsaved: 0 })
  })

  it('[SY9] rights that change hold at once', async () => {
    const ann = server.open('ann')
    await until(ann, ({ mayWrite }) => mayWrite)
    server.setMayWrite(false)
    await until(ann, ({ mayWrite }) => !mayWrite)
    server.setMayWrite(true)
    await until(ann, ({ mayWrite }) => mayWrite)
    expect(ann.state.link).toBe('online')
  })
})

describe('[SY8] a text that was deleted without a connection', () => {
  const long = Array.from({ length: 100 }, (_, at) => `word${at}`).join(' ')

  async function untilText(client: RoomClient, holds: (text: string) => boolean): Promise<void> {
    while (!holds(textOf(client.doc))) await new Promise((resolve) => client.doc.once('update', resolve))
  }

  /** Two who read the same long text; one deletes it while the link is down, writes a little, and comes back. */
  async function comeBackEmpty(): Promise<RoomClient[]> {
    const [ann, ben] = [server.open('ann'), server.open('ben')]
    await until(ann, ({ text }) => text === 'live')
    await until(ben, ({ text }) => text === 'live')
    type(ben, long)
    await untilText(ann, (text) => text === long)
    server.isDown = true
    server.cut()
    await until(ann, ({ link }) => link === 'offline')
    ann.doc.getText('text').delete(1, long.length)
    type(ann, 'mine')
    server.isDown = false
    ben.wake()
    await until(ben, ({ link }) => link === 'online')
    ann.wake()
    await until(ann, ({ link }) => link === 'closed')
    return [ann, ben]
  }

  it('stands for the others until its reader has been asked, and nothing of theirs is lost', async () => {
    const [ann, ben] = (await comeBackEmpty()) as [RoomClient, RoomClient]
    expect(ann.state.fault).toMatchObject({ code: 'wipe', wipe: { removed: 590, of: 590 } })
    expect(statusOf([ann.state], Date.now()).word).toBe('refused')
    expect(textOf(ben.doc)).toBe(long)
    await ann.startAgain()
    const again = server.open('ann')
    await until(again, ({ text }) => text === 'live')
    expect(textOf(again.doc)).toBe(long)
  })

  it('goes for everybody once its reader agrees, also over a link that breaks', async () => {
    const [ann, ben] = (await comeBackEmpty()) as [RoomClient, RoomClient]
    server.journal.hold()
    ann.confirmWipe()
    await until(ann, ({ link }) => link === 'online')
    server.cut()
    await until(ann, ({ link }) => link === 'offline')
    server.journal.release()
    await until(ann, ({ unsaved, link }) => unsaved === 0 && link === 'online')
    await untilText(ben, (text) => text === 'mine')
    expect(ann.state.fault).toBeNull()
  })

  it('is asked about anew when more of it would go than was agreed to', async () => {
    const [ann, ben] = (await comeBackEmpty()) as [RoomClient, RoomClient]
    ann.confirmWipe()
    await until(ann, ({ unsaved }) => unsaved === 0)
    type(ben, long)
    // Which of the two stands first is a matter of their clientIDs.
    await untilText(ann, (text) => text.includes(long))
    server.isDown = true
    server.cut()
    await until(ann, ({ link }) => link === 'offline')
    ann.doc.getText('text').delete(1, ann.doc.getText('text').length - 2)
    server.isDown = false
    ann.wake()
    await until(ann, ({ link }) => link === 'closed')
    expect(ann.state.fault?.code).toBe('wipe')
  })
})

describe('authorship', () => {
  it('names who typed what, on demand, and what comes new', async () => {
    const [ann, ben] = [server.open('ann'), server.open('ben')]
    await until(ann, ({ text }) => text === 'live')
    await until(ben, ({ text }) => text === 'live')
    type(ben, 'before')
    await until(ben, ({ unsaved }) => unsaved === 0)
    expect(ann.authorship.isKnown).toBe(false)
    ann.watchAuthorship(true)
    await until(ann, () => ann.authorship.memberOf(ben.doc.clientID) === 'ben')
    type(ann, 'after')
    await until(ann, () => ann.authorship.memberOf(ann.doc.clientID) === 'ann')
  })
})
