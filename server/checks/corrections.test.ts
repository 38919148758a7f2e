import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CheckRoom, NAMES, type Name, told } from './testing/check-room.ts'

let room: CheckRoom
let proposed = 0

beforeEach(async () => {
  room = new CheckRoom()
  await room.say(['Some forty shelters need money.', 'And staff.'])
})

afterEach(() => room.server.close())

async function propose(name: Name, text: string, line = 'a', mechanism = 'nld', id = `c${++proposed}`) {
  const body = { id, line, mechanism, hash: await room.lineHash(line), text, note: '' }
  const answer = await told(room.corrections.propose(room.sender(name), 't1', body))
  return { id, answer }
}

const accept = (name: Name, id: string) => told(room.corrections.accept(room.sender(name), 't1', id, ''))
const decline = (name: Name, id: string) =>
  told(room.corrections.decline(room.sender(name), 't1', id, 'It was forty.'))
const withdraw = (name: Name, id: string) => told(room.corrections.withdraw(room.sender(name), 't1', id, ''))

const FIFTY = 'Some fifty shelters need money.'

describe('a correction', () => {
  it('[PE2] is proposed by the mechanism, or the chair on its behalf; by nobody else', async () => {
    const answers: string[] = []
    for (const name of NAMES) answers.push(`${name} ${(await propose(name, FIFTY)).answer}`)
    expect(answers).toEqual([
      'eve done',
      'ann forbidden',
      'ben forbidden',
      'kim done',
      'luc forbidden',
      'olga forbidden',
    ])
  })

  it('keeps the words of the line as the server has them, and what is to stand there', async () => {
    const { id } = await propose('eve', FIFTY)
    expect(await room.correction(id)).toMatchObject({
      lead: 'a',
      line: 'a',
      by: 'eve',
      onBehalf: true,
      before: 'Some forty shelters need money.',
      text: FIFTY,
      state: 'open',
      decided: null,
    })
  })

  it('on words that have changed, on another’s line, under a taken id or of nothing is refused', async () => {
    const hash = await room.lineHash('a')
    await room.rewrite('money', 'funds')
    const body = { id: 'x', line: 'a', mechanism: 'nld', hash, text: FIFTY, note: '' }
    expect(await told(room.corrections.propose(room.sender('kim'), 't1', body))).toBe('text-changed')
    expect((await propose('luc', FIFTY, 'a', 'fra')).answer).toBe('not-found')
    expect((await propose('kim', 'Some forty shelters need funds.')).answer).toBe('bad-request')
    const { id } = await propose('kim', FIFTY)
    expect((await propose('kim', FIFTY, 'a', 'nld', id)).answer).toBe('id-taken')
  })

  it('[PE2] is decided by those who write the notes of this topic', async () => {
    for (const decideBy of [decline, accept]) {
      const { id } = await propose('kim', FIFTY)
      for (const name of ['ben', 'kim', 'luc', 'olga'] as const)
        expect(await decideBy(name, id)).toBe('forbidden')
      expect(await decideBy('ann', id)).toBe('done')
      expect(await decideBy('eve', id)).toBe('conflict')
    }
  })

  it('[PE1] is not decided once the text is closed', async () => {
    const { id } = await propose('kim', FIFTY)
    room.phase = 'silence'
    expect([await accept('eve', id), await decline('eve', id), await withdraw('kim', id)]).toEqual([
      'forbidden',
      'forbidden',
      'forbidden',
    ])
  })

  it('[PE2] is withdrawn by its mechanism', async () => {
    const { id } = await propose('kim', FIFTY)
    for (const name of ['ann', 'luc', 'olga'] as const) expect(await withdraw(name, id)).toBe('forbidden')
    expect(await withdraw('kim', id)).toBe('done')
    expect(await room.correction(id)).toMatchObject({ state: 'withdrawn', decided: { by: 'kim' } })
    expect(await accept('ann', id)).toBe('conflict')
  })

  it('[PE3] needs the right to read the notes', async () => {
    const { id } = await propose('kim', FIFTY)
    room.readers = 'drafting'
    expect((await propose('kim', FIFTY)).answer).toBe('forbidden')
    expect(await withdraw('kim', id)).toBe('forbidden')
    expect(await accept('ann', id)).toBe('done')
  })
})

describe('an accepted correction', () => {
  it('[SY3] changes only its words, and they are its proposer’s, through whoever accepted', async () => {
    const { id } = await propose('kim', FIFTY)
    expect(await accept('ann', id)).toBe('done')
    expect(await room.words()).toEqual([FIFTY, 'And staff.'])
    expect(await room.typed('a')).toEqual([
      'ann typed: Some ',
      'kim correction:ann: fifty',
      'ann typed:  shelters need money.',
    ])
    expect(await room.correction(id)).toMatchObject({ state: 'accepted', decided: { by: 'ann', reason: '' } })
  })

  it('leaves alone what others changed elsewhere in the line', async () => {
    const { id } = await propose('kim', FIFTY)
    await room.rewrite('money', 'funds')
    expect(await accept('ann', id)).toBe('done')
    expect((await room.words())[0]).toBe('Some fifty shelters need funds.')
  })

  it('that says what the line says by now changes nothing', async () => {
    const { id } = await propose('kim', FIFTY)
    await room.rewrite('forty', 'fifty')
    expect(await accept('ann', id)).toBe('done')
    expect(await room.typed('a')).not.toContain('kim correction:ann: fifty')
  })

  it('is a conflict where its words were rewritten, and waits', async () => {
    const { id } = await propose('kim', FIFTY)
    await room.rewrite('forty', 'sixty')
    expect(await accept('ann', id)).toBe('conflict')
    expect((await room.words())[0]).toBe('Some sixty shelters need money.')
    expect(await room.correction(id)).toMatchObject({ state: 'open' })
  })

  it('is a conflict where the line is another’s now, or gone', async () => {
    const one = await propose('kim', FIFTY)
    const other = await propose('kim', 'And more staff.', 'b')
    await room.say(['Some forty shelters need money.'], 'm:fra')
    expect([await accept('ann', one.id), await accept('ann', other.id)]).toEqual(['conflict', 'conflict'])
  })

  it('changes a line that was placed on record', async () => {
    await room.say(['Some forty shelters need money.'], 'm:nld', { verbatim: '1' })
    const { id } = await propose('kim', FIFTY)
    expect(await accept('ann', id)).toBe('done')
    expect((await room.blocks())[0]?.attributes).toMatchObject({ verbatim: '1', speaker: 'm:nld' })
    expect(await room.words()).toEqual([FIFTY])
  })

  it('that is sent again under its key is written once', async () => {
    const { id } = await propose('kim', 'Some forty shelters need money, staff.')
    const again = () => told(room.corrections.accept(room.sender('ann', 'same'), 't1', id, ''))
    expect([await again(), await again()]).toEqual(['done', 'done'])
    expect((await room.words())[0]).toBe('Some forty shelters need money, staff.')
  })

  it('may bring a line break, and no atom that the line has not', async () => {
    const { id } = await propose('kim', 'Some forty shelters\nneed \uFFFCmoney.')
    await accept('ann', id)
    expect((await room.words())[0]).toBe('Some forty shelters\nneed money.')
  })
})
