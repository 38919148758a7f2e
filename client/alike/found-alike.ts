/** A text to compare, named by its key; plain data, as it goes to the worker. */
export interface TextToCompare {
  readonly key: string
  readonly words: string
  /** BCP 47; null: found out from the words. */
  readonly lang: string | null
}

/** What the worker is asked. */
export interface AlikeQuestion {
  readonly number: number
  readonly texts: readonly TextToCompare[]
  /** Only what looks like this one; null: all pairs. */
  readonly about: string | null
  /** In which language terms are named. */
  readonly language: string
  readonly most: number
}

/** A stretch of a text that the other says too. */
export interface AlikeMark {
  readonly from: number
  readonly to: number
  /** The same word, or another word for the same thing. */
  readonly kind: 'same words' | 'same term'
}

/** Two texts that may ask for the same, and why. */
export interface FoundAlike {
  /** Keys of both. */
  readonly a: string
  readonly b: string
  readonly marksA: readonly AlikeMark[]
  readonly marksB: readonly AlikeMark[]
  /** What both say, by name, the weightiest first. */
  readonly terms: readonly string[]
}

export interface AlikeAnswer {
  readonly number: number
  readonly pairs: readonly FoundAlike[]
}
