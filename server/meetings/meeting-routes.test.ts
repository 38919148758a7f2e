import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type TestCaller, TestServer } from '../testing/running.ts'

const server = new TestServer()
const M = '/meetings/berlin-2013'
let chair: TestCaller
let rapporteur: TestCaller

beforeAll(async () => {
  await server.start()
  chair = await server.signIn(server.chairLink)
  rapporteur = await server.signInMember(chair, 'l-moreau')
})

afterAll(() => server.close())

/** Opens a room's socket; resolves with the code it is closed with, or with `open` when it stays open after a frame. */
function knock(caller: TestCaller, room: string): { closed: Promise<number>; opened: Promise<void> } {
  const url = `${server.origin.replace('http', 'ws')}/sync/${encodeURIComponent(room)}`
  const socket = new WebSocket(url, { headers: { cookie: caller.cookie, origin: server.origin } })
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  const opened = new Promise<void>((resolve) => socket.once('message', () => resolve()))
  return { closed, opened }
}

describe('the sample meeting', () => {
  it('is there at the first start, with a link that makes its chair', async () => {
    expect(await chair.get('/me')).toMatchObject({
      body: { me: [{ meeting: { id: 'berlin-2013', isSample: true }, member: { role: 'chair' } }] },
    })
  })

  it('is made once: its chair link works once, and a restart makes neither again', async () => {
    await expect(server.signIn(server.chairLink)).rejects.toThrow('410')
    const before = server.chairLink
    await server.restart()
    expect(server.chairLink).toBe(before)
    expect((await chair.get('/me')).status).toBe(200)
  })

  it('has notes that were typed by its rapporteurs, at the hours of its programme', async () => {
    const { body } = await chair.get(`${M}/rooms/notes%2Ft1/authorship`)
    const { bindings } = body as { bindings: { member: string }[] }
    expect(bindings.map(({ member }) => member).sort()).toEqual(['a-kaya', 'l-moreau'])
    const times = await chair.get(`${M}/rooms/notes%2Ft1/times`)
    const firsts = Object.values((times.body as { blocks: Record<string, { first: number }> }).blocks)
    const earliest = Math.min(...firsts.map(({ first }) => first))
    expect(new Date(earliest).toISOString()).toBe('2013-05-23T08:12:00.000Z')
  })
})

describe('invitations', () => {
  it('are made, listed and withdrawn by the chair', async () => {
    const made = await chair.post(`${M}/members/s-petrov/invitation`)
    expect(made).toMatchObject({ status: 200, body: { url: expect.stringContaining('/join/') } })
    const state = async (): Promise<unknown> => {
      const { body } = await chair.get(`${M}/invitations`)
      const { invitations } = body as { invitations: { member: string; state: string }[] }
      return invitations.filter(({ member }) => member === 's-petrov').map(({ state }) => state)
    }
    expect(await state()).toEqual(['open'])
    await chair.post(`${M}/members/s-petrov/invitation/revoke`)
    expect(await state()).toEqual(['revoked'])
    await expect(server.signIn((made.body as { url: string }).url)).rejects.toThrow('404')
  })

  it('sign in on two devices, not on three', async () => {
    const { body } = await chair.post(`${M}/members/n-gruber/invitation`)
    const { url } = body as { url: string }
    await server.signIn(url)
    await server.signIn(url)
    await expect(server.signIn(url)).rejects.toThrow('410')
  })

  it('made for an observer make nobody chair', async () => {
    const { body } = await chair.post(`${M}/members/k-lind/invitation`)
    await chair.patch(`${M}/members/k-lind`, { role: 'chair' })
    await expect(server.signIn((body as { url: string }).url)).rejects.toThrow('404')
    await chair.patch(`${M}/members/k-lind`, { role: 'observer' })
  })

  it.each<[string, 'get' | 'post' | 'patch', string, unknown]>([
    ['see invitations', 'get', '/invitations', null],
    ['invite', 'post', '/members/s-petrov/invitation', {}],
    ['withdraw', 'post', '/members/s-petrov/invitation/revoke', {}],
    ['sign somebody out', 'post', '/members/s-petrov/sign-out', {}],
    ['change a role', 'patch', '/members/l-moreau', { role: 'chair' }],
    ['change the phase', 'patch', '', { phase: 'archived' }],
  ])('a rapporteur may not %s', async (_, method, path, body) => {
    const answer =
      method === 'get' ? await rapporteur.get(M + path) : await rapporteur[method](M + path, body)
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'forbidden' } } })
  })
})

describe('bad requests are answered with what to do', () => {
  it.each<[string, unknown, number]>([
    ['/members/nobody', { role: 'observer' }, 404],
    ['/members/l-moreau', { role: 'king' }, 400],
    ['/members/l-moreau', {}, 400],
    ['/members/l-moreau', { topics: ['t9'] }, 400],
    ['/members/l-moreau', { name: 'x' }, 400],
    ['', { phase: 'lunch' }, 400],
    ['', 'not an object', 400],
  ])('PATCH %s %j: %i', async (path, body, status) => {
    const answer = await chair.patch(M + path, body)
    expect(answer.status).toBe(status)
    expect((answer.body as { error: { hint: string } }).error.hint).not.toBe('')
  })

  it('a meeting of others looks like none', async () => {
    expect((await chair.get('/meetings/geneva/invitations')).status).toBe(404)
    expect((await chair.get('/meetings/__proto__/invitations')).status).toBe(404)
  })

  it('the last chair stays chair', async () => {
    const answer = await chair.patch(`${M}/members/r-osei`, { role: 'observer' })
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } })
    expect((await chair.get('/me')).body).toMatchObject({ me: [{ member: { role: 'chair' } }] })
  })
})

describe('[SY9] a change of rights holds at once', () => {
  it('a room that is closed to a member closes the open socket', async () => {
    const observer = await server.signInMember(chair, 'k-lind')
    const socket = knock(observer, 'm/berlin-2013/ledger')
    await socket.opened
    await observer.post('/sign-out')
    expect(await socket.closed).toBe(4401)
  })

  it('a member whom the chair signs out is out in every browser, at once', async () => {
    const [laptop, phone] = [
      await server.signInMember(chair, 'k-lind'),
      await server.signInMember(chair, 'k-lind'),
    ]
    const socket = knock(laptop, 'm/berlin-2013/ledger')
    await socket.opened
    expect((await chair.post(`${M}/members/k-lind/sign-out`)).status).toBe(200)
    expect(await socket.closed).toBe(4401)
    expect([(await laptop.get('/me')).status, (await phone.get('/me')).status]).toEqual([401, 401])
  })

  it('a new role stands in the ledger', async () => {
    await chair.patch(`${M}/members/g-weber`, { role: 'rapporteur', topics: ['t5'] })
    const weber = await server.signInMember(chair, 'g-weber')
    expect((await weber.get('/me')).body).toMatchObject({
      me: [{ member: { role: 'rapporteur', topics: ['t5'] } }],
    })
    const drafting = knock(weber, 'm/berlin-2013/drafting')
    await drafting.opened
    await chair.patch(`${M}/members/g-weber`, { role: 'observer', topics: [] })
    expect(await drafting.closed).toBe(4403)
  })
})
