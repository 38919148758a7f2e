import { Registry } from '../../server/registry/registry.ts'

/** A meeting in a data folder with two rapporteurs and an observer, and a sign-in token for each. */
export async function makeMeeting(dataDir: string): Promise<Record<'ann' | 'ben' | 'eve', string>> {
  const registry = await Registry.open(dataDir)
  await registry.addMeeting('m1', {
    title: 'A meeting',
    phase: 'in-session',
    topics: { t1: { title: 'A topic', readers: 'all' } },
  })
  const signIn = async (id: string, role: 'rapporteur' | 'observer', colour: number): Promise<string> => {
    await registry.addMember({ id, meeting: 'm1', name: id, role, topics: ['t1'], mechanism: null, colour })
    const invitation = await registry.invite('m1', id, 1, Date.now() + 60_000)
    const signedIn = await registry.signIn(invitation, Date.now())
    if (typeof signedIn === 'string') throw new Error(signedIn)
    return signedIn.signIn
  }
  return {
    ann: await signIn('ann', 'rapporteur', 1),
    ben: await signIn('ben', 'rapporteur', 2),
    eve: await signIn('eve', 'observer', 3),
  }
}
