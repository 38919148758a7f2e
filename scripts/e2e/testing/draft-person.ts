import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { MergePlan, MergeResult } from '../../../shared/merge/merge-plan.ts'
import { selectWords } from './select-words.ts'

const POLL = { timeout: 10_000, interval: 30 }

/** Somebody at the draft, the merge or the export, in a browser of their own. */
export class DraftPerson {
  readonly page: Page
  readonly #home: string
  readonly #api: string

  /** `home` is the meeting's own page, `api` what its commands begin with. */
  constructor(page: Page, home: string, api: string) {
    this.page = page
    this.#home = home
    this.#api = api
  }

  /** Goes to a page of the meeting: `merge`, `topics/t1`. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.#home}/${path}`)
  }

  /** Opens the draft once it has items, or a page beside it. */
  async openDraft(query = ''): Promise<void> {
    await this.goTo(`draft${query}`)
    await this.items().first().waitFor()
  }

  async openMerge(): Promise<void> {
    await this.goTo('merge')
    await this.page.locator('.merge-list, .empty-state').first().waitFor()
    // What looks alike comes with the rest, or waits above it on a slow machine.
    await this.page.waitForFunction(() => document.querySelector('section[aria-busy="true"]') === null)
  }

  /** Merges all that the notes hold, without a page. */
  async mergeAll(): Promise<MergeResult> {
    const plan = await this.command<MergePlan>('merge/plan', {})
    const choices = plan.proposals.flatMap((proposal) => {
      if (proposal.change !== 'new') return []
      const { topic, id, hash } = proposal.passage
      return [{ topic, passage: id, hash, take: true }]
    })
    return this.command<MergeResult>('merge', { choices })
  }

  /** Sends a command as this member, without a page. */
  async command<Answer>(path: string, body: object): Promise<Answer> {
    const answer = await this.page.request.post(`${this.#api}/${path}`, {
      headers: { Origin: new URL(this.#api).origin, 'Idempotency-Key': crypto.randomUUID() },
      data: body,
    })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return (await answer.json()) as Answer
  }

  items(): Locator {
    return this.page.locator('.draft-item')
  }

  /** The item that reads so. */
  item(words: string): Locator {
    return this.items().filter({ hasText: words })
  }

  /** Puts the caret at the end of an item's text. */
  async clickEnd(item: Locator): Promise<void> {
    await item.locator('.ProseMirror').click()
    await this.page.keyboard.press('Control+End')
    await this.settle()
  }

  /** Selects words of an item, as a mouse does. */
  async select(words: string): Promise<void> {
    await this.seesWords(words)
    await selectWords(this.page, words, '.draft-text [data-line]')
    await this.page.locator('.toolbar').waitFor()
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** Writes words in one go: one step of undo, however slow the machine is. */
  async insert(words: string): Promise<void> {
    await this.page.keyboard.insertText(words)
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Browsers tell an editor of a moved caret a little later. */
  async settle(): Promise<void> {
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  }

  /** Reads the draft as the page shows it: sections with their items, `1 words`. */
  async read(): Promise<string[]> {
    return this.page.evaluate(() => {
      return [...document.querySelectorAll('.draft-section, .draft-item')].map((part) => {
        if (part.classList.contains('draft-section')) return `# ${part.querySelector('bdi')?.textContent}`
        const text = part.querySelector('.draft-text')?.cloneNode(true) as Element | undefined
        for (const extra of text?.querySelectorAll('.remote-caret') ?? []) extra.remove()
        const lines = [...(text?.querySelectorAll('[data-line]') ?? [])].map((line) => line.textContent)
        return [part.querySelector('.draft-number')?.textContent, lines.join(' / ')].join(' ')
      })
    })
  }

  /** Waits until the draft reads so. */
  async sees(expected: readonly string[]): Promise<void> {
    await expect.poll(() => this.read(), POLL).toEqual(expected)
  }

  /** Waits until some line of the draft holds these words. */
  async seesWords(words: string): Promise<void> {
    await expect.poll(async () => (await this.read()).join('\n'), POLL).toContain(words)
  }

  /** Waits until the status word says that all is on the server's disk. */
  async saved(): Promise<void> {
    const word = (): Promise<string | null> => this.page.locator('.status-word').textContent()
    await expect.poll(word, POLL).toContain('saved')
  }

  /** What has the focus, by its name. */
  focused(): Promise<string | null> {
    return this.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null)
  }
}
