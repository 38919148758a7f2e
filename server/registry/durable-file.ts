import { dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import { type ZodType, z } from 'zod'
import type { FileSystem } from './file-system.ts'

/** A registry file that can't be read, nor its last good copy: the operator has to act. */
export class DamagedFile extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'DamagedFile'
  }
}

/** How a file is read, and what to tell when the copy had to stand in for it. */
export interface DurableFileParts<T> {
  readonly disk: FileSystem
  readonly path: string
  /** Everything read is checked against it; what it gives is what is kept. */
  readonly shape: ZodType<T>
  readonly onCopyRead: (path: string) => void
}

type Found<T> = { readonly state: 'good'; readonly value: T } | { readonly state: 'damaged' | 'absent' }

/** The format this build writes; a file of a later one is refused, not read as damaged. */
const FORMAT = 1
const anyFormat = z.object({ format: z.number().int().min(1) })

/**
 * A lowdb adapter that survives a crash at any instant (JR6): the old state stands or the new one, never nothing.
 * lowdb's own is atomic but never syncs. Invariants:
 * 1. `path` is only ever replaced by a file whose content is on disk.
 * 2. `.last` is only ever replaced by a file that was read or written whole: damage never reaches it.
 * 3. What a resolved `write` wrote is what every later `read` gives, whatever crashes.
 */
export class DurableFile<T> implements Adapter<T> {
  readonly #parts: DurableFileParts<T>
  #own: Found<T>['state'] = 'absent'

  constructor(parts: DurableFileParts<T>) {
    this.#parts = parts
  }

  /** Gives what was written last; null when nothing was. Rejects with DamagedFile. */
  async read(): Promise<T | null> {
    const { path, onCopyRead } = this.#parts
    const own = await this.#parse(path)
    this.#own = own.state
    if (own.state === 'good') return own.value
    const copy = await this.#parse(`${path}.last`)
    if (copy.state === 'good') {
      onCopyRead(path)
      return copy.value
    }
    if (own.state === 'absent' && copy.state === 'absent') return null
    throw new DamagedFile(
      `Minuta can't read ${path}, nor the copy beside it.\n` +
        '  Restore the data folder from a backup, or ask for help before you remove anything.',
    )
  }

  /** Resolves when the value is on disk. A rejected write leaves the old value, or rarely the new one. */
  async write(value: T): Promise<void> {
    const { disk, path } = this.#parts
    const folder = dirname(path)
    await disk.makeFolder(folder)
    await disk.writeSynced(`${path}.new`, JSON.stringify(value))
    // A crash between the two renames leaves no file at `path`; the copy is the old state then. A damaged file is
    // laid aside instead, or it would take the place of the only good one.
    if (this.#own !== 'absent') {
      await disk.rename(path, this.#own === 'good' ? `${path}.last` : `${path}.damaged`)
      this.#own = 'absent'
    }
    await disk.rename(`${path}.new`, path)
    this.#own = 'good'
    await disk.syncFolder(folder)
  }

  async #parse(path: string): Promise<Found<T>> {
    const text = await this.#parts.disk.read(path)
    if (text === null) return { state: 'absent' }
    try {
      const json: unknown = JSON.parse(text)
      if (anyFormat.parse(json).format > FORMAT) {
        throw new DamagedFile(`${path} was written by a newer Minuta.\n  Start that version, or a newer one.`)
      }
      return { state: 'good', value: this.#parts.shape.parse(json) }
    } catch (error) {
      if (error instanceof z.ZodError || error instanceof SyntaxError) return { state: 'damaged' }
      throw error
    }
  }
}
