import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CheckRoom, NAMES, type Name, told } from './testing/check-room.ts'

let room: CheckRoom

beforeEach(async () => {
  room = new CheckRoom()
  await room.say(['Shelters need money.', 'And staff.'])
})

afterEach(() => room.server.close())

const confirm = async (name: Name, mechanism = 'nld', lead = 'a', hash?: string): Promise<string> =>
  told(room.checks.confirm(room.sender(name), 't1', { lead, mechanism, hash: hash ?? (await room.hash()) }))

describe('a confirmation', () => {
  it('is kept with who gave it and the hash of its words, not the words', async () => {
    const hash = await room.hash()
    expect(await confirm('kim')).toBe('done')
    expect([...(await room.check())]).toEqual([
      ['a/nld', { at: expect.any(Number), by: 'kim', onBehalf: false, hash }],
    ])
  })

  it('[PE2] is the mechanism’s own to give, and the chair’s on behalf; nobody else’s', async () => {
    const answers: string[] = []
    for (const name of NAMES) answers.push(`${name} ${await confirm(name)}`)
    expect(answers).toEqual([
      'eve done',
      'ann forbidden',
      'ben forbidden',
      'kim done',
      'luc forbidden',
      'olga forbidden',
    ])
    expect((await room.check()).get('a/nld')).toMatchObject({ by: 'eve', onBehalf: true })
  })

  it('on words that have changed is refused, and says so', async () => {
    const hash = await room.hash()
    await room.rewrite('money', 'funds')
    expect(await confirm('kim', 'nld', 'a', hash)).toBe('text-changed')
    expect((await room.check()).size).toBe(0)
  })

  it('is of an intervention that the mechanism spoke, alone or with others', async () => {
    expect(await confirm('luc', 'fra', 'a')).toBe('not-found')
    expect(await confirm('kim', 'nld', 'b')).toBe('not-found')
    expect(await confirm('eve', 'xyz', 'a')).toBe('not-found')
    await room.say(['Together.'], 'm:fra,m:nld')
    expect(await confirm('luc', 'fra')).toBe('done')
    expect(await confirm('kim')).toBe('done')
    expect([...(await room.check()).keys()].sort()).toEqual(['a/fra', 'a/nld'])
  })

  it('[PE1] waits for a phase in which text is open', async () => {
    room.phase = 'silence'
    expect(await confirm('kim')).toBe('forbidden')
  })

  it('[PE3] needs the right to read the notes', async () => {
    room.readers = 'drafting'
    expect(await confirm('kim')).toBe('forbidden')
    const { sender, checks } = room
    const body = { lead: 'a', mechanism: 'nld', hash: await room.hash() }
    expect(await told(checks.confirm(sender.call(room, 'kim'), 't9', body))).toBe('not-found')
  })

  it('that is sent again under its key is given once, also when its text has changed since', async () => {
    const body = { lead: 'a', mechanism: 'nld', hash: await room.hash() }
    await room.checks.confirm(room.sender('kim', 'same'), 't1', body)
    const [before] = await room.check()
    await room.rewrite('money', 'funds')
    expect(await told(room.checks.confirm(room.sender('kim', 'same'), 't1', body))).toBe('done')
    expect([...(await room.check())]).toEqual([before])
  })

  it('is taken back by whoever may give it', async () => {
    await confirm('kim')
    const back = (name: Name) => told(room.checks.takeBack(room.sender(name), 't1', 'a', 'nld'))
    for (const name of ['luc', 'ann', 'olga'] as const) expect(await back(name)).toBe('forbidden')
    await room.rewrite('money', 'funds')
    expect(await back('kim')).toBe('done')
    expect((await room.check()).size).toBe(0)
    expect(await back('kim')).toBe('done')
  })
})
