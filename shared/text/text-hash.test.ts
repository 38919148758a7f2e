import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textHash } from './text-hash.ts'

/** Hashes stand in stored records and travel: they are these characters for ever. */
function expected(text: string): string {
  return createHash('sha256').update(Buffer.from(text, 'utf8')).digest().subarray(0, 16).toString('base64url')
}

it('a hash is the first half of SHA-256 in base64url, at every length and over all borders of its blocks', () => {
  for (let length = 0; length <= 260; length++) {
    const text = 'States should train judges. '.repeat(10).slice(0, length)
    expect(textHash(text), `${length} letters`).toBe(expected(text))
  }
  const long = 'ينبغي للدول 国家应 🙂 '.repeat(20_000)
  expect(textHash(long)).toBe(expected(long))
})

it('a hash is that of any text, lone surrogates as what stands for them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(textHash(text)).toBe(expected(text))
    }),
    { numRuns: 200 },
  )
  expect(textHash('a\ud800b')).toBe(textHash('a\ufffdb'))
})
