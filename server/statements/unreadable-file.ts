import type { Unreadable } from '../../shared/statements/statement.ts'

/** A file that can't be read as a statement, and why. */
export class UnreadableFile extends Error {
  readonly reason: Unreadable

  constructor(reason: Unreadable) {
    super(`The file can't be read: ${reason}.`)
    this.name = 'UnreadableFile'
    this.reason = reason
  }
}
