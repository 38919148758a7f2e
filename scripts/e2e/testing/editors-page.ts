import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { EditorHandle } from '../pages/two-editors/editor-handle.ts'
import type { SeedLine } from '../pages/two-editors/seed.ts'

/** What a test wants to begin with; without `lines` France speaks in s1 and s2, Chile in s3. */
export interface EditorsOptions {
  readonly lines?: readonly SeedLine[]
  readonly second?: readonly SeedLine[]
  readonly mode?: 'items'
  readonly people?: 2 | 3
  readonly context?: BrowserContextOptions
}

type Read<Name extends keyof EditorHandle> = EditorHandle[Name] extends (...given: never[]) => infer Result
  ? Result
  : never

/** The page two-editors.html under a test's hands. */
export class EditorsPage {
  readonly page: Page
  /** What went wrong in the page: must be empty at the end of every test. */
  readonly faults: string[] = []

  private constructor(page: Page) {
    this.page = page
    page.on('pageerror', (error) => this.#note(error.stack ?? error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') this.#note(message.text())
    })
  }

  /** Opens the page in a context of its own. */
  static async open(browser: Browser, url: string, options: EditorsOptions = {}): Promise<EditorsPage> {
    const context = await browser.newContext(options.context)
    const opened = new EditorsPage(await context.newPage())
    const query = new URLSearchParams()
    if (options.mode !== undefined) query.set('mode', options.mode)
    if (options.people !== undefined) query.set('people', String(options.people))
    if (options.lines !== undefined) query.set('lines', JSON.stringify(options.lines))
    if (options.second !== undefined) query.set('second', JSON.stringify(options.second))
    await opened.page.goto(`${url}?${query}`)
    await opened.page.waitForFunction(() => 'editors' in window)
    return opened
  }

  /** Closes the page and says what went wrong in it. */
  async close(): Promise<readonly string[]> {
    await this.page.context().close()
    return this.faults
  }

  /** Puts the caret, or a selection, into a person's editor. */
  place(key: string, line: string, from: number, toLine = line, to = from): Promise<void> {
    return this.page.evaluate(
      ([key, line, from, toLine, to]) => {
        window.editors[key]?.place(line, from, toLine, to)
      },
      [key, line, from, toLine, to] as const,
    )
  }

  /** Types with real keys, where the caret is. */
  type(text: string): Promise<void> {
    return this.page.keyboard.type(text)
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Presses keys that move the caret, and waits until the editor has noticed: browsers tell it a little later. */
  async move(key: string, keys: readonly string[], line: string, offset: number): Promise<void> {
    await this.press(...keys)
    await expect
      .poll(async () => (await this.read(key, 'selection')).head, { timeout: 5000, interval: 20 })
      .toEqual({ line, offset })
  }

  /** Calls one of an editor's readings. */
  read<Name extends 'blocks' | 'lines' | 'carets' | 'selection' | 'focus'>(
    key: string,
    name: Name,
  ): Promise<Read<Name>> {
    return this.page.evaluate(([key, name]) => window.editors[key]?.[name]() as never, [key, name] as const)
  }

  link(act: 'pause' | 'resume'): Promise<void> {
    return this.page.evaluate((act) => window.link[act](), act)
  }

  delay(delayMs: number): Promise<void> {
    return this.page.evaluate((ms) => window.link.delay(ms), delayMs)
  }

  /** Ends a person's undo step, as half a second's rest does. */
  endStep(person: string): Promise<void> {
    return this.page.evaluate((person) => window.people[person]?.undo.stopCapturing(), person)
  }

  undoStack(person: string): Promise<{ canUndo: boolean; canRedo: boolean } | undefined> {
    return this.page.evaluate((person) => {
      const undo = window.people[person]?.undo
      return undo && { canUndo: undo.canUndo, canRedo: undo.canRedo }
    }, person)
  }

  /** Waits until everything has arrived, and every editor and a fresh reading of every text show these lines. */
  async everyoneShows(expected: readonly string[], only: readonly string[] = []): Promise<void> {
    const keys = only.length > 0 ? only : await this.#keys()
    await expect
      .poll(() => this.#everything(keys), { timeout: 5000, interval: 30 })
      .toEqual({
        ...Object.fromEntries(keys.map((key) => [key, { page: expected, text: expected }])),
        isIdle: true,
      })
  }

  /** Waits until one editor shows these lines, whatever the others do. */
  async shows(key: string, expected: readonly string[]): Promise<void> {
    await expect
      .poll(async () => (await this.read(key, 'lines')).map(({ text }) => text), {
        timeout: 5000,
        interval: 30,
      })
      .toEqual(expected)
  }

  async ids(key: string): Promise<string[]> {
    return (await this.read(key, 'blocks')).map(({ id }) => id)
  }

  /** Waits until nothing is on its way. */
  async arrived(): Promise<void> {
    await this.page.waitForFunction(() => window.link.isIdle)
  }

  /** Vite's own client looks for a server that test pages do without. */
  #note(fault: string): void {
    if (!/@vite|\[vite\]|WebSocket connection/.test(fault)) this.faults.push(fault)
  }

  #keys(): Promise<string[]> {
    return this.page.evaluate(() => Object.keys(window.editors))
  }

  #everything(keys: readonly string[]): Promise<Record<string, unknown>> {
    return this.page.evaluate((keys) => {
      const { editors, link } = window
      const seen: Record<string, unknown> = { isIdle: link.isIdle }
      for (const key of keys) {
        seen[key] = {
          page: editors[key]?.lines().map(({ text }) => text),
          text: editors[key]?.blocks().map(({ text }) => text),
        }
      }
      return seen
    }, keys)
  }
}
