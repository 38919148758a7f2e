import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { renderBlocks } from '../../../shared/text/render.ts'
import { appendLine, flatText, fork, markerWith, sync } from '../../../shared/text/testing/flat-text.ts'
import { ChangeReader, type LineChange } from './speech-changes.ts'

const MEMBERS: Readonly<Record<number, string>> = { 1: 'me', 2: 'moreau', 3: 'petrov' }

/** A reader's own text under client 1, others' under 2 and 3, all with the same lines. */
function open(...lines: string[]): { mine: Y.Text; moreau: Y.Text; petrov: Y.Text; read: Read } {
  const mine = flatText(lines, 1)
  const reader = new ChangeReader(mine, renderBlocks(mine))
  const read: Read = (members = MEMBERS) =>
    reader
      .read(renderBlocks(mine), (client) => members[client] ?? null)
      .map(({ member, did, line }: LineChange) => `${member} ${did} ${line}`)
  return { mine, moreau: fork(mine, 2), petrov: fork(mine, 3), read }
}

type Read = (members?: Readonly<Record<number, string>>) => string[]

function type(text: Y.Text, after: string, words: string): void {
  text.insert(text.toString().indexOf(after) + after.length + 1, words)
}

describe('what was done to the lines', () => {
  it('is told with who did it by the server’s record, once', () => {
    const { mine, moreau, read } = open('a|One')
    appendLine(moreau, 'b speaker=m:bel|Two')
    sync(mine, moreau)
    expect(read()).toEqual(['moreau added b'])
    expect(read()).toEqual([])
  })

  it('a line that was empty is added with its first words', () => {
    const { mine, moreau, read } = open('a|One')
    appendLine(moreau, 'b|')
    sync(mine, moreau)
    expect(read()).toEqual([])
    moreau.insert(moreau.length - 1, 'Two')
    sync(mine, moreau)
    expect(read()).toEqual(['moreau added b'])
  })

  it('words in a line that had some are a change, credited to who wrote most of them', () => {
    const { mine, moreau, petrov, read } = open('a|One')
    type(moreau, 'One', ' two')
    type(petrov, 'One', ' three four')
    sync(mine, moreau, petrov)
    expect(read()).toEqual(['petrov changed a'])
  })

  it('a kind that somebody sets is theirs, in a line of somebody else', () => {
    const { mine, moreau, read } = open('a|One')
    markerWith(moreau, 'a').set('kind', 'trend')
    sync(mine, moreau)
    expect(read()).toEqual(['moreau changed a'])
  })

  it('a line is removed by who removed it, words and all', () => {
    const { mine, petrov, read } = open('a|One', 'b|Two')
    petrov.doc?.transact(() => {
      petrov.delete(6, 3)
      markerWith(petrov, 'b').set('gone', true)
    })
    sync(mine, petrov)
    expect(read()).toEqual(['petrov removed b'])
  })

  it('what nobody is on record for waits until the server has said whose it is', () => {
    const { mine, moreau, read } = open('a|One')
    appendLine(moreau, 'b|Two')
    type(moreau, 'One', ' more')
    sync(mine, moreau)
    expect(read({ 1: 'me' })).toEqual([])
    expect(read({ 1: 'me' })).toEqual([])
    expect(read()).toEqual(['moreau changed a', 'moreau added b'])
    expect(read()).toEqual([])
  })

  it('a line with words of somebody known and of somebody unknown is told of both, each when known', () => {
    const { mine, moreau, petrov, read } = open('a|One')
    type(moreau, 'One', ' two')
    type(petrov, 'One', ' three')
    sync(mine, moreau, petrov)
    expect(read({ 2: 'moreau' })).toEqual(['moreau changed a'])
    expect(read()).toEqual(['petrov changed a'])
  })

  it('my own words bear my name: whoever tells leaves them out', () => {
    const { mine, read } = open('a|One')
    type(mine, 'One', ' two')
    expect(read()).toEqual(['me changed a'])
  })

  it('a line without words is nothing yet', () => {
    const { mine, moreau, read } = open('a|One two')
    appendLine(moreau, 'b|')
    sync(mine, moreau)
    expect(read()).toEqual([])
  })
})
