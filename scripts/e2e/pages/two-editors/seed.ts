import * as Y from 'yjs'
import { END } from '../../../../shared/text/atom.ts'

/** A block to begin with: its id, its text, and whatever else its marker says. */
export interface SeedLine {
  readonly id: string
  readonly text?: string
  readonly [attribute: string]: string | number | undefined
}

/** Fills a text as the server does before anybody opens it. */
export function seedText(text: Y.Text, lines: readonly SeedLine[]): void {
  for (const { text: words = '', ...attributes } of lines) {
    const marker = new Y.Map<unknown>([...Object.entries(attributes), ['v', 1]])
    text.insertEmbed(text.length, marker)
    if (words !== '') text.insert(text.length, words, {})
    text.insertEmbed(text.length, END)
  }
}
