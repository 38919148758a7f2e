import { expect, it } from 'vitest'
import { parseRoomName } from '../../../shared/ids/ids.ts'
import { roomName } from './bench-meetings.ts'

it('two thousand rooms have two thousand names that Minuta knows as notes', () => {
  const names = Array.from({ length: 2000 }, (_, index) => roomName(index))
  expect(new Set(names).size).toBe(2000)
  expect(names.every((name) => parseRoomName(name)?.parts.kind === 'notes')).toBe(true)
})
