import type { Random } from '../random.ts'

/** Bytes at which varUints, flags and counts turn over. */
const EDGES = [0, 1, 2, 7, 9, 10, 31, 32, 63, 64, 127, 128, 129, 254, 255]
/** A varUint of 2^31, of 2^53, of more, and one that lib0 0.2 reads as NaN. */
const NUMBERS = [
  [0x80, 0x80, 0x80, 0x80, 0x08],
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
  [...Array<number>(200).fill(0x80), 0],
]

/** Changes bytes as a broken or hostile sender would: a few at random places. */
export function mutate(random: Random, source: Uint8Array, other: Uint8Array): Uint8Array {
  const bytes = [...source]
  for (let change = random.int(1, 4); change > 0; change--) changeOnce(random, bytes, other)
  return Uint8Array.from(bytes)
}

function changeOnce(random: Random, bytes: number[], other: Uint8Array): void {
  const at = random.int(0, bytes.length)
  const length = random.int(1, 6)
  switch (random.int(0, 7)) {
    case 0:
      bytes[Math.min(at, bytes.length)] = random.int(0, 255)
      break
    case 1:
      bytes[Math.min(at, bytes.length)] = random.pick(EDGES)
      break
    case 2:
      if (at < bytes.length) bytes[at] = ((bytes[at] as number) + random.pick([1, 255, 2, 254])) & 255
      break
    case 3:
      bytes.splice(at, length)
      break
    case 4:
      bytes.splice(at, 0, ...bytes.slice(at, at + length * 3))
      break
    case 5:
      bytes.splice(at, random.int(0, 1), ...random.pick(NUMBERS))
      break
    case 6:
      bytes.splice(at, bytes.length, ...other.subarray(random.int(0, other.length)))
      break
    default:
      bytes.length = at
  }
}

/** Gives bytes that are nothing at all. */
export function noise(random: Random): Uint8Array {
  return Uint8Array.from({ length: random.int(0, 60) }, () =>
    random.chance(0.4) ? random.pick(EDGES) : random.int(0, 255),
  )
}
