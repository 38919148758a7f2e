import type { Page } from 'playwright-core'
import { Random } from '../../fuzz/random.ts'
import { Histogram } from '../report/histogram.ts'
import { pause } from '../sync/with-server.ts'

const KEY_MS = 200
const LETTERS = 'abcdefgh '
/** What a click sets going is over. */
const SETTLED_MS = 1000

/** Milliseconds from a key, as the browser received it. */
export interface KeyTimes {
  /** Until the letter stands in the page, laid out. */
  readonly inPage: Histogram
  /** Until the end of the frame that shows it: on average half a frame of waiting is in it. */
  readonly onScreen: Histogram
}

/** Presses keys at uneven intervals at the end of a line, and times each. */
export async function timeKeys(page: Page, line: string, keys: number): Promise<KeyTimes> {
  await page.locator(`[data-line="${line}"] .note-text`).click()
  await page.keyboard.press('End')
  await pause(SETTLED_MS)
  await watchKeys(page, line)
  const random = new Random(3)
  for (let key = 0; key < keys; key++) {
    const letter = LETTERS[key % LETTERS.length] as string
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    await pause(KEY_MS * (0.5 + random.next()))
  }
  const times = await page.evaluate(() => {
    return (globalThis as unknown as { stopKeyTimes(): [number, number][] }).stopKeyTimes()
  })
  if (times.length !== keys)
    throw new Error(`${keys} keys were pressed, and ${times.length} were seen in the page.`)
  const [inPage, onScreen] = [new Histogram(), new Histogram()]
  for (const [first, second] of times) {
    inPage.add(first)
    onScreen.add(second)
  }
  return { inPage, onScreen }
}

/** Notes for each key when the line's own text has changed: the editor's own observer has run before this one. */
async function watchKeys(page: Page, line: string): Promise<void> {
  // tsx has functions keep their names by a call that only its own modules know.
  await page.evaluate('globalThis.__name = (named) => named')
  await page.evaluate((id) => {
    const text = document.querySelector(`[data-line="${id}"] .note-text`)
    const editor = document.querySelector('.ProseMirror')
    if (text === null || editor === null) throw new Error('There is no such line.')
    const times: [number, number][] = []
    let pressed: number | null = null
    const handleKey = ({ timeStamp }: KeyboardEvent): void => {
      pressed = timeStamp
    }
    const watch = new MutationObserver(() => {
      if (pressed === null) return
      const since = pressed
      pressed = null
      // Measuring lays the page out.
      editor.getBoundingClientRect()
      const entry: [number, number] = [performance.now() - since, 0]
      times.push(entry)
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          entry[1] = performance.now() - since
        }
        port2.postMessage(null)
      })
    })
    document.addEventListener('keydown', handleKey, true)
    watch.observe(text, { subtree: true, characterData: true, childList: true })
    const stopKeyTimes = (): [number, number][] => {
      document.removeEventListener('keydown', handleKey, true)
      watch.disconnect()
      return times
    }
    Object.assign(globalThis, { stopKeyTimes })
  }, line)
}
