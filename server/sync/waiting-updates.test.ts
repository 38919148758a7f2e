import { expect, it } from 'vitest'
import type { MemberId } from '../../shared/ids/ids.ts'
import { MAX_WAITING_BYTES, WAITING_UPDATE_BYTES } from '../../shared/limits/sync-limits.ts'
import type { Participant } from './participant.ts'
import { WaitingUpdates } from './waiting-updates.ts'

const LARGE = new Uint8Array(MAX_WAITING_BYTES / 4)

function connectionOf(member: string): Participant {
  return { member: { id: member as MemberId } } as Participant
}

function received(from: Participant, update = Uint8Array.of(1)) {
  return { from, update, count: 1, isAnswer: false }
}

it('[SY7] what waits for the disk is bounded for each member, over all their connections, also those that are gone', () => {
  const waiting = new WaitingUpdates()
  for (let tab = 0; tab < 3; tab++) expect(waiting.add(received(connectionOf('ann'), LARGE))).toBe(true)
  expect(waiting.add(received(connectionOf('ann'), LARGE))).toBe(false)
  expect(waiting.add(received(connectionOf('ben'), LARGE))).toBe(true)
  expect(waiting.takeAll()).toHaveLength(4)
  expect(waiting.add(received(connectionOf('ann'), LARGE))).toBe(true)
})

it('[SY7] many small updates count with what they take beside their bytes', () => {
  const waiting = new WaitingUpdates()
  const ann = connectionOf('ann')
  while (waiting.add(received(ann)));
  expect(waiting.length).toBe(Math.floor(MAX_WAITING_BYTES / (WAITING_UPDATE_BYTES + 1)))
  expect([waiting.has(ann), waiting.has(connectionOf('ben'))]).toEqual([true, false])
})
