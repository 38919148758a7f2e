import { beforeEach, describe, expect, it } from 'vitest'
import { bracketsAskedIn } from '../../shared/draft/asked-for-brackets.ts'
import { testMeeting } from '../registry/testing/meeting.ts'
import { setAlternative } from './alternatives.ts'
import { noteWhoAsked } from './bracket-facts.ts'
import { DRAFT, DRAFTING, SimMeeting } from './testing/sim-meeting.ts'
import { Writer } from './testing/writer.ts'

let meeting: SimMeeting
beforeEach(() => {
  meeting = new SimMeeting()
})

function create(id: string, after: string | null, alternativeOf: string | null = null, section = 't1') {
  const item = { id, type: 'recommendation', section, after, alternativeOf } as const
  return meeting.settled(meeting.items.create(meeting.sender('ann'), item))
}

function move(id: string, section: string, after: string | null) {
  return meeting.settled(meeting.items.move(meeting.sender('ann'), id, { section, after }))
}

function alternative(id: string, of: string | null, by = 'ann') {
  return meeting.settled(setAlternative(meeting.bracketContext(), meeting.sender(by), id, of))
}

async function order(): Promise<string> {
  const items = await meeting.draftItems()
  return items
    .map(
      ({ id, section, alternativeOf }) =>
        `${section}/${id}${alternativeOf === null ? '' : `>${alternativeOf}`}`,
    )
    .join(' ')
}

describe('[AD2] alternatives', () => {
  beforeEach(async () => {
    await create('a', null)
    await create('b', 'a')
    await create('c', 'b')
  })

  it('a new one stands behind the other versions of its recommendation', async () => {
    await create('x', null, 'a')
    await create('y', null, 'x')
    expect(await order()).toBe('t1/a t1/x>a t1/y>a t1/b t1/c')
  })

  it('a recommendation becomes one with its own alternatives, and is one of its own again', async () => {
    await create('x', null, 'c')
    await alternative('c', 'a')
    expect(await order()).toBe('t1/a t1/c>a t1/x>a t1/b')
    await alternative('c', null)
    expect(await order()).toBe('t1/a t1/x>a t1/c t1/b')
  })

  it('goes with its recommendation, and takes its place when that is removed', async () => {
    await alternative('b', 'a')
    await move('a', 't2', null)
    expect(await order()).toBe('t2/a t2/b>a t1/c')
    await meeting.settled(meeting.items.remove(meeting.sender('ann'), 'a'))
    expect(await order()).toBe('t2/b>a t1/c')
    await meeting.settled(meeting.items.restore(meeting.sender('ann'), 'a'))
    expect(await order()).toBe('t2/a t2/b>a t1/c')
  })

  it('moves with the other versions where the first has left the draft', async () => {
    await alternative('b', 'a')
    await meeting.settled(meeting.items.remove(meeting.sender('ann'), 'a'))
    await move('b', 't2', null)
    expect(await order()).toBe('t2/b>a t1/c')
    await move('b', 't1', 'c')
    expect(await order()).toBe('t1/c t1/b>a')
  })

  it('moves among the versions of its recommendation, and nowhere else', async () => {
    await create('x', null, 'a')
    await create('y', null, 'a')
    await move('y', 't1', 'a')
    expect(await order()).toBe('t1/a t1/y>a t1/x>a t1/b t1/c')
    await move('y', 't1', 'x')
    expect(await order()).toBe('t1/a t1/x>a t1/y>a t1/b t1/c')
    await expect(move('y', 't1', 'b')).rejects.toMatchObject({ code: 'conflict' })
    await expect(move('y', 't2', null)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('what is put behind an alternative stands behind all versions', async () => {
    await create('x', null, 'a')
    await create('y', null, 'a')
    await move('c', 't1', 'x')
    expect(await order()).toBe('t1/a t1/x>a t1/y>a t1/c t1/b')
  })

  it('two people who make each the other’s alternative: the first holds, the second is told', async () => {
    const [first, second] = await meeting.settled(
      Promise.allSettled([
        setAlternative(meeting.bracketContext(), meeting.sender('ann'), 'b', 'a'),
        setAlternative(meeting.bracketContext(), meeting.sender('ben'), 'a', 'b'),
      ]),
    )
    expect([first?.status, second?.status]).toEqual(['fulfilled', 'rejected'])
    expect(await order()).toBe('t1/a t1/b>a t1/c')
  })

  it('refuses what is not there, what is no recommendation, itself, and who may not', async () => {
    await meeting.settled(
      meeting.items.create(meeting.sender('ann'), { id: 'h', type: 'heading', section: 't1', after: null }),
    )
    await expect(alternative('b', 'q')).rejects.toMatchObject({ code: 'not-found' })
    await expect(alternative('q', 'a')).rejects.toMatchObject({ code: 'not-found' })
    await expect(alternative('h', 'a')).rejects.toMatchObject({ code: 'conflict' })
    await expect(alternative('a', 'h')).rejects.toMatchObject({ code: 'conflict' })
    await expect(alternative('a', 'a')).rejects.toMatchObject({ code: 'conflict' })
    await expect(alternative('b', 'a', 'paul')).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('[AD2] who asked for brackets', () => {
  async function bracketed(): Promise<void> {
    await create('a', null)
    const ben = await Writer.enter(meeting, 'ben', DRAFT)
    for (const side of ['close', 'open'] as const)
      ben.type(0, 0, 0, { insert: { t: 'bracket', side, id: 'k' }, formats: {} }, 'a')
    await meeting.clock.advance(100)
  }

  function asked(mechanism: string, asks: boolean, bracket = 'k', by = 'ann') {
    const brackets = { item: 'a', bracket }
    return meeting.settled(
      noteWhoAsked(meeting.bracketContext(), meeting.sender(by), brackets, { mechanism, asks }),
    )
  }

  it('is noted in the drafting room alone, one at a time: what others noted stays', async () => {
    await bracketed()
    const [first, second] = ['aut', 'nld']
    const { nld } = testMeeting().mechanisms
    if (nld === undefined) throw new Error('the meeting has no mechanism')
    meeting.meeting = { ...meeting.meeting, mechanisms: { nld, aut: { ...nld, code: 'AUT' } } }
    await Promise.all([asked(second, true), asked(first, true, 'k', 'ben')])
    const facts = bracketsAskedIn(await meeting.doc(DRAFTING))
    expect([...facts.keys()]).toEqual(['k'])
    expect(facts.get('k')?.mechanisms).toEqual([first, second])
    await asked(second, true)
    expect(facts.get('k')).toEqual({
      mechanisms: [first, second],
      by: 'ann',
      at: expect.any(Number) as number,
    })
    await asked(first, false)
    expect(facts.get('k')?.mechanisms).toEqual([second])
    await asked(first, false)
    expect(facts.get('k')?.mechanisms).toEqual([second])
    await asked(second, false)
    expect(facts.size).toBe(0)
  })

  it('refuses brackets that are not there, mechanisms of no meeting, and who is not of the drafting group', async () => {
    await bracketed()
    const [first = ''] = Object.keys(meeting.meeting.mechanisms)
    await expect(asked(first, true, 'q')).rejects.toMatchObject({ code: 'passage-unknown' })
    await expect(asked('nobody', true)).rejects.toMatchObject({ code: 'not-found' })
    await expect(asked(first, true, 'k', 'paul')).rejects.toMatchObject({ code: 'forbidden' })
  })
})
