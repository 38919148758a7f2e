import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readAgenda, readFacts } from '../../shared/meeting/read-ledger.ts'
import { testMeeting, testMember } from '../registry/testing/meeting.ts'
import { copyOf, writeCopy } from './ledger-copy.ts'

const meeting = testMeeting()
const members = [testMember('ann'), testMember('ben', { role: 'chair' })]

function updatesOf(doc: Y.Doc, change: () => void): number {
  let count = 0
  const counted = (): void => {
    count++
  }
  doc.on('update', counted)
  doc.transact(change)
  doc.off('update', counted)
  return count
}

describe('[JR6] the ledger’s copy of the registry', () => {
  it('holds the meeting, its topics, mechanisms and members by id', () => {
    const doc = new Y.Doc()
    writeCopy(doc, copyOf(meeting, members))
    expect(readFacts(doc, 'meeting').get('meeting')).toMatchObject({
      title: 'A consultation',
      smallestGroup: 3,
    })
    expect(readAgenda(doc).map(([id]) => id)).toEqual(['t1'])
    expect(readFacts(doc, 'mechanisms').get('nld')).toMatchObject({ code: 'NLD' })
    expect([...readFacts(doc, 'members')].map(([id, { role }]) => [id, role])).toEqual([
      ['ann', 'rapporteur'],
      ['ben', 'chair'],
    ])
  })

  it('writes what differs and nothing else', () => {
    const doc = new Y.Doc()
    writeCopy(doc, copyOf(meeting, members))
    expect(updatesOf(doc, () => writeCopy(doc, copyOf(meeting, members)))).toBe(0)
    const [ann] = members
    if (ann === undefined) throw new Error('There is nobody.')
    expect(updatesOf(doc, () => writeCopy(doc, copyOf(meeting, [{ ...ann, role: 'observer' }])))).toBe(1)
    expect([...readFacts(doc, 'members').keys()]).toEqual(['ann'])
  })

  it('says of a member what others may know, and no more', () => {
    const secret = { ...testMember('ann'), email: 'ann@example.org' }
    expect(JSON.stringify([...copyOf(meeting, [secret]).members])).not.toContain('example.org')
  })

  it('leaves the facts that the rooms hold the truth of', () => {
    const doc = new Y.Doc()
    doc.getMap('itemFacts').set('i1', { status: 'agreed' })
    writeCopy(doc, copyOf(meeting, members))
    expect(readFacts(doc, 'itemFacts').get('i1')).toEqual({ status: 'agreed' })
  })
})
