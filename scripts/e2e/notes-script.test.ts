import process from 'node:process'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { readInterventions } from '../../shared/notes/intervention.ts'
import type { AuthorshipFacts } from '../../shared/protocol/messages.ts'
import { authoredSpans } from '../../shared/text/authorship.ts'
import { type Block, blockText } from '../../shared/text/block.ts'
import { MoveMap } from '../../shared/text/moves.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { synced } from '../crash/provider.ts'
import { launchBrowser } from './testing/browser.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import type { NotesPerson } from './testing/notes-person.ts'
import { digitOf, hasScript, readScript, type Said } from './testing/sample-script.ts'

// The whole script takes two minutes: MINUTA_WHOLE_SCRIPT=1.
const isWhole = process.env['MINUTA_WHOLE_SCRIPT'] === '1'
const WORDS_A_SECOND = 8
const ROOM = 'notes/t1'

let browser: Browser
let meeting: NotesMeeting

beforeAll(async () => {
  if (!hasScript) return
  browser = await launchBrowser()
  meeting = await NotesMeeting.start()
})

afterAll(async () => {
  if (!hasScript) return
  await meeting.close()
  await browser.close()
})

/** The room as the server has it, to somebody who comes new, with who typed each character by its record. */
async function readRoom(
  person: NotesPerson,
): Promise<{ readonly blocks: readonly Block[]; typistsOf(block: Block): (string | null)[] }> {
  const cookies = await person.page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  class SignedInSocket extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { cookie, origin: meeting.url } })
    }
  }
  const doc = new Y.Doc()
  const sync = `${meeting.url.replace('http', 'ws')}/sync`
  const provider = new WebsocketProvider(sync, `m/berlin-2013/${ROOM}`, doc, {
    WebSocketPolyfill: SignedInSocket as never,
    disableBc: true,
  })
  await synced(provider)
  provider.destroy()
  const path = `${meeting.url}/api/meetings/berlin-2013/rooms/${encodeURIComponent(ROOM)}/authorship`
  const record = (await (await person.page.request.get(path)).json()) as AuthorshipFacts
  const members = new Map(record.bindings.map(({ client, member }) => [client, member]))
  const moves = new MoveMap(record.moves)
  return {
    blocks: renderBlocks(doc.getText('text')),
    typistsOf: (block) =>
      authoredSpans(block, (client) => members.get(client) ?? null, moves).map(({ typedBy }) => typedBy),
  }
}

/** Notes what is said: for each, who speaks and of what kind by the keys of the list, then its words at their pace. */
async function note(person: NotesPerson, script: readonly Said[]): Promise<void> {
  for (const { letters, kind, text } of script) {
    await person.press('Control+Enter', ...letters, 'Space', digitOf(kind), 'Enter')
    const words = text.match(/\S+\s*/g) ?? []
    const started = performance.now()
    // A word is typed at its time, whether or not the page has drawn the one before.
    const typed: Promise<void>[] = []
    for (const [index, word] of words.entries()) {
      const wait = started + (index * 1000) / WORDS_A_SECOND - performance.now()
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
      typed.push(person.page.keyboard.insertText(word))
    }
    await Promise.all(typed)
  }
}

describe.skipIf(!hasScript)('a rapporteur’s script, which lies in ../shared beside the project', () => {
  it(
    'is typed by two people at once at 8 words a second, and nothing is lost, doubled or misattributed',
    async () => {
      const script = readScript(isWhole ? null : 2)
      const shares = {
        'l-moreau': script.filter((_, index) => index % 2 === 0),
        'a-kaya': script.filter((_, index) => index % 2 === 1),
      }
      const ann = await meeting.open(browser, 'l-moreau', 't1')
      const ben = await meeting.open(browser, 'a-kaya', 't1')
      const before = new Set((await readRoom(ann)).blocks.map(({ id }) => id))
      // Both before the first key: a line that somebody has just opened is theirs.
      await ann.clickEnd()
      await ben.clickEnd()

      await Promise.all([note(ann, shares['l-moreau']), note(ben, shares['a-kaya'])])
      await ann.status('All changes saved')
      await ben.status('All changes saved')

      const { blocks, typistsOf } = await readRoom(ann)
      const written = blocks.filter(({ id }) => !before.has(id))
      const wordsOf = (said: Pick<Said, 'speaker' | 'kind' | 'text'>): string =>
        [said.speaker, said.kind, said.text].join(' | ')
      const noted = written.map((block) => {
        const { speaker, kind } = block.attributes
        return [speaker, kind, blockText(block)].join(' | ')
      })
      expect([...noted].sort()).toEqual(script.map(wordsOf).sort())
      // Each is an intervention of its own, also where one speaker follows himself.
      const opened = readInterventions(blocks).filter(({ id }) => !before.has(id))
      expect(opened.map(({ lines }) => lines.length)).toEqual(script.map(() => 1))
      for (const [member, share] of Object.entries(shares)) {
        const own = written.filter((block) => share.some(({ text }) => text === blockText(block)))
        // In the order in which it was said, each character under who typed it.
        expect(own.map(blockText)).toEqual(share.map(({ text }) => text))
        expect(own.map(typistsOf)).toEqual(share.map(() => [member]))
      }

      const texts = blocks.map(blockText)
      for (const person of [ann, ben]) {
        await expect
          .poll(async () => (await person.lines()).map(({ text }) => text), { timeout: 20_000 })
          .toEqual(texts)
        expect(await person.close()).toEqual([])
      }
    },
    isWhole ? 400_000 : 120_000,
  )
})
