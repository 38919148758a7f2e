import { describe, expect, it } from 'vitest'
import type { LineChange } from './speech-changes.ts'
import type { SpeechChoice } from './speech-choice.ts'
import { SpeechTurns } from './speech-turns.ts'

type Did = LineChange['did']

/** A page whose clock is turned by hand, in seconds. */
class Page {
  readonly turns = new SpeechTurns<string>()
  choice: SpeechChoice = 'summary'
  now = 0

  others(member: string, did: Did, ...lines: string[]): void {
    this.turns.note(
      lines.map((line) => ({ member, did, line, speaker: null })),
      this.now * 1000,
    )
  }

  /** Lets time go by until something is said; says when, and what. */
  next(): string | null {
    const wait = this.turns.wait(this.choice, this.now * 1000)
    if (wait === null) return null
    this.now += wait / 1000
    const telling = this.turns.take(this.choice, this.now * 1000)
    if (telling === null) return null
    const lines = telling.lines.map(({ member, did, line }) => `${member} ${did} ${line}`)
    return `${this.now}s: ${[...lines, ...telling.news].join(', ')}`
  }

  at(seconds: number): this {
    this.now = seconds
    return this
  }
}

describe('a summary', () => {
  it('tells of lines that are finished: left by their writer, or at rest', () => {
    const page = new Page()
    page.others('moreau', 'added', 'a')
    page.at(1).others('moreau', 'added', 'b')
    expect(page.next()).toBe('1s: moreau added a')
    expect(page.next()).toBe('21s: moreau added b')
    expect(page.next()).toBeNull()
  })

  it('never comes while somebody is in the middle of a word: a line rests first', () => {
    const page = new Page()
    for (const second of [0, 1, 2, 3]) page.at(second).others('moreau', 'added', 'a')
    expect(page.next()).toBe('5.5s: moreau added a')
  })

  it('tells of a line that is being written without an end, after twenty seconds', () => {
    const page = new Page()
    for (let second = 0; second < 20; second++) page.at(second).others('moreau', 'changed', 'a')
    expect(page.next()).toBe('20s: moreau changed a')
  })

  it('comes every twenty seconds at most, with all that was finished meanwhile, of everybody', () => {
    const page = new Page()
    page.others('moreau', 'added', 'a')
    expect(page.next()).toBe('2.5s: moreau added a')
    page.others('moreau', 'added', 'b', 'c')
    page.others('petrov', 'changed', 'x')
    expect(page.next()).toBe('22.5s: moreau added b, moreau added c, petrov changed x')
  })

  it('waits until the reader has paused for two seconds', () => {
    const page = new Page()
    page.others('moreau', 'added', 'a')
    for (let second = 1; second <= 9; second++) {
      page.turns.acted(second * 1000)
      expect(page.turns.take('summary', second * 1000 + 1999)).toBeNull()
    }
    expect(page.at(9).next()).toBe('11s: moreau added a')
  })

  it('tells nothing twice, and a line that came and went untold not at all', () => {
    const page = new Page()
    page.others('moreau', 'added', 'a', 'b')
    page.others('petrov', 'removed', 'a')
    expect(page.next()).toBe('2.5s: moreau added b')
    expect(page.next()).toBeNull()
    page.others('petrov', 'removed', 'b')
    expect(page.next()).toBe('22.5s: petrov removed b')
  })

  it('credits a new line to who began it, and an old one to who changed it last', () => {
    const page = new Page()
    page.others('moreau', 'added', 'a')
    page.others('petrov', 'changed', 'a')
    page.others('moreau', 'changed', 'x')
    page.others('petrov', 'changed', 'x')
    expect(page.next()).toBe('0s: moreau added a')
    expect(page.next()).toBe('20s: petrov changed x')
  })
})

describe('other news', () => {
  it('goes out with the lines, in one message, once', () => {
    const page = new Page()
    page.turns.tell('a comment')
    page.others('moreau', 'removed', 'a')
    page.turns.tell('another')
    expect(page.next()).toBe('0s: moreau removed a, a comment, another')
    page.turns.tell('a third')
    expect(page.next()).toBe('20s: a third')
    expect(page.next()).toBeNull()
  })
})

describe('every line', () => {
  it('is told when it is finished, without waiting for twenty seconds', () => {
    const page = new Page()
    page.choice = 'all'
    page.others('moreau', 'added', 'a')
    expect(page.next()).toBe('2.5s: moreau added a')
    page.others('moreau', 'added', 'b')
    expect(page.next()).toBe('5s: moreau added b')
  })

  it('is not told before it is finished, however long that takes', () => {
    const page = new Page()
    page.choice = 'all'
    for (let second = 0; second <= 30; second++) {
      page.at(second).others('moreau', 'added', 'a')
      expect(page.turns.take('all', second * 1000 + 900)).toBeNull()
    }
    expect(page.next()).toBe('32.5s: moreau added a')
  })
})

describe('with “nothing”', () => {
  it('nothing is told, also not what came meanwhile once it is changed', () => {
    const page = new Page()
    page.others('moreau', 'added', 'a')
    page.turns.tell('a comment')
    expect(page.turns.wait('none', 60_000)).toBeNull()
    expect(page.turns.take('none', 60_000)).toBeNull()
    expect(page.at(61).next()).toBeNull()
  })
})
