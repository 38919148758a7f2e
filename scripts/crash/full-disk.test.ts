import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openNotes, synced, textOf, until } from './provider.ts'
import { startServer } from './server-process.ts'
import { makeMeeting } from './testing-meeting.ts'

/** Mounts a file system of 3 MB; null where that isn't allowed. */
function mountSmall(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'minuta-small-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder])
  if (mounted.status === 0) return folder
  rmSync(folder, { recursive: true })
  return null
}

const small = mountSmall()
if (small === null) console.log('A small file system can’t be mounted here: the full disk is not tried.')

describe.skipIf(small === null)('[SY7] a real small file system', () => {
  it('filled, freed, written to, killed and opened again, it has all that anybody had received', async () => {
    const dataDir = small as string
    const filler = join(dataDir, 'filler')
    try {
      const tokens = await makeMeeting(dataDir)
      let server = await startServer(dataDir)
      const port = Number(new URL(server.url).port)
      const ann = openNotes(server.url, tokens.ann)
      const ben = openNotes(server.url, tokens.ben)
      await Promise.all([synced(ann), synced(ben)])
      ann.doc.getText('text').insert(1, 'Before. ')
      await until(ben.doc, () => textOf(ben.doc).includes('Before.'))
      fill(filler)
      const closed = new Promise<number>((resolve) => {
        ann.on('connection-close', (event) => resolve(event?.code ?? 0))
      })
      const long = 'x'.repeat(40_000)
      ann.doc.getText('text').insert(1, `While full. ${long}`)
      expect(await closed).toBe(4507)
      expect(textOf(ben.doc)).not.toContain('While full.')
      rmSync(filler)
      await until(ben.doc, () => textOf(ben.doc).includes('While full.'))
      server.child.kill('SIGKILL')
      await server.ended
      server = await startServer(dataDir, port)
      const eve = openNotes(server.url, tokens.eve)
      await synced(eve)
      expect(textOf(eve.doc)).toContain('Before.')
      expect(textOf(eve.doc).split('While full.').length).toBe(2)
      for (const provider of [ann, ben, eve]) provider.destroy()
      server.child.kill('SIGTERM')
      await server.ended
    } finally {
      spawnSync('umount', [dataDir])
      rmSync(dataDir, { recursive: true, force: true })
    }
  }, 60_000)
})

/** Writes until nothing more fits. */
function fill(path: string): void {
  const chunk = Buffer.alloc(4096)
  try {
    for (;;) writeFileSync(path, chunk, { flag: 'a' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}
