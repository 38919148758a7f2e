import { Low } from 'lowdb'
import { DurableFile, type DurableFileParts } from './durable-file.ts'

/** One value kept in one file. What `current` gives is on disk: a value that could not be written was never there. */
export class DurableRecord<T> {
  readonly #low: Low<T>
  #current: T

  private constructor(low: Low<T>) {
    this.#low = low
    this.#current = low.data
  }

  /** Reads the file; where there is none, the record starts as `initial`, written with its first change. */
  static async open<T>(parts: DurableFileParts<T>, initial: T): Promise<DurableRecord<T>> {
    const low = new Low<T>(new DurableFile(parts), initial)
    await low.read()
    return new DurableRecord(low)
  }

  /** The value on disk. Nobody changes it in place. */
  get current(): Readonly<T> {
    return this.#current
  }

  /** Puts a value in the current one's place once it is on disk. One call at a time. */
  async replace(next: T): Promise<void> {
    this.#low.data = next
    await this.#low.write()
    this.#current = next
  }
}
