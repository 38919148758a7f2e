import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const POLL = { timeout: 10_000, interval: 30 }

/** The threads of a page, as somebody finds and writes them there. */
export class ThreadPanel {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Writes into a composer and sends. */
  async write(label: string, text: string): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true }).and(this.page.locator('textarea')).last()
    await field.focus()
    await this.page.keyboard.press('Control+End')
    await this.page.keyboard.type(text)
    await this.page.keyboard.press('Control+Enter')
  }

  /** The thread that holds this comment. */
  thread(text: string): Locator {
    return this.page.locator('article.thread').filter({ hasText: text })
  }

  /** Waits until a thread holds this comment, and opens it. */
  async open(text: string): Promise<Locator> {
    const thread = this.thread(text)
    await thread.waitFor()
    if ((await thread.getAttribute('data-selected')) === null)
      await thread.locator('.comment-head').first().click()
    await expect.poll(() => thread.getAttribute('data-selected'), POLL).toBe('true')
    return thread
  }

  /** Waits until the words that a thread marks in the text are these; the thread is named by a comment of it. */
  async marks(text: string, words: string): Promise<void> {
    const read = async (): Promise<string> => {
      const id = await this.thread(text).getAttribute('data-thread-card')
      return this.page.locator(`.thread-at-${id}`).evaluateAll((pieces) =>
        pieces
          .map((piece) => {
            const copy = piece.cloneNode(true) as Element
            for (const extra of copy.querySelectorAll('.remote-caret')) extra.remove()
            return copy.textContent
          })
          .join(''),
      )
    }
    await expect.poll(read, POLL).toBe(words)
  }

  /** Shows the threads of a filter. */
  async show(filter: string): Promise<void> {
    await this.page.locator('.thread-filter', { hasText: filter }).click()
  }

  /** What is chosen in the menu of the last comment of a thread. */
  async choose(thread: Locator, item: string): Promise<void> {
    await thread.locator('.comment-menu').last().click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }
}
