import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { killRounds } from './kill-rounds.ts'
import { openNotes, synced, textOf, until } from './provider.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { makeMeeting } from './testing-meeting.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'minuta-sync-'))
let server: ServerProcess
let tokens: Awaited<ReturnType<typeof makeMeeting>>

beforeAll(async () => {
  tokens = await makeMeeting(dataDir)
  server = await startServer(dataDir)
}, 30_000)

afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.ended
  rmSync(dataDir, { recursive: true, force: true })
})

describe('the built server and y-websocket’s own provider', () => {
  it('two people with a sign-in open a topic’s notes and see each other’s words', async () => {
    const ann = openNotes(server.url, tokens.ann)
    const ben = openNotes(server.url, tokens.ben)
    await Promise.all([synced(ann), synced(ben)])
    expect(ann.doc.getText('text').length).toBe(2)
    ann.doc.getText('text').insert(1, 'Good morning. ')
    ben.doc.getText('text').insert(1, 'Thank you. ')
    await until(ann.doc, () => textOf(ann.doc).includes('Thank you'))
    await until(ben.doc, () => textOf(ben.doc).includes('Good morning'))
    expect(textOf(ann.doc)).toBe(textOf(ben.doc))
    ann.destroy()
    ben.destroy()
  })

  it('[SY4] presence carries the name the server knows, whatever the client says', async () => {
    const ann = openNotes(server.url, tokens.ann)
    const ben = openNotes(server.url, tokens.ben)
    await Promise.all([synced(ann), synced(ben)])
    const seen = new Promise<unknown>((resolve) => {
      ben.awareness.on('change', () => {
        const state = ben.awareness.getStates().get(ann.doc.clientID) as
          | { user?: { name?: string }; page?: string }
          | undefined
        if (state?.page === 'notes/t1') resolve(state.user?.name)
      })
    })
    ann.awareness.setLocalState({ page: 'notes/t1', user: { name: 'The chair' } })
    expect(await seen).toBe('ann')
    ann.destroy()
    ben.destroy()
  })

  it('[SY2] a reader’s words are refused, the socket is closed for good, and the room goes on', async () => {
    const eve = openNotes(server.url, tokens.eve)
    await synced(eve)
    const closed = new Promise<number>((resolve) => {
      eve.on('connection-close', (event) => resolve(event?.code ?? 0))
    })
    eve.doc.getText('text').insert(1, 'forged')
    expect(await closed).toBe(4409)
    eve.destroy()
    const ann = openNotes(server.url, tokens.ann)
    await synced(ann)
    expect(textOf(ann.doc)).not.toContain('forged')
    ann.destroy()
  })

  it('without a sign-in the socket is closed with 4401, which a provider does not try again', async () => {
    const nobody = openNotes(server.url, 'x'.repeat(43))
    const code = await new Promise<number>((resolve) => {
      nobody.on('connection-close', (event) => resolve(event?.code ?? 0))
    })
    expect(code).toBe(4401)
    nobody.destroy()
  })

  it('[SY10] SIGTERM writes what waits and ends with 0; all is there after a start', async () => {
    const ann = openNotes(server.url, tokens.ann)
    await synced(ann)
    ann.doc.getText('text').insert(1, 'Before the stop. ')
    const ben = openNotes(server.url, tokens.ben)
    await until(ben.doc, () => textOf(ben.doc).includes('Before the stop'))
    ann.destroy()
    ben.destroy()
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    server = await startServer(dataDir)
    const again = openNotes(server.url, tokens.eve)
    await synced(again)
    expect(textOf(again.doc)).toContain('Before the stop')
    again.destroy()
  }, 20_000)
})

it('[SY1] five kills with SIGKILL in mid-sentence: nothing received is missing, nothing stands twice (seed 7)', async () => {
  const { received, missing, doubled } = await killRounds(5, 7)
  expect(received).toBeGreaterThan(30)
  expect(missing).toEqual([])
  expect(doubled).toEqual([])
}, 60_000)
