import type { Footnote, Line, NoteMark } from './report.ts'

/** Keeps the footnotes of a document in the order of their marks. */
export class FootnoteBook {
  readonly #notes: Footnote[] = []

  /** Keeps a footnote and gives its mark. */
  add({ lang, direction, inlines }: Line): NoteMark {
    const number = this.#notes.length + 1
    this.#notes.push({ number, lang, direction, inlines })
    return { kind: 'note', number }
  }

  /** Gives all of them. */
  list(): Footnote[] {
    return [...this.#notes]
  }
}
