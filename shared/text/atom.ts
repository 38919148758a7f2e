/** An inline atom: an immutable object that stands in the text as one unit, told apart by `t` (format.md). */
export interface Atom {
  readonly t: string
  readonly [key: string]: unknown
}

/** The zero-width embed that closes a block. It is never shown and never deleted (TX1). */
export const END: Atom = Object.freeze({ t: 'end' })

/** Tells whether an embedded value is a block's end. */
export function isEndAtom(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as { t?: unknown }).t === 'end'
}

/** Gives any embedded value the shape of an atom, so that a foreign one is shown and kept (TX6). */
export function asAtom(value: unknown): Atom {
  if (typeof value === 'object' && value !== null && typeof (value as Atom).t === 'string')
    return value as Atom
  return { t: 'unknown', value }
}
