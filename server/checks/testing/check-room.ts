import type * as Y from 'yjs'
import type { CheckFact, CorrectionFact } from '../../../shared/checks/check-facts.ts'
import { interventionsOf } from '../../../shared/checks/own-interventions.ts'
import { MinutaError } from '../../../shared/errors/errors.ts'
import type { MemberId } from '../../../shared/ids/ids.ts'
import { wordsHash } from '../../../shared/notes/passage.ts'
import type { Phase } from '../../../shared/permissions/principal.ts'
import type { MeetingFacts } from '../../../shared/permissions/room-access.ts'
import { type Block, blockText } from '../../../shared/text/block.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { replaceBlocks } from '../../../shared/text/replace-blocks.ts'
import { CommandServer, memberOf, roomOf } from '../../commands/testing/command-room.ts'
import type { Member } from '../../registry/registry-shape.ts'
import { testMeeting, testMember } from '../../registry/testing/meeting.ts'
import { Checks } from '../checks.ts'
import { Corrections } from '../corrections.ts'

const NOTES = roomOf('notes/t1')
const NLD = testMeeting().mechanisms['nld'] as NonNullable<
  ReturnType<typeof testMeeting>['mechanisms'][string]
>

const MEMBERS: readonly Member[] = [
  testMember('eve', { role: 'chair', topics: [] }),
  testMember('ann'),
  testMember('ben', { topics: ['t2'] }),
  testMember('kim', { role: 'participant', mechanism: 'nld', topics: [] }),
  testMember('luc', { role: 'participant', mechanism: 'fra', topics: [] }),
  testMember('olga', { role: 'observer', topics: [] }),
]
export const NAMES = ['eve', 'ann', 'ben', 'kim', 'luc', 'olga'] as const
export type Name = (typeof NAMES)[number]

/** Notes of a topic in which the Netherlands spoke, and whoever checks or writes them. Lines: `a`, `b`. */
export class CheckRoom {
  readonly server = new CommandServer()
  /** Who may open the notes, and in which phase the meeting is. */
  readers: 'drafting' | 'members' | 'all' = 'all'
  phase: Phase = 'in-session'
  readonly members = new Map(MEMBERS.map((member) => [member.id, member]))
  readonly checks: Checks
  readonly corrections: Corrections
  #keys = 0

  constructor() {
    const registry = {
      facts: (): MeetingFacts => ({
        meeting: memberOf('eve').meeting,
        phase: this.phase,
        topics: new Map([
          ['t1', this.readers],
          ['t2', 'all'],
        ]),
      }),
      member: (_: string, id: string) => this.members.get(id) ?? null,
      meeting: () => testMeeting({ mechanisms: { nld: NLD, fra: NLD } }),
    }
    this.checks = new Checks(this.server.commands, registry)
    this.corrections = new Corrections(this.server.commands, registry)
  }

  /** Writes lines `a`, `b`… as the rapporteur, said by the Netherlands or who `speaker` names. */
  async say(words: readonly string[], speaker = 'm:nld', more: Record<string, string> = {}): Promise<void> {
    await this.#write((transaction, text, blocks) => {
      const lines = words.map((insert, index) => ({
        id: 'abcdef'[index] as string,
        attributes: { speaker, ...(index === 0 && { lead: '1' }), ...more },
        pieces: [{ insert, formats: {} }],
      }))
      replaceBlocks(transaction, text, blocks, 0, blocks.length, lines)
    })
  }

  /** Changes words of a line as the rapporteur, one stretch. */
  async rewrite(words: string, others: string): Promise<void> {
    await this.#write((transaction, text, blocks) => {
      const index = blocks.findIndex((block) => blockText(block).includes(words))
      const block = blocks[index] as Block
      const at = blockText(block).indexOf(words)
      const length = blockText(block).length
      const kept = (from: number, to: number) => ({ block: 0, from, to, formats: null })
      const pieces = [kept(0, at), { insert: others, formats: {} }, kept(at + words.length, length)]
      replaceBlocks(transaction, text, [block], 0, 1, [{ ...block, pieces }])
    })
  }

  sender(name: Name, key = `key-${++this.#keys}`) {
    const { role, mechanism, topics } = this.members.get(name) ?? testMember(name)
    return { principal: { ...memberOf(name, role, topics), mechanism }, key }
  }

  /** Gives the hash of the intervention `a` as it reads now. */
  async hash(mechanism = 'nld'): Promise<string> {
    return interventionsOf(mechanism, await this.blocks())[0]?.hash ?? ''
  }

  async lineHash(line: string): Promise<string> {
    return wordsHash((await this.blocks()).filter(({ id }) => id === line))
  }

  async blocks(): Promise<readonly Block[]> {
    return this.#read((doc) => renderBlocks(doc.getText('text')))
  }

  async words(): Promise<readonly string[]> {
    return (await this.blocks()).map(blockText)
  }

  /** Says of every piece of a line who typed it and through whom, as the server's record has it. */
  async typed(line: string): Promise<readonly string[]> {
    const room = await this.server.rooms.get(NOTES, {
      kind: 'notes',
      meeting: memberOf('eve').meeting,
      topic: 't1',
    })
    const { delegations } = room.document.authorship()
    const block = renderBlocks(room.document.doc.getText('text')).find(({ id }) => id === line)
    return (block?.inlines ?? []).map((inline) => {
      const by = delegations.find(({ client }) => client === inline.at.client)
      return `${by === undefined ? '' : `${by.author} ${by.via}`}: ${'text' in inline ? inline.text : inline.atom.t}`
    })
  }

  check(): Promise<ReadonlyMap<string, CheckFact>> {
    return this.#read((doc) => new Map(doc.getMap<CheckFact>('checks').entries()))
  }

  correction(id: string): Promise<CorrectionFact | undefined> {
    return this.#read((doc) => doc.getMap<CorrectionFact>('corrections').get(id))
  }

  async #read<Result>(read: (doc: Y.Doc) => Result): Promise<Result> {
    const room = await this.server.rooms.get(NOTES, {
      kind: 'notes',
      meeting: memberOf('eve').meeting,
      topic: 't1',
    })
    return read(room.document.doc)
  }

  async #write(
    change: (transaction: Y.Transaction, text: Y.Text, blocks: readonly Block[]) => void,
  ): Promise<void> {
    await this.server.commands.run({
      meeting: memberOf('eve').meeting,
      by: memberOf('ann', 'rapporteur'),
      key: `write-${++this.#keys}`,
      name: 'write',
      rooms: [NOTES],
      carryOut: (work) => {
        work.write(NOTES, (transaction, doc) => {
          const text = doc.getText('text')
          const insert = (): void => change(transaction, text, renderBlocks(text))
          work.writeAs(NOTES, 'ann' as MemberId, 'typed', insert)
        })
        return null
      },
    })
  }
}

/** Gives why a command was refused; `done` where it was not. */
export async function told(command: Promise<unknown>): Promise<string> {
  try {
    await command
    return 'done'
  } catch (error) {
    if (error instanceof MinutaError) return error.code
    throw error
  }
}
