import { expect, test } from 'vitest'
import { tokenOf } from './token-of.ts'

const token = 'abcdefghijklmnopqrstuvwx_-01'

test.each([
  [`https://minuta.example/join/${token}`, token],
  [`  minuta.example/join/${token}/ `, token],
  [`http://10.0.0.4:4300/join/${token}?from=mail#x`, token],
  [token, token],
  ['https://minuta.example/join/short', null],
  ['', null],
])('a link pasted as %j opens the invitation %j', (link, read) => {
  expect(tokenOf(link)).toBe(read)
})
