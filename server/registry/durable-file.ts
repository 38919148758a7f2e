import { copyFile, mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import { type ZodType, z } from 'zod'

/** A registry file that can't be read, or is damaged together with its last good copy: says what to do. */
export class DamagedFile extends Error {}

/**
 * A lowdb adapter that survives a crash (JR6): writes beside, syncs, keeps the last good copy, renames, syncs the
 * folder. A damaged file is read from the copy. What is read is checked against `shape`.
 */
export class DurableFile<T> implements Adapter<T> {
  readonly #path: string
  readonly #shape: ZodType<T>
  readonly #onCopyRead: (path: string) => void

  constructor(path: string, shape: ZodType<T>, onCopyRead: (path: string) => void = () => {}) {
    this.#path = path
    this.#shape = shape
    this.#onCopyRead = onCopyRead
  }

  async read(): Promise<T | null> {
    const own = await this.#parse(this.#path)
    if (own.state === 'good') return own.value
    const copy = await this.#parse(this.#copyPath)
    if (own.state === 'absent' && copy.state === 'absent') return null
    if (copy.state !== 'good')
      throw new DamagedFile(`${this.#path} and its copy are damaged. Restore the data folder from a backup.`)
    this.#onCopyRead(this.#path)
    return copy.value
  }

  async write(value: T): Promise<void> {
    const folder = dirname(this.#path)
    await mkdir(folder, { recursive: true })
    const beside = `${this.#path}.new`
    const file = await open(beside, 'w', 0o600)
    try {
      await file.writeFile(JSON.stringify(value))
      await file.sync()
    } finally {
      await file.close()
    }
    if ((await this.#parse(this.#path)).state === 'good') await this.#keepCopy()
    await rename(beside, this.#path)
    // The rename itself is only safe when the folder is on disk.
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  }

  async #keepCopy(): Promise<void> {
    const beside = `${this.#copyPath}.new`
    await copyFile(this.#path, beside)
    const file = await open(beside, 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, this.#copyPath)
  }

  get #copyPath(): string {
    return `${this.#path}.last`
  }

  async #parse(path: string): Promise<{ state: 'good'; value: T } | { state: 'damaged' | 'absent' }> {
    let text: string
    try {
      text = await readFile(path, 'utf8')
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ENOENT') return { state: 'absent' }
      // Not the copy then: an older truth must not come back because of a right that is missing.
      throw new DamagedFile(
        `${path} can't be read (${code}). Give this account the right to read it, or restore the data folder from a backup.`,
        { cause: error },
      )
    }
    try {
      return { state: 'good', value: this.#shape.parse(JSON.parse(text)) }
    } catch (error) {
      if (error instanceof z.ZodError || error instanceof SyntaxError) return { state: 'damaged' }
      throw error
    }
  }
}
