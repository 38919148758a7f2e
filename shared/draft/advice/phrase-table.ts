/** A phrase found in a text: how many words it has, and what it stands for. */
export interface Found<Value> {
  readonly value: Value
  readonly words: number
}

interface Phrase<Value> {
  readonly words: readonly string[]
  readonly value: Value
}

/** No first word that is written with a star is longer. */
const LONGEST_BEGINNING = 16

/** Phrases of one language. They are compared with folded words; a word that ends in `*` stands for all that begin so. */
export class PhraseTable<Value> {
  readonly #whole = new Map<string, Phrase<Value>[]>()
  readonly #begun = new Map<string, Phrase<Value>[]>()

  /** Takes phrases in: between bars, words between spaces. */
  add(phrases: string, value: Value, fold: (word: string) => string): void {
    for (const phrase of phrases.split('|')) {
      const words = phrase
        .trim()
        .split(/\s+/)
        .map((word) => (word.endsWith('*') ? `${fold(word)}*` : fold(word)))
      const first = words[0] ?? ''
      if (first === '') continue
      const place = first.endsWith('*') ? this.#begun : this.#whole
      const key = first.endsWith('*') ? first.slice(0, -1) : first
      place.set(key, [...(place.get(key) ?? []), { words, value }])
    }
  }

  /** Gives the longest phrase that begins at a word; null: none does. `forms` are what each word may be read as. */
  at(forms: readonly (readonly string[])[], place: number): Found<Value> | null {
    let best: Found<Value> | null = null
    for (const form of forms[place] ?? []) {
      for (const phrase of this.#beginningWith(form)) {
        if (phrase.words.length <= (best?.words ?? 0)) continue
        if (phrase.words.every((word, step) => step === 0 || fits(word, forms[place + step])))
          best = { value: phrase.value, words: phrase.words.length }
      }
    }
    return best
  }

  *#beginningWith(form: string): Iterable<Phrase<Value>> {
    yield* this.#whole.get(form) ?? []
    for (let length = 2; length <= Math.min(form.length, LONGEST_BEGINNING); length++)
      yield* this.#begun.get(form.slice(0, length)) ?? []
  }
}

function fits(word: string, forms: readonly string[] = []): boolean {
  const beginning = word.endsWith('*') ? word.slice(0, -1) : null
  return forms.some((form) => (beginning === null ? form === word : form.startsWith(beginning)))
}
