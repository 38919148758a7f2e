import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { launchBrowser } from '../../e2e/testing/browser.ts'
import { Random } from '../../fuzz/random.ts'
import { ensureBuilt } from '../../setup/build.mjs'
import { roomName } from '../contenders/bench-meetings.ts'
import { contenders, MINUTA } from '../contenders/contender.ts'
import { copyMinuta } from '../contenders/install-peers.ts'
import type { ServerChild } from '../contenders/server-child.ts'
import type { Histogram } from '../report/histogram.ts'
import { machineLine } from '../report/machine.ts'
import { formatNumber, markdownTable } from '../report/table.ts'
import { pause } from '../sync/with-server.ts'
import { type KeyTimes, timeKeys } from './key-times.ts'
import { LINES, lineId, longNotes, seed, Writer } from './long-notes.ts'
import { type OpeningTimes, signedIn, timeOpenings } from './opening-times.ts'

const WRITERS = 20
const LETTERS_A_SECOND = 5
/** Until the server has stored the notes. */
const STORED_MS = 2000
/** Issue 4, point 9: a key shows within a frame, such notes open within a second. */
const MOST = { key: 16, opening: 1000 }

interface Figures {
  readonly opening: OpeningTimes
  readonly alone: KeyTimes
  readonly together: KeyTimes
}

/** A key in 2,000 lines while twenty others type, and how long such notes take to open; gives the exit code. */
export async function editing(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { short: { type: 'boolean', default: false } } })
  if (!(await ensureBuilt())) return 1
  copyMinuta()
  const minuta = contenders.find(({ name }) => name === MINUTA) as (typeof contenders)[number]
  // Each provider listens for the end of the process.
  process.setMaxListeners(0)
  const folder = mkdtempSync(join(tmpdir(), 'minuta-editing-'))
  const signIns = await minuta.prepare(folder, { rooms: 20, members: WRITERS + 2 })
  const server = await minuta.start(folder, signIns)
  console.log(`${machineLine()}; ${LINES} lines, ${WRITERS} others at ${LETTERS_A_SECOND} letters a second\n`)
  try {
    return report(await measure(server, signIns, values.short), values.short)
  } finally {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(server: ServerChild, signIns: readonly string[], isShort: boolean): Promise<Figures> {
  const [keys, rounds] = isShort ? [20, 1] : [300, 7]
  const { target } = server
  const origin = target.url.replace('ws:', 'http:').replace('/sync/', '')
  const keeper = await seed(target, roomName(0), WRITERS, longNotes())
  await pause(STORED_MS)
  const browser = await launchBrowser()
  try {
    const newPage = () => signedIn(browser, origin, signIns[WRITERS + 1] as string)
    console.error('Opening …')
    const opened = { origin, topic: 't0', other: 't1', lines: LINES }
    const opening = await timeOpenings(newPage, opened, rounds)
    const writers = await Promise.all(
      Array.from({ length: WRITERS }, (_, member) => Writer.connect(target, roomName(0), member)),
    )
    const page = await newPage()
    await page.goto(`${origin}/m/m0/topics/t0`)
    await page.locator('.ProseMirror[contenteditable="true"]').waitFor()
    console.error('Typing alone …')
    const alone = await timeKeys(page, lineId(LINES / 2), keys)
    console.error('Typing while others do …')
    const stop = typeAll(writers)
    const together = await timeKeys(page, lineId(LINES / 2), keys)
    stop()
    for (const person of [...writers, keeper]) person.leave()
    return { opening, alone, together }
  } finally {
    await browser.close()
  }
}

/** Has everybody type at uneven intervals until it is called. */
function typeAll(writers: readonly Writer[]): () => void {
  const random = new Random(5)
  const timers = new Set<NodeJS.Timeout>()
  const next = (writer: Writer): void => {
    const timer = setTimeout(
      () => {
        timers.delete(timer)
        writer.type()
        next(writer)
      },
      (1000 / LETTERS_A_SECOND) * (0.5 + random.next()),
    )
    timers.add(timer)
  }
  for (const writer of writers) next(writer)
  return () => {
    for (const timer of timers) clearTimeout(timer)
  }
}

function report({ opening, alone, together }: Figures, isShort: boolean): number {
  const row = (name: string, times: Histogram, budget: string): string[] => [
    name,
    formatNumber(times.percentile(0.5), 1),
    formatNumber(times.percentile(0.95), 1),
    formatNumber(times.most, 1),
    budget,
  ]
  console.log(
    markdownTable(
      ['ms', 'p50', 'p95', 'most', 'budget'],
      [
        row('own key in the page, alone', alone.inPage, ''),
        row('own key on the screen, alone', alone.onScreen, ''),
        row(`own key in the page, ${WRITERS} others type`, together.inPage, `p95 ≤ ${MOST.key}`),
        row(`own key on the screen, ${WRITERS} others type`, together.onScreen, ''),
        row('opening, from another topic', opening.first, `p50 ≤ ${MOST.opening}`),
        row('opening again, kept on the device', opening.again, `p50 ≤ ${MOST.opening}`),
        row('opening from its address, first visit', opening.address, ''),
      ],
    ),
  )
  const isMissed =
    together.inPage.percentile(0.95) > MOST.key ||
    [opening.first, opening.again].some((times) => times.percentile(0.5) > MOST.opening)
  // A few keys judge nothing.
  return isMissed && !isShort ? 1 : 0
}
