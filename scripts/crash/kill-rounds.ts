import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Random } from '../fuzz/random.ts'
import { openNotes, synced, textOf, until } from './provider.ts'
import { startServer } from './server-process.ts'
import { makeMeeting } from './testing-meeting.ts'

/** What the kills left behind. */
export interface KillResult {
  readonly rounds: number
  /** Characters that the other client had received. */
  readonly received: number
  readonly missing: readonly string[]
  readonly doubled: readonly string[]
}

/**
 * Kills the real server with SIGKILL at random instants while two people type ten edits a second each; after each
 * start it looks whether anything that one of them had received from the other is missing or stands twice.
 */
export async function killRounds(rounds: number, seed: number): Promise<KillResult> {
  const random = new Random(seed)
  const dataDir = mkdtempSync(join(tmpdir(), 'minuta-kill-'))
  const tokens = await makeMeeting(dataDir)
  let server = await startServer(dataDir)
  const port = Number(new URL(server.url).port)
  const people = [openNotes(server.url, tokens.ann), openNotes(server.url, tokens.ben)]
  await Promise.all(people.map(synced))
  const received = new Set<string>()
  let next = 0x4e00
  for (const { doc } of people) {
    doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== 'typed') for (const char of textOf(doc)) received.add(char)
    })
  }
  const own = new Set<string>()
  const typing = setInterval(() => {
    for (const { doc } of people) {
      const char = String.fromCodePoint(next++)
      own.add(char)
      // One place after the marker: the other's caret is at the same place, as hard as it gets.
      doc.transact(() => doc.getText('text').insert(1, char), 'typed')
    }
  }, 100)
  try {
    for (let round = 0; round < rounds; round++) {
      await wait(random.int(200, 1200))
      server.child.kill('SIGKILL')
      await server.ended
      server = await startServer(dataDir, port)
    }
  } finally {
    clearInterval(typing)
  }
  const fresh = openNotes(server.url, tokens.eve)
  await synced(fresh)
  const all = [...own]
  await until(fresh.doc, () => all.every((char) => textOf(fresh.doc).includes(char)))
  const text = textOf(fresh.doc)
  const missing = [...received].filter((char) => !text.includes(char))
  const doubled = all.filter((char) => text.indexOf(char) !== text.lastIndexOf(char))
  for (const provider of [...people, fresh]) provider.destroy()
  server.child.kill('SIGTERM')
  await server.ended
  rmSync(dataDir, { recursive: true, force: true })
  return { rounds, received: received.size, missing, doubled }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
