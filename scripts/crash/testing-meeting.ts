import { Registry } from '../../server/registry/registry.ts'
import { testMeeting, testMember } from '../../server/registry/testing/meeting.ts'

/** A meeting in a data folder with two rapporteurs and an observer, and a sign-in token for each. */
export async function makeMeeting(dataDir: string): Promise<Record<'ann' | 'ben' | 'eve', string>> {
  const registry = await Registry.open(dataDir)
  const members = [
    testMember('ann', { colour: 1 }),
    testMember('ben', { colour: 2 }),
    testMember('eve', { role: 'observer', topics: [], colour: 3 }),
  ]
  await registry.addMeeting('m1', testMeeting(), members)
  const signIn = async (id: string): Promise<string> => {
    const token = await registry.invite('m1', id, { uses: 1, ends: Date.now() + 60_000 })
    const signedIn = await registry.signIn({ token, now: Date.now() })
    if (typeof signedIn === 'string') throw new Error(signedIn)
    return signedIn.signIn
  }
  return { ann: await signIn('ann'), ben: await signIn('ben'), eve: await signIn('eve') }
}
