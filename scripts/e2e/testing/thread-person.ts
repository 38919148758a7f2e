import type { NotesPerson } from './notes-person.ts'
import { selectWords } from './select-words.ts'
import { ThreadPanel } from './thread-panel.ts'

/** Somebody at the threads of the notes, in a browser of their own. */
export class ThreadPerson extends ThreadPanel {
  readonly notes: NotesPerson

  constructor(notes: NotesPerson) {
    super(notes.page)
    this.notes = notes
  }

  /** Selects words of the notes, as a mouse does. */
  async select(words: string): Promise<void> {
    await this.notes.sees(words)
    await selectWords(this.page, words, '.note-text')
    await this.page.locator('.comment-button').waitFor()
  }

  /** Opens a thread on words of the notes. */
  async comment(words: string, text: string): Promise<void> {
    await this.select(words)
    await this.page.keyboard.press('Control+Alt+m')
    await this.write('New comment', text)
  }
}
