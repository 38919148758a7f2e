import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import type { LateWordsFact } from '../../shared/meeting/facts.ts'
import type { WaitingWords } from '../../shared/meeting/late-words.ts'
import { readFacts } from '../../shared/meeting/read-ledger.ts'
import { SYNC, syncFrame } from '../../shared/protocol/messages.ts'
import { type TestCaller, TestServer } from '../testing/running.ts'
import { SyncClient } from '../testing/sync-client.ts'

const server = new TestServer()
const M = '/meetings/berlin-2013'
const ROOM = 'm/berlin-2013/notes/t2'
let chair: TestCaller
let rapporteur: TestCaller

beforeAll(async () => {
  await server.start()
  chair = await server.signIn(server.chairLink)
  rapporteur = await server.signInMember(chair, 'l-moreau')
})

afterAll(() => server.close())

async function open(caller: TestCaller, doc?: Y.Doc): Promise<SyncClient> {
  const client = new SyncClient(server.origin, caller, ROOM, doc)
  await expect.poll(() => client.isSynced).toBe(true)
  return client
}

async function waiting(): Promise<WaitingWords[]> {
  const { body } = await chair.get(`${M}/late-words`)
  return (body as { lateWords: WaitingWords[] }).lateWords
}

/** Writes while no one hears it, and comes back after the chair has changed the phase. */
async function writeTooLate(words: string): Promise<SyncClient> {
  const before = await open(rapporteur)
  before.close()
  await expect.poll(() => before.closedWith).not.toBeNull()
  before.type(words)
  await chair.patch(M, { phase: 'silence' })
  const late = new SyncClient(server.origin, rapporteur, ROOM, before.doc)
  await expect.poll(() => late.closedWith).toBe(4409)
  expect(late.refused).toMatchObject([{ code: 'read-only', late: true }])
  return late
}

async function standing(): Promise<string> {
  const reader = await open(chair)
  reader.close()
  return reader.doc.getText('text').toString()
}

describe('[SY11] words that came after the phase had closed', () => {
  it('are kept, stand nowhere, and are admitted by the chair as their author’s', async () => {
    await writeTooLate('An hour of notes. ')
    expect(await standing()).not.toContain('An hour of notes.')
    const [late] = await waiting()
    expect(late).toMatchObject({ room: 'notes/t2', member: 'l-moreau', words: 'An hour of notes. ' })
    await chair.post(`${M}/late-words/${late?.id}/admit`)
    expect(await standing()).toContain('An hour of notes.')
    expect(await waiting()).toEqual([])
    const { body } = await chair.get(`${M}/rooms/notes%2Ft2/authorship`)
    const members = (body as { bindings: { member: string }[] }).bindings.map(({ member }) => member)
    expect(new Set(members)).toEqual(new Set(['l-moreau']))
    await chair.patch(M, { phase: 'in-session' })
  })

  it('are kept once, however often they are sent, and also over a restart', async () => {
    const late = await writeTooLate('Sent twice. ')
    const again = new SyncClient(server.origin, rapporteur, ROOM, late.doc)
    await expect.poll(() => again.closedWith).toBe(4409)
    expect(await waiting()).toHaveLength(1)
    await server.restart()
    const [words] = await waiting()
    const taken = await chair.post(`${M}/late-words/${words?.id}/take`)
    expect(taken.body).toEqual({ words: 'Sent twice. ' })
    expect(await standing()).not.toContain('Sent twice.')
    expect((await chair.post(`${M}/late-words/${words?.id}/drop`)).status).toBe(404)
    await chair.patch(M, { phase: 'in-session' })
  })

  it('of somebody who never may write are refused, not kept', async () => {
    const observer = await server.signInMember(chair, 'k-lind')
    const reader = await open(observer)
    reader.type('Smuggled.')
    await expect.poll(() => reader.closedWith).toBe(4409)
    expect(reader.refused).toMatchObject([{ code: 'read-only' }])
    expect(reader.refused[0]?.late).toBeUndefined()
    expect(await waiting()).toEqual([])
  })

  it('followed by garbage end nothing but their sender', async () => {
    await chair.patch(M, { phase: 'silence' })
    const sender = await open(rapporteur)
    sender.type('Valid. ')
    sender.send(syncFrame(SYNC.update, Uint8Array.of(1, 1, 99)))
    await expect.poll(() => sender.closedWith).toBe(4409)
    expect((await chair.get(`${M}/late-words`)).status).toBe(200)
    for (const { id } of await waiting()) await chair.post(`${M}/late-words/${id}/drop`)
    await chair.patch(M, { phase: 'in-session' })
  })

  it('of several frames are one, also when the disk is slow', async () => {
    await chair.patch(M, { phase: 'silence' })
    const sender = await open(rapporteur)
    for (const word of ['third ', 'second ', 'first ']) sender.type(word)
    await expect.poll(() => sender.closedWith).toBe(4409)
    const [only, ...more] = await waiting()
    expect(more).toEqual([])
    expect(only?.words.split(' ').sort().join(' ').trim()).toBe('first second third')
    await chair.post(`${M}/late-words/${only?.id}/drop`)
    await chair.patch(M, { phase: 'in-session' })
  })

  it('of one member are bounded, whatever the number of connections', async () => {
    await chair.patch(M, { phase: 'silence' })
    for (let attempt = 0; attempt < 25; attempt++) {
      const sender = await open(rapporteur)
      sender.type(`Attempt ${attempt}. `)
      await expect.poll(() => sender.closedWith).toBe(4409)
      expect(sender.refused[0]?.late ?? false).toBe(attempt < 20)
    }
    const kept = await waiting()
    expect(kept).toHaveLength(20)
    for (const { id } of kept) await chair.post(`${M}/late-words/${id}/drop`)
    await chair.patch(M, { phase: 'in-session' })
  })

  it('[JR7] are decided about once: the same key gives the same text, another is told so', async () => {
    await writeTooLate('Once. ')
    const [words] = await waiting()
    const key = chair.newKey()
    const path = `${M}/late-words/${words?.id}`
    const both = await Promise.all([chair.post(`${path}/take`, {}, key), chair.post(`${path}/drop`)])
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
    // An answer that was lost on its way is given again.
    if (both[0]?.status === 200) expect(await chair.post(`${path}/take`, {}, key)).toEqual(both[0])
    expect((await chair.post(`${path}/admit`)).status).toBe(404)
    expect(await standing()).not.toContain('Once.')
    await chair.patch(M, { phase: 'in-session' })
  })

  it('are told of in the ledger when they come and when they are decided about, without a word of them', async () => {
    const ledger = new SyncClient(server.origin, rapporteur, 'm/berlin-2013/ledger')
    await expect.poll(() => ledger.isSynced).toBe(true)
    const told = (): LateWordsFact | undefined => readFacts(ledger.doc, 'lateWords').get('lateWords')
    const before = told()?.changes ?? 0
    await writeTooLate('Not for the ledger. ')
    await expect.poll(() => told()).toEqual({ changes: before + 1 })
    const [words] = await waiting()
    await chair.post(`${M}/late-words/${words?.id}/drop`)
    await expect.poll(() => told()).toEqual({ changes: before + 2 })
    await chair.patch(M, { phase: 'in-session' })
  })

  it('are shown to the chair alone', async () => {
    expect((await rapporteur.get(`${M}/late-words`)).status).toBe(403)
    expect((await rapporteur.post(`${M}/late-words/x/admit`)).status).toBe(403)
  })
})

describe('[SY9] a role that is lowered in mid-sentence', () => {
  it('is told at once; what was sent before stands, what comes after waits for the chair', async () => {
    const petrov = await server.signInMember(chair, 's-petrov')
    const client = new SyncClient(server.origin, petrov, 'm/berlin-2013/notes/t5')
    await expect.poll(() => client.isSynced).toBe(true)
    client.type('In time. ')
    await expect.poll(() => client.stored).toBeGreaterThan(0)
    await chair.patch(`${M}/members/s-petrov`, { role: 'observer', topics: [] })
    await expect.poll(() => client.hellos.map(({ mayWrite }) => mayWrite)).toEqual([true, false])
    client.type('Too late. ')
    await expect.poll(() => client.closedWith).toBe(4409)
    expect(client.refused).toMatchObject([{ late: true }])
    expect((await waiting()).map(({ words }) => words)).toEqual(['Too late. '])
  })
})
