import type * as Y from 'yjs'
import type {
  LedgerFacts,
  MechanismFact,
  MeetingFact,
  MemberFact,
  TopicFact,
} from '../../shared/meeting/facts.ts'
import type { Meeting, Member } from '../registry/registry-shape.ts'

/** What the ledger holds of the registry (format.md, Facts). */
interface RegistryCopy {
  readonly meeting: ReadonlyMap<string, MeetingFact>
  readonly topics: ReadonlyMap<string, TopicFact>
  readonly mechanisms: ReadonlyMap<string, MechanismFact>
  readonly members: ReadonlyMap<string, MemberFact>
}

/** Gives what of a meeting everybody in it may read. Never an address: only what stands here is copied. */
export function copyOf(meeting: Meeting, members: readonly Member[]): RegistryCopy {
  const { topics, mechanisms, ...fact } = meeting
  return {
    meeting: new Map([['meeting', fact]]),
    topics: new Map(Object.entries(topics)),
    mechanisms: new Map(Object.entries(mechanisms)),
    members: new Map(
      members.map(({ id, name, role, mechanism, colour, topics }) => [
        id,
        { name, role, mechanism, colour, topics },
      ]),
    ),
  }
}

/** Makes a ledger's copy true again: writes what differs and nothing else. */
export function writeCopy(ledger: Y.Doc, copy: RegistryCopy): void {
  for (const [root, wanted] of Object.entries(copy)) {
    const facts = ledger.getMap(root as keyof LedgerFacts)
    for (const key of [...facts.keys()]) if (!wanted.has(key)) facts.delete(key)
    for (const [key, value] of wanted)
      if (JSON.stringify(facts.get(key)) !== JSON.stringify(value)) facts.set(key, structuredClone(value))
  }
}
