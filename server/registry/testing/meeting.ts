import type { Meeting, Member } from '../registry-shape.ts'

/** A meeting in session with one topic and one mechanism, for tests. */
export function testMeeting(change: Partial<Meeting> = {}): Meeting {
  return {
    title: 'A consultation',
    shortTitle: 'Consultation',
    form: 'Consultative meeting',
    place: 'Geneva',
    startsOn: '2024-05-23',
    endsOn: '2024-05-24',
    timeZone: 'Europe/Zurich',
    convener: 'A convener',
    lang: 'en',
    phase: 'in-session',
    smallestGroup: 3,
    isSample: false,
    topics: {
      t1: {
        number: 1,
        title: 'A topic',
        shortTitle: null,
        startsAt: '2024-05-23T10:00',
        endsAt: '2024-05-23T12:30',
        readers: 'all',
        cap: 'named',
      },
    },
    mechanisms: {
      nld: {
        code: 'NLD',
        country: null,
        name: 'National Rapporteur',
        shortName: 'Rapporteur',
        region: 'Europe',
      },
    },
    ...change,
  }
}

/** A member of meeting `m1`, for tests. */
export function testMember(id: string, change: Partial<Member> = {}): Member {
  return {
    id,
    meeting: 'm1',
    name: id,
    role: 'rapporteur',
    topics: ['t1'],
    mechanism: null,
    colour: 0,
    ...change,
  }
}
