import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import * as Y from 'yjs'
import { launchBrowser } from '../../e2e/testing/browser.ts'
import { Random } from '../../fuzz/random.ts'
import { ensureBuilt } from '../../setup/build.mjs'
import { contenders, MINUTA } from '../contenders/contender.ts'
import { copyMinuta } from '../contenders/install-peers.ts'
import { signedIn } from '../editing/opening-times.ts'
import type { Target } from '../load/client.ts'
import { Histogram } from '../report/histogram.ts'
import { machineLine } from '../report/machine.ts'
import { formatNumber, markdownTable } from '../report/table.ts'
import { Person } from '../soak/person.ts'
import { holdsWithin, pause } from '../sync/with-server.ts'

const ITEMS = 500
/** Issue 5, point 9: what is seen first can be read and written in within a second, and scrolls a frame at a time. */
const MOST = { opening: 1000, frame: 50 }
const WORDS =
  'States should publish what national rapporteurs find each year and answer it before the legislature within six months '
/** Until the server has stored the draft. */
const STORED_MS = 2000
/** Everything that the page before loads has come. */
const SETTLED_MS = 1000
/** What is pressed a notch further by a wheel. */
const NOTCH_PX = 400

/** How long a draft of 500 items takes to open, and how evenly it scrolls; gives the exit code. */
export async function benchDraft(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { short: { type: 'boolean', default: false } } })
  if (!(await ensureBuilt())) return 1
  copyMinuta()
  const minuta = contenders.find(({ name }) => name === MINUTA) as (typeof contenders)[number]
  process.setMaxListeners(0)
  const folder = mkdtempSync(join(tmpdir(), 'minuta-draft-'))
  const signIns = await minuta.prepare(folder, { rooms: 2, members: 2 })
  const server = await minuta.start(folder, signIns)
  const browser = await launchBrowser()
  console.log(`${machineLine()}; ${ITEMS} items\n`)
  try {
    const { target } = server
    const origin = target.url.replace('ws:', 'http:').replace('/sync/', '')
    const writer = await fillDraft(target, origin, signIns[0] as string)
    await pause(STORED_MS)
    const newPage = () => signedIn(browser, origin, signIns[1] as string)
    const figures = await measure(newPage, `${origin}/m/m0`, values.short ? 1 : 7)
    writer.leave()
    const isWithin = report(figures)
    // One round shows that it runs, and judges nothing.
    return isWithin || values.short ? 0 : 1
  } finally {
    await browser.close()
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Makes the items by commands, as a page does, and writes their words as somebody beside it. */
async function fillDraft(target: Target, origin: string, signIn: string): Promise<Person> {
  const random = new Random(3)
  for (let item = 0; item < ITEMS; item++) {
    const answer = await fetch(`${origin}/api/meetings/m0/items`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${signIn}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': `bench-draft-item-${item}`,
      },
      body: JSON.stringify({ id: `i${item}`, type: 'recommendation', section: `t${item % 2}`, after: null }),
    })
    if (!answer.ok) throw new Error(`Item ${item}: ${answer.status} ${await answer.text()}`)
  }
  const writer = new Person(target, 'm/m0/draft', 0, random)
  const items = writer.doc.getMap<Y.Map<unknown>>('items')
  if (!(await holdsWithin(30_000, () => items.size === ITEMS))) throw new Error('The draft did not come.')
  writer.doc.transact(() => {
    for (const entry of items.values()) {
      const text = entry.get('text')
      if (text instanceof Y.Text) text.insert(1, WORDS.repeat(random.int(1, 4)).trim())
    }
  })
  return writer
}

interface Figures {
  /** Until what is seen first can be read and written in: from the address, in a browser that was never here. */
  readonly address: Histogram
  /** The same from a press on its link in another page. */
  readonly link: Histogram
  /** Until all items stand in the page, from the address. */
  readonly all: Histogram
  readonly frames: Histogram
}

async function measure(newPage: () => Promise<Page>, meeting: string, rounds: number): Promise<Figures> {
  const [address, link, all, frames] = [new Histogram(), new Histogram(), new Histogram(), new Histogram()]
  for (let round = 0; round < rounds; round++) {
    const other = await newPage()
    await other.goto(meeting, { waitUntil: 'networkidle' })
    await pause(SETTLED_MS)
    const pressed = performance.now()
    await other.evaluate(() => document.querySelector<HTMLElement>('a[href$="/draft"]')?.click())
    await untilWritable(other)
    link.add(performance.now() - pressed)
    await other.context().close()

    const page = await newPage()
    const began = performance.now()
    await page.goto(`${meeting}/draft`, { waitUntil: 'commit' })
    await untilWritable(page)
    address.add(performance.now() - began)
    await page.waitForFunction(
      (wanted) => document.querySelectorAll('.draft-item .draft-text [data-line]').length >= wanted,
      ITEMS,
    )
    all.add(performance.now() - began)
    for (const frame of await scroll(page)) frames.add(frame)
    await page.context().close()
  }
  return { address, link, all, frames }
}

async function untilWritable(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('.draft-item .ProseMirror[contenteditable="true"] [data-line]') !== null,
  )
}

/** Scrolls through the draft a notch a frame; gives what each frame took. */
function scroll(page: Page): Promise<number[]> {
  return page.evaluate(async (notch) => {
    const list = document.querySelector('.draft-list')
    if (list === null) throw new Error('There is no draft.')
    const scroller = document.scrollingElement ?? document.documentElement
    const frames: number[] = []
    // No function of its own in here: what compiles this file would give it a name that the page doesn't know.
    let before = await new Promise<number>(requestAnimationFrame)
    for (let place = 0; place < Math.min(list.scrollHeight, 40_000); place += notch) {
      scroller.scrollTop = place
      const now = await new Promise<number>(requestAnimationFrame)
      frames.push(now - before)
      before = now
    }
    return frames
  }, NOTCH_PX)
}

function report({ address, link, all, frames }: Figures): boolean {
  const row = (name: string, times: Histogram, budget: number | null): string[] => [
    name,
    formatNumber(times.percentile(0.5), 1),
    formatNumber(times.percentile(0.95), 1),
    budget === null ? '' : `≤ ${budget}`,
  ]
  const rows = [
    row('write in the first, from the address', address, MOST.opening),
    row('write in the first, from another page', link, MOST.opening),
    row('all items, from the address', all, null),
    row('a frame while it scrolls', frames, MOST.frame),
  ]
  console.log(markdownTable(['ms', 'p50', 'p95', 'budget'], rows))
  const opens = [address, link].every((times) => times.percentile(0.5) <= MOST.opening)
  return opens && frames.percentile(0.95) <= MOST.frame
}
