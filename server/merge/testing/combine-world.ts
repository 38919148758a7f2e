import { Random } from '../../../scripts/fuzz/random.ts'
import { seenChars } from '../../../scripts/fuzz/text/view.ts'
import { findDraftItem, itemHash, itemWords, readItems } from '../../../shared/draft/draft-item.ts'
import { MinutaError } from '../../../shared/errors/errors.ts'
import { passageKey } from '../../../shared/merge/passage-key.ts'
import { charBehindCut } from '../../../shared/merge/split-lines.ts'
import { atomsIn } from '../../../shared/text/atoms-in.ts'
import { type Block, blockLength } from '../../../shared/text/block.ts'
import { asBracket } from '../../../shared/text/brackets.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { noteWhoAsked } from '../../draft/bracket-facts.ts'
import { DRAFT, DRAFTING, LEDGER, notesOf, SimMeeting } from '../../draft/testing/sim-meeting.ts'
import { Writer } from '../../draft/testing/writer.ts'
import { allOf, newIn } from './merging.ts'
import { SourceModel } from './source-model.ts'

const PEOPLE = ['ann', 'ben'] as const
const MECHANISMS = ['nld', 'aut', 'fin'] as const
const OPERATIONS = {
  note: 10,
  noteEdit: 5,
  type: 16,
  erase: 5,
  merge: 8,
  combine: 12,
  combineNew: 5,
  thereAndBack: 3,
  takeApart: 9,
  split: 6,
  move: 3,
  undo: 4,
  offline: 3,
  online: 4,
}
const WITH_BRACKETS = { ...OPERATIONS, bracket: 8, ask: 14 }
export type CombineOperation = keyof typeof WITH_BRACKETS

/** Two people note, merge, combine, take apart, split, move, edit and undo; the model knows where each item comes from. */
export class CombineWorld {
  readonly random: Random
  readonly meeting = new SimMeeting()
  readonly model = new SourceModel()
  readonly counts = new Map<CombineOperation, number>()
  /** Who typed each character: every character is typed once. */
  readonly authors = new Map<string, string>()
  readonly typedInDraft = new Set<string>()
  readonly erasedInDraft = new Set<string>()
  /** Who asked for each pair of brackets, wherever the pair stood when it was noted. */
  readonly asked = new Map<string, ReadonlySet<string>>()
  readonly #writers: { readonly writer: Writer; readonly room: typeof DRAFT }[] = []
  readonly #operations: Readonly<Record<CombineOperation, number>>
  #fresh = 0

  constructor(seed: number, withBrackets = false) {
    this.random = new Random(seed)
    this.#operations = withBrackets ? WITH_BRACKETS : { ...OPERATIONS, bracket: 0, ask: 0 }
    const { meeting } = this.meeting
    const { nld } = meeting.mechanisms
    if (nld === undefined) throw new Error('The meeting has no mechanism.')
    const mechanisms = Object.fromEntries(MECHANISMS.map((id) => [id, nld]))
    this.meeting.meeting = { ...meeting, mechanisms }
  }

  /** Does so many things at random; `check` is called after each. */
  async run(steps: number, check: () => Promise<void>): Promise<void> {
    for (const name of PEOPLE)
      for (const room of [notesOf('t1'), notesOf('t2'), DRAFT]) {
        const client = 1000 + this.random.int(0, 99) * 10 + this.#writers.length
        this.#writers.push({ writer: await Writer.enter(this.meeting, name, room, client), room })
      }
    for (let step = 0; step < steps; step++) {
      const operation = this.random.weighted(this.#operations)
      if (await this.#operate(operation)) this.counts.set(operation, (this.counts.get(operation) ?? 0) + 1)
      await this.meeting.clock.advance(this.random.int(5, 40))
      await check()
    }
    for (const each of this.#writers)
      if (!each.writer.isOnline) await each.writer.goOnline(this.meeting, each.room)
    await this.meeting.clock.advance(500)
    await check()
  }

  /** Gives the items that are shown, in an order that doesn't hang on their ids, which are random. */
  async shown(): Promise<string[]> {
    return readItems(await this.meeting.doc(DRAFT), ['t2', 't1', 'general']).map(({ id }) => id)
  }

  async #operate(operation: CombineOperation): Promise<boolean> {
    const { random } = this
    switch (operation) {
      case 'note':
      case 'noteEdit':
        return this.#note(operation === 'note')
      case 'type':
      case 'erase':
        return this.#write(operation)
      case 'merge':
        return this.#merge()
      case 'combine':
      case 'combineNew':
        return this.#combine(operation === 'combineNew')
      case 'thereAndBack':
        return this.#thereAndBack()
      case 'takeApart':
        return this.#takeApart()
      case 'split':
        return this.#split()
      case 'move':
        return this.#move()
      case 'undo':
        return this.#undo()
      case 'offline':
        random.pick(this.#writers.filter(({ room }) => room === DRAFT)).writer.goOffline()
        return true
      case 'online':
        for (const each of this.#writers)
          if (!each.writer.isOnline) await each.writer.goOnline(this.meeting, each.room)
        return true
      case 'bracket':
        return this.#bracket()
      case 'ask':
        return this.#ask()
    }
  }

  #note(isNew: boolean): boolean {
    const { writer } = this.random.pick(this.#writers.filter(({ room }) => room !== DRAFT))
    const blocks = writer.blocks()
    const line = this.random.int(0, blocks.length - 1)
    const words = this.#words(writer.name, false)
    const attributes = { kind: 'recommendation', speaker: 'm:nld', lead: '1' }
    if (isNew) writer.addLine(blocks.length - 1, `${writer.name}${this.#fresh}`, attributes, words)
    else writer.type(line, 0, 0, { insert: words, formats: {} })
    return true
  }

  #write(operation: 'type' | 'erase'): boolean {
    const { random } = this
    const { writer } = random.pick(this.#writers.filter(({ room }) => room === DRAFT))
    const known = readItems(writer.doc, ['t2', 't1', 'general'])
    if (known.length === 0) return false
    const { id } = random.pick(known)
    const blocks = writer.blocks(id)
    const line = random.int(0, blocks.length - 1)
    const length = blockLength(blocks[line] as (typeof blocks)[number])
    if (operation === 'type') {
      const at = random.int(0, length)
      writer.type(line, at, at, { insert: this.#words(writer.name, true), formats: {} }, id)
      return true
    }
    if (length === 0) return false
    const from = random.int(0, length - 1)
    const before = seenChars(blocks).map(({ char }) => char)
    writer.type(line, from, Math.min(length, from + random.int(1, 3)), { insert: '', formats: {} }, id)
    const after = new Set(seenChars(writer.blocks(id)).map(({ char }) => char))
    for (const char of before) if (!after.has(char)) this.erasedInDraft.add(char)
    return true
  }

  /** Puts a pair of brackets into an item, not always around anything. */
  #bracket(): boolean {
    const { random } = this
    const { writer } = random.pick(this.#writers.filter(({ room }) => room === DRAFT))
    const known = readItems(writer.doc, ['t2', 't1', 'general'])
    if (known.length === 0) return false
    const { id } = random.pick(known)
    const pair = `b${this.#fresh++}`
    const line = random.int(0, writer.blocks(id).length - 1)
    for (const side of ['open', 'close'] as const) {
      const at = random.int(0, blockLength(writer.blocks(id)[line] as Block))
      writer.type(line, at, at, { insert: { t: 'bracket', side, id: pair }, formats: {} }, id)
    }
    return true
  }

  /** Notes at an item that one mechanism asked for a pair in it, or that it did not. */
  async #ask(): Promise<boolean> {
    const { meeting, random } = this
    const places = await this.bracketPlaces()
    if (places.length === 0) return false
    const place = random.pick(places)
    const who = { mechanism: random.pick(MECHANISMS), asks: random.chance(0.8) }
    await meeting.settled(noteWhoAsked(meeting.bracketContext(), meeting.sender('eve'), place, who))
    const asked = new Set(this.asked.get(place.bracket))
    if (who.asks) asked.add(who.mechanism)
    else asked.delete(who.mechanism)
    this.asked.set(place.bracket, asked)
    return true
  }

  /** Gives the pairs of brackets of all items that are shown; one that stands in two, at both. */
  async bracketPlaces(): Promise<{ readonly item: string; readonly bracket: string }[]> {
    const items = readItems(await this.meeting.doc(DRAFT), ['t2', 't1', 'general'])
    return items.flatMap(({ id, text }) => {
      const pairs = new Set(atomsIn(text).flatMap((atom) => asBracket(atom)?.id ?? []))
      return [...pairs].map((bracket) => ({ item: id, bracket }))
    })
  }

  async #merge(): Promise<boolean> {
    const { meeting, random } = this
    const plan = await meeting.settled(meeting.merges.plan(meeting.principal('eve')))
    const choices = allOf(plan).filter(() => random.chance(0.8))
    if (choices.length === 0) return false
    const result = await meeting.settled(meeting.merges.apply(meeting.sender('eve'), choices))
    const fresh = newIn(plan).filter(({ topic, id }) =>
      choices.some((choice) => choice.item === undefined && choice.topic === topic && choice.passage === id),
    )
    for (const [index, item] of result.items.entries())
      this.model.made(item, passageKey(fresh[index]?.topic ?? '', fresh[index]?.id ?? ''))
    if (result.merge !== null) this.model.merges.push(result.merge)
    return result.merge !== null
  }

  async #combine(withNew: boolean): Promise<boolean> {
    const { meeting, random } = this
    const draft = await meeting.doc(DRAFT)
    const chosen = this.#some(await this.shown(), withNew ? random.int(0, 2) : random.int(2, 3))
    const fresh = withNew
      ? this.#some(newIn(await meeting.settled(meeting.merges.plan(meeting.principal('eve')))), 2)
      : []
    if (chosen.length + fresh.length < 2) return false
    const items = chosen.map(
      (id) => findDraftItem(draft, id) as NonNullable<ReturnType<typeof findDraftItem>>,
    )
    const parents = [
      ...items.map((item) => ({ item: item.id, hash: itemHash(item) })),
      ...fresh.map(({ topic, id, hash }) => ({ topic, passage: id, hash })),
    ]
    const said = [...items.map(itemWords), ...fresh.map(({ words }) => words)].filter((each) => each.trim())
    // What stands in two of them is whose it is in either; in the wording, short as it is here, it may be typed anew.
    for (const char of said.join(''))
      if (said.filter((each) => each.includes(char)).length > 1) this.authors.delete(char)
    const ways = [said[0], said[1], said.join(' '), said.reverse().join(` ${this.#words('eve', false)} `)]
    const words = random.pick([undefined, ...ways])
    const combining = { parents, evenDecided: false, ...(words !== undefined && { words }) }
    const result = await meeting.settled(meeting.combinations.combine(meeting.sender('eve'), combining))
    if (result.merge === null) throw new Error(`Nothing was combined: ${JSON.stringify(result.again)}`)
    const keys = fresh.map(({ topic, id }) => passageKey(topic, id))
    this.model.combined(result.merge, result.item ?? '', chosen, keys)
    return true
  }

  /** Combines, and takes apart before anything else happens: all is as it was. */
  async #thereAndBack(): Promise<boolean> {
    const before = await this.#told()
    const known = new Set(this.model.combinations.keys())
    if (!(await this.#combine(false))) return false
    const merge = [...this.model.combinations.keys()].find((number) => !known.has(number)) ?? 0
    await this.meeting.settled(this.meeting.combinations.takeApart(this.meeting.sender('eve'), merge))
    this.model.parted(merge, undefined)
    const after = await this.#told()
    if (after !== before) throw new Error(`Not as it was: ${before} and now ${after}`)
    return true
  }

  /** All that people are told of the draft, and the server knows of where it comes from. */
  async #told(): Promise<string> {
    const [draft, ledger, drafting] = await Promise.all(
      [DRAFT, LEDGER, DRAFTING].map((room) => this.meeting.doc(room)),
    )
    const sorted = (doc: typeof draft, root: string): [string, unknown][] =>
      Object.entries(doc?.getMap(root).toJSON() ?? {}).sort(([one], [other]) => (one < other ? -1 : 1))
    const items = (await this.shown()).map((id) => [
      id,
      itemWords(
        findDraftItem(draft as NonNullable<typeof draft>, id) as NonNullable<
          ReturnType<typeof findDraftItem>
        >,
      ),
    ])
    const facts = ['provenance', 'itemFacts'].map((root) => sorted(ledger, root))
    const known = ['provenance', 'taken'].map((root) => sorted(drafting, root))
    return JSON.stringify([items, facts, known])
  }

  async #takeApart(): Promise<boolean> {
    const { meeting, model, random } = this
    if (model.combinations.size === 0) return false
    const merge = random.pick([...model.combinations.keys()])
    const promise = meeting.combinations.takeApart(meeting.sender('eve'), merge)
    const result = await meeting.settled(promise).catch(refused)
    if (result === null) return false
    model.parted(merge, result.twin ?? undefined)
    return true
  }

  async #split(): Promise<boolean> {
    const { meeting, random } = this
    const draft = await meeting.doc(DRAFT)
    const shown = await this.shown()
    const item = shown.length === 0 ? null : findDraftItem(draft, random.pick(shown))
    if (item === null || itemWords(item).length < 2) return false
    const at = random.int(1, itemWords(item).length - 1)
    const id = `half${this.#fresh++}`
    const before = charBehindCut(renderBlocks(item.text), at)
    if (before === null) return false
    const split = { item: item.id, before, id }
    const done = await meeting
      .settled(meeting.combinations.split(meeting.sender('eve'), split))
      .catch(refused)
    if (done !== null) this.model.split(item.id, id)
    return done !== null
  }

  async #move(): Promise<boolean> {
    const { meeting, random } = this
    const shown = await this.shown()
    if (shown.length === 0) return false
    const place = { section: random.pick(['t1', 't2', 'general']), after: null }
    await meeting.settled(meeting.items.move(meeting.sender('eve'), random.pick(shown), place))
    return true
  }

  async #undo(): Promise<boolean> {
    const { meeting, model, random } = this
    const all = [...model.merges, ...model.combinations.keys()]
    if (all.length === 0) return false
    const merge = random.pick(all)
    const known = new Set((await meeting.doc(DRAFT)).getMap('items').keys())
    const undone = await meeting.settled(meeting.merges.undo(meeting.sender('eve'), merge)).catch(refused)
    if (undone === null) return false
    if (model.combinations.has(merge))
      model.parted(
        merge,
        undone.restored.find((id) => !known.has(id)),
      )
    for (const id of undone.removed) model.removed(id)
    return true
  }

  #some<T>(list: readonly T[], count: number): T[] {
    const left = [...list]
    return Array.from({ length: Math.min(count, left.length) }, () => {
      const [one] = left.splice(this.random.int(0, left.length - 1), 1)
      return one as T
    })
  }

  /** Characters that nobody has typed yet, now and then as a word of their own. */
  #words(author: string, inDraft: boolean): string {
    const length = this.random.int(1, 4)
    const chars = Array.from({ length }, () => String.fromCodePoint(0x4e00 + this.#fresh++))
    for (const char of chars) {
      this.authors.set(char, author)
      if (inDraft) this.typedInDraft.add(char)
    }
    return this.random.chance(0.5) ? `${chars.join('')} ` : chars.join('')
  }
}

/** A refusal on purpose is part of the play; anything else is a fault. */
function refused(error: unknown): null {
  if (error instanceof MinutaError && ['conflict', 'bad-request'].includes(error.code)) return null
  throw error
}
