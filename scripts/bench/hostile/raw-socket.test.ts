import { expect, it } from 'vitest'
import { frameHead } from './raw-socket.ts'

it('a frame’s head says its length in eight bytes and masks with zero', () => {
  expect([...frameHead(64 * 2 ** 20)]).toEqual([0x82, 0xff, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0])
})
