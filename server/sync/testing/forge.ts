import * as encoding from 'lib0/encoding'

// Writes Yjs updates (format V1) byte by byte, so that a test can say what Yjs would never write.
//   forge().from(10, 0, item({ origin: [1, 7] }, text('x'))).deletes(1, [3, 2]).bytes()

/** A client and a clock. */
export type At = readonly [client: number, clock: number]

/** Where an item says that it stands. With an origin or a right origin, Yjs reads no parent. */
export interface ForgedPlace {
  readonly origin?: At
  readonly right?: At
  /** The name of a root, or the item that holds a nested type. */
  readonly parent?: string | At
  readonly key?: string
}

/** The number by which Yjs knows a kind of content, and its bytes. */
export interface ForgedContent {
  readonly ref: number
  readonly write: Write
}

type Write = (encoder: encoding.Encoder) => void

const HAS_ORIGIN = 0x80
const HAS_RIGHT = 0x40
const HAS_KEY = 0x20

export const text = (value: string) => content(4, (encoder) => encoding.writeVarString(encoder, value))
export const embed = (value: unknown) => embedJson(JSON.stringify(value))
export const embedJson = (json: string) => content(5, (encoder) => encoding.writeVarString(encoder, json))
export const format = (key: string, value: unknown) =>
  content(6, (encoder) => {
    encoding.writeVarString(encoder, key)
    encoding.writeVarString(encoder, JSON.stringify(value))
  })
export const any = (...values: unknown[]) =>
  content(8, (encoder) => {
    encoding.writeVarUint(encoder, values.length)
    for (const value of values) encoding.writeAny(encoder, value as string)
  })
export const json = (...values: unknown[]) =>
  content(2, (encoder) => {
    encoding.writeVarUint(encoder, values.length)
    for (const value of values) encoding.writeVarString(encoder, JSON.stringify(value))
  })
export const binary = (...bytes: number[]) =>
  content(3, (encoder) => encoding.writeVarUint8Array(encoder, Uint8Array.from(bytes)))
export const gone = (length: number) => content(1, (encoder) => encoding.writeVarUint(encoder, length))
export const subdocument = () =>
  content(9, (encoder) => {
    encoding.writeVarString(encoder, 'guid')
    encoding.writeAny(encoder, {})
  })

const TYPES = ['array', 'map', 'text', 'xml-element', 'xml-fragment', 'xml-hook', 'xml-text'] as const

/** A nested type, as Yjs numbers them. */
export function type(name: (typeof TYPES)[number]): ForgedContent {
  return content(7, (encoder) => {
    encoding.writeVarUint(encoder, TYPES.indexOf(name))
    if (name === 'xml-element' || name === 'xml-hook') encoding.writeVarString(encoder, 'p')
  })
}

/** An item with content. */
export function item(place: ForgedPlace, { ref, write }: ForgedContent): Write {
  const { origin, right, parent, key } = place
  const isNeighboured = origin !== undefined || right !== undefined
  return (encoder) => {
    const flags =
      (origin ? HAS_ORIGIN : 0) |
      (right ? HAS_RIGHT : 0) |
      (key !== undefined && !isNeighboured ? HAS_KEY : 0)
    encoding.writeUint8(encoder, flags | ref)
    if (origin !== undefined) writeAt(encoder, origin)
    if (right !== undefined) writeAt(encoder, right)
    if (!isNeighboured) {
      encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
      if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
      else writeAt(encoder, parent ?? [0, 0])
      if (key !== undefined) encoding.writeVarString(encoder, key)
    }
    write(encoder)
  }
}

/** What Yjs leaves of collected content. */
export function collected(length: number): Write {
  return bytes(0, length)
}

/** A hole in a merged update. */
export function skip(length: number): Write {
  return bytes(10, length)
}

/** Numbers as they are, each as Yjs's varUint. */
export function bytes(...numbers: number[]): Write {
  return (encoder) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number)
  }
}

/** A varUint of 1000 zero groups: lib0 0.2 reads NaN. */
export function overlong(): Write {
  return (encoder) => {
    for (let group = 0; group < 1000; group++) encoding.writeUint8(encoder, 0x80)
    encoding.writeUint8(encoder, 0)
  }
}

/** Starts an update. */
export function forge(): Forge {
  return new Forge()
}

class Forge {
  readonly #sections: Write[] = []
  readonly #deletes: Write[] = []

  /** Adds a client's structs from a clock on. */
  from(client: number, clock: number, ...structs: Write[]): this {
    return this.all(client, clock, structs)
  }

  /** Adds a client's structs from a clock on, also more of them than a call may have arguments. */
  all(client: number, clock: number, structs: readonly Write[]): this {
    return this.section(bytes(structs.length, client, clock), (encoder) => {
      for (const struct of structs) struct(encoder)
    })
  }

  /** Adds a section of any bytes. */
  section(...parts: Write[]): this {
    this.#sections.push((encoder) => {
      for (const part of parts) part(encoder)
    })
    return this
  }

  /** Adds ranges of a client that are deleted. */
  deletes(client: number, ...ranges: (readonly [clock: number, length: number])[]): this {
    this.#deletes.push((encoder) => {
      bytes(client, ranges.length)(encoder)
      for (const range of ranges) bytes(...range)(encoder)
    })
    return this
  }

  bytes(): Uint8Array {
    const encoder = encoding.createEncoder()
    for (const parts of [this.#sections, this.#deletes]) {
      encoding.writeVarUint(encoder, parts.length)
      for (const part of parts) part(encoder)
    }
    return encoding.toUint8Array(encoder)
  }
}

function content(ref: number, write: Write): ForgedContent {
  return { ref, write }
}

function writeAt(encoder: encoding.Encoder, [client, clock]: At): void {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}
