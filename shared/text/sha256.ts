const BLOCK = 64
/** What closes a message: one bit that is set, and its length in bits as 64 bits. */
const LEAST_CLOSING = 9

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
const ROUND = Int32Array.from(firstPrimes(64), (prime) => fraction(Math.cbrt(prime)))
/** The same of the square roots of the first eight (5.3.3). */
const START = Int32Array.from(firstPrimes(8), (prime) => fraction(Math.sqrt(prime)))

const ENCODER = new TextEncoder()
// Used again for every text: making them for each would cost as much as the hash.
const schedule = new Int32Array(64)
const state = new Int32Array(8)
const scratch = new Uint8Array(256 * BLOCK)

/**
 * Gives the eight 32-bit words of the SHA-256 of a text in UTF-8; the next call writes over them. In plain code, since
 * it is asked at once for thousands of short texts, in browsers and on the server alike.
 */
export function sha256(text: string): Int32Array {
  // A UTF-16 unit takes three bytes at most.
  const most = text.length * 3 + 2 * BLOCK
  const bytes = most <= scratch.length ? scratch : new Uint8Array(most)
  const length = ENCODER.encodeInto(text, bytes).written
  const closed = Math.ceil((length + LEAST_CLOSING) / BLOCK) * BLOCK
  bytes.fill(0, length, closed)
  bytes[length] = 0x80
  let bits = length * 8
  for (let at = closed - 1; bits > 0; at--) {
    bytes[at] = bits & 0xff
    bits = Math.floor(bits / 0x100)
  }
  state.set(START)
  for (let at = 0; at < closed; at += BLOCK) addBlock(bytes, at)
  return state
}

function addBlock(bytes: Uint8Array, from: number): void {
  const w = schedule
  for (let t = 0, at = from; t < 16; t++, at += 4)
    w[t] =
      ((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number)
  for (let t = 16; t < 64; t++) {
    const x = w[t - 15] as number
    const y = w[t - 2] as number
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    w[t] = ((w[t - 16] as number) + s0 + (w[t - 7] as number) + s1) | 0
  }
  addRounds(w, ROUND, state)
}

function addRounds(w: Int32Array, k: Int32Array, state: Int32Array): void {
  let a = state[0] as number
  let b = state[1] as number
  let c = state[2] as number
  let d = state[3] as number
  let e = state[4] as number
  let f = state[5] as number
  let g = state[6] as number
  let h = state[7] as number
  for (let t = 0; t < 64; t++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + (g ^ (e & (f ^ g))) + (k[t] as number) + (w[t] as number)) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) | (c & (a | b)))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0] = (state[0] as number) + a
  state[1] = (state[1] as number) + b
  state[2] = (state[2] as number) + c
  state[3] = (state[3] as number) + d
  state[4] = (state[4] as number) + e
  state[5] = (state[5] as number) + f
  state[6] = (state[6] as number) + g
  state[7] = (state[7] as number) + h
}

function fraction(root: number): number {
  return Math.floor((root % 1) * 2 ** 32)
}

function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let number = 2; primes.length < count; number++)
    if (primes.every((prime) => number % prime !== 0)) primes.push(number)
  return primes
}
