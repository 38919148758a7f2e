import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MeetingId } from '../../shared/ids/ids.ts'
import { Registry } from './registry.ts'
import type { SignInRequest } from './sign-in.ts'
import { testMeeting, testMember } from './testing/meeting.ts'

const M1 = 'm1' as MeetingId
const M2 = 'm2' as MeetingId
const NOW = 1_000
let folder = ''
let registry: Registry
let told: string[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minuta-registry-'))
  registry = await Registry.open(folder)
  await registry.addMeeting('m1', testMeeting(), [
    testMember('ann'),
    testMember('ben', { role: 'observer' }),
    testMember('chair', { role: 'chair' }),
  ])
  await registry.addMeeting('m2', testMeeting(), [testMember('ann', { meeting: 'm2' })])
  told = []
  registry.onChange((meeting) => told.push(meeting))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const invite = (meeting: string, member: string, uses = 1): Promise<string> =>
  registry.invite(meeting, member, { uses, ends: NOW + 1_000, now: NOW })

async function enter(token: string, more: Partial<SignInRequest> = {}): Promise<string> {
  const signedIn = await registry.signIn({ token, now: NOW, ...more })
  if (typeof signedIn === 'string') throw new Error(signedIn)
  return signedIn.signIn
}

/** Each write makes a new file and renames it. */
const fileOnDisk = (): bigint => statSync(join(folder, 'registry', 'registry.json'), { bigint: true }).ctimeNs

describe('a new membership in a browser that is signed in', () => {
  it('gets a new token; the other memberships move over and the old token ends', async () => {
    const first = await enter(await invite('m1', 'ann'))
    const second = await enter(await invite('m2', 'ann'), { current: first })
    expect(second).not.toBe(first)
    expect(registry.memberships(first)).toEqual([])
    expect(registry.memberships(second).map(({ meeting }) => meeting)).toEqual(['m1', 'm2'])
  })

  it('is not had by whoever planted the sign-in that the browser came with', async () => {
    const planted = await enter(await invite('m1', 'ben'))
    const own = await enter(await invite('m1', 'ann'), { current: planted, replace: true })
    expect(registry.principal(planted, M1)).toBeNull()
    expect(registry.principal(own, M1)?.member).toBe('ann')
  })

  it('has the sockets of the old token judged again, in every meeting of it', async () => {
    const first = await enter(await invite('m1', 'ann'))
    told = []
    await enter(await invite('m2', 'ann'), { current: first })
    expect(told).toEqual(['m1'])
  })
})

describe('a sign-in that changes nothing', () => {
  it('keeps its token, writes nothing and tells nobody', async () => {
    const token = await invite('m1', 'ann')
    const signIn = await enter(token)
    const before = fileOnDisk()
    told = []
    expect(await enter(token, { current: signIn })).toBe(signIn)
    expect(await registry.signIn({ token, now: NOW })).toBe('invitation-used')
    await registry.signOut('x'.repeat(43))
    await registry.setPhase(M1, 'in-session')
    await registry.changeMember(M1, 'ann', { role: 'rapporteur' })
    expect([fileOnDisk(), told]).toEqual([before, []])
  })

  it('of a member under the same name tells nobody, under another name it does', async () => {
    await enter(await invite('m1', 'ann'), { name: 'ann' })
    expect(told).toEqual([])
    await enter(await invite('m1', 'ann'), { name: 'A. Kaya' })
    expect(told).toEqual(['m1'])
  })
})

it('a name is chosen at the first use of an invitation and not at a later one', async () => {
  const token = await invite('m1', 'ann', 3)
  const first = await enter(token, { name: 'A. Kaya' })
  await enter(token, { name: 'Somebody Else' })
  await enter(token, { name: 'Somebody Else', current: first })
  expect(registry.member('m1', 'ann')?.name).toBe('A. Kaya')
})

describe('a member who becomes chair', () => {
  it('loses the links that were made before, those of others stand', async () => {
    const [bens, anns] = [await invite('m1', 'ben', 2), await invite('m1', 'ann')]
    await registry.changeMember(M1, 'ben', { role: 'chair' })
    expect(registry.invitation(bens, NOW)).toBe('invitation-unknown')
    expect(registry.invitation(anns, NOW)).toMatchObject({ member: { id: 'ann' } })
  })

  it('and stays chair keeps the links made since', async () => {
    const token = await invite('m1', 'chair')
    await registry.changeMember(M1, 'chair', { role: 'chair', topics: [] })
    expect(registry.invitation(token, NOW)).toMatchObject({ member: { id: 'chair' } })
  })
})

it('a member who is signed out is out in every browser, of this meeting only', async () => {
  const laptop = await enter(await invite('m2', 'ann'), {
    current: await enter(await invite('m1', 'ann')),
  })
  const phone = await enter(await invite('m1', 'ann'))
  const other = await enter(await invite('m1', 'ben'))
  told = []
  await registry.endSignIns(M1, 'ann')
  expect([registry.principal(laptop, M1), registry.memberships(phone)]).toEqual([null, []])
  expect(registry.principal(laptop, M2)?.member).toBe('ann')
  expect(registry.principal(other, M1)?.member).toBe('ben')
  expect(told).toEqual(['m1'])
  const again = await Registry.open(folder)
  expect(again.principal(laptop, M1)).toBeNull()
})

it('names of Object’s own are no meetings', async () => {
  await registry.addMeeting('constructor', testMeeting(), [testMember('ann', { meeting: 'constructor' })])
  expect(registry.meeting('toString')).toBeNull()
  const signIn = await enter(await invite('m1', 'ann'))
  expect(registry.principal(signIn, 'constructor' as MeetingId)).toBeNull()
  expect(await enter(await invite('constructor', 'ann'), { current: signIn })).not.toBe(signIn)
})
