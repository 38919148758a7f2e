import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { TestServer } from '../testing/running.ts'

const server = new TestServer()
beforeAll(() => server.start())
afterAll(() => server.close())

async function invite(body: unknown, key?: string): Promise<{ status: number; body: unknown }> {
  const file = JSON.parse(readFileSync(join(server.dataDir, 'operator.json'), 'utf8')) as { key: string }
  const response = await fetch(`${server.origin}/api/operator/invitations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key ?? file.key}` },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}

it('the key is readable by the owner of the data folder alone', () => {
  expect(statSync(join(server.dataDir, 'operator.json')).mode & 0o777).toBe(0o600)
})

it('with the key, another chair link is made, and a new member of any role', async () => {
  const { body } = await invite({ meeting: 'berlin-2013', role: 'chair' })
  const chair = await server.signIn((body as { url: string }).url)
  expect((await chair.get('/me')).body).toMatchObject({ me: [{ member: { id: 'r-osei', role: 'chair' } }] })
  const made = await invite({
    meeting: 'berlin-2013',
    role: 'rapporteur',
    name: 'N. Newcomer',
    topics: ['t2'],
  })
  const newcomer = await server.signIn((made.body as { url: string }).url)
  expect((await newcomer.get('/me')).body).toMatchObject({
    me: [{ member: { name: 'N. Newcomer', role: 'rapporteur', topics: ['t2'] } }],
  })
})

it.each<[string, unknown, number]>([
  ['an unknown meeting', { meeting: 'geneva', role: 'chair' }, 404],
  ['no role', { meeting: 'berlin-2013' }, 400],
  ['no name for a new rapporteur', { meeting: 'berlin-2013', role: 'rapporteur' }, 400],
  ['an unknown topic', { meeting: 'berlin-2013', role: 'rapporteur', name: 'x', topics: ['t9'] }, 400],
  ['an unknown mechanism', { meeting: 'berlin-2013', role: 'participant', name: 'x', mechanism: 'zzz' }, 400],
  [
    'a topic of Object’s',
    { meeting: 'berlin-2013', role: 'rapporteur', name: 'x', topics: ['constructor'] },
    400,
  ],
  [
    'a mechanism of Object’s',
    { meeting: 'berlin-2013', role: 'participant', name: 'x', mechanism: 'toString' },
    400,
  ],
  ['a name that turns the text round', { meeting: 'berlin-2013', role: 'observer', name: 'P\u202eX' }, 400],
])('%s is refused with what to do', async (_, body, status) => {
  expect((await invite(body)).status).toBe(status)
})

it('without the key nothing is done, wherever the call comes from', async () => {
  expect((await invite({ meeting: 'berlin-2013', role: 'chair' }, 'x'.repeat(43))).status).toBe(403)
})

it('the command prints one link, or says in plain words what is missing', () => {
  const run = (dataDir: string, ...args: string[]) =>
    spawnSync(process.execPath, ['scripts/operator.mjs', ...args], {
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: dataDir },
    })
  const nowhere = run(join(server.dataDir, 'none'), 'invite', '--meeting', 'm', '--role', 'chair')
  expect([nowhere.status, nowhere.stderr]).toEqual([1, expect.stringContaining('npm start')])
  expect(run(server.dataDir, 'fly').stderr).toContain('There is no command "fly"')
})
