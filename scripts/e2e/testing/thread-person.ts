import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { NotesPerson } from './notes-person.ts'

const POLL = { timeout: 10_000, interval: 30 }

/** Somebody at the threads of a page, in a browser of their own. */
export class ThreadPerson {
  readonly notes: NotesPerson
  readonly page: Page

  constructor(notes: NotesPerson) {
    this.notes = notes
    this.page = notes.page
  }

  /** Selects words of the notes, as a mouse does. */
  async select(words: string): Promise<void> {
    await this.notes.sees(words)
    await this.page.evaluate((wanted) => {
      // Names of others' carets stand among the words and are none of them.
      const piecesOf = (line: Element): Text[] => {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
        const pieces: Text[] = []
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
          if (node.parentElement?.closest('.remote-caret') === null) pieces.push(node as Text)
        return pieces
      }
      const wordsOf = (line: Element): string =>
        piecesOf(line)
          .map(({ data }) => data)
          .join('')
      const line = [...document.querySelectorAll('.note-text')].find((each) => wordsOf(each).includes(wanted))
      if (line === undefined) return
      const range = document.createRange()
      const start = wordsOf(line).indexOf(wanted)
      let at = 0
      for (const node of piecesOf(line)) {
        const { length } = node
        if (start >= at && start < at + length) range.setStart(node, start - at)
        const end = start + wanted.length
        if (end > at && end <= at + length) range.setEnd(node, end - at)
        at += length
      }
      document.querySelector<HTMLElement>('.notes-text[contenteditable="true"]')?.focus()
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
    }, words)
    await this.page.locator('.comment-button').waitFor()
  }

  /** Opens a thread on words of the notes. */
  async comment(words: string, text: string): Promise<void> {
    await this.select(words)
    await this.page.keyboard.press('Control+Alt+m')
    await this.write('New comment', text)
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
