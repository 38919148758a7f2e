import type { NameLanguage } from '../names/name-language.ts'
import type { Direction } from '../text/direction.ts'

// A document as data: what every writer gets, and all it gets. Words are clean (no control characters), links are
// checked, names are at the level of the export, numbers are given. No type of any library stands in it.

/** A document. */
export interface Report {
  /** Language of its own words: headings, names, notices. The text of an item keeps the language it was written in. */
  readonly language: NameLanguage
  readonly direction: Direction
  readonly front: FrontMatter
  /** The line at the head of every page. */
  readonly header: string
  /** `YYYY-MM-DD`: the date that files carry. It comes from the data, so the same input gives the same bytes (EX5). */
  readonly date: string
  readonly sections: readonly Section[]
  /** In the order of their marks; the first is number 1. */
  readonly footnotes: readonly Footnote[]
  /** What the document leaves out or changes, said in its language (EX4). */
  readonly omissions: readonly Omission[]
}

/** The title page. */
export interface FrontMatter {
  readonly form: string
  readonly title: string
  readonly placeAndDates: string
  readonly convener: string | null
  /** Stands on the title page and in the header: that the text of a sample is invented. */
  readonly notice: string | null
  /** What stands over the omissions. */
  readonly omissionsTitle: string
}

/** Words in one language and direction. */
export interface Line {
  readonly lang: string
  readonly direction: Direction
  readonly inlines: readonly Inline[]
}

/** A heading with what stands under it. */
export interface Section {
  readonly kind: 'section'
  /** 1: chapter (I.), 2: A., 3: 1. */
  readonly level: 1 | 2 | 3
  /** As it is written: `IV.`; null for a heading that stands alone at its level. */
  readonly number: string | null
  readonly heading: Line
  readonly content: readonly (Section | Paragraph)[]
}

/** The number of a paragraph. */
export interface ParagraphNumber {
  readonly value: number
  /** As it is written: "4.", "4 bis." */
  readonly text: string
  /** It is a further version of the recommendation of this number (AD2), and not counted. */
  readonly isVersion?: true
}

/** `text`: running text. `gloss`: somebody's translation of the line above. `subheading`: an unnumbered line over text. */
export type ParagraphRole = 'recommendation' | 'text' | 'subheading' | 'gloss'

/** A paragraph, or a part of one that stands on lines of its own. */
export interface Paragraph extends Line {
  readonly kind: 'paragraph'
  readonly role: ParagraphRole
  /** The item of the draft it belongs to. */
  readonly item: string
  /** Consecutive through the whole document, whatever the headings; null for what goes on under the number before. */
  readonly number: ParagraphNumber | null
  readonly list: ListPlace | null
}

/** Where a line stands in a list. */
export interface ListPlace {
  readonly kind: 'sub-paragraph' | 'bullet'
  /** 1-4 for sub-paragraphs: (a), (i), a., i.; 1-6 for bullets. */
  readonly level: number
  /** Counts from 1 within its level; a bullet counts nothing and has 0. */
  readonly ordinal: number
  /** As it is written: `(b)`. */
  readonly text: string
  /** Lines of one list have the same one. */
  readonly list: number
}

/** Looks of a piece of text. An absent one is not in force. */
export interface Looks {
  readonly bold?: true
  readonly italic?: true
  readonly underline?: true
  readonly strike?: true
}

export type Inline = TextPiece | LineBreak | BracketMark | NoteMark | Reference | Credit

export interface TextPiece extends Looks {
  readonly kind: 'text'
  readonly text: string
  /** A checked address: http, https or mailto (EX7). */
  readonly href?: string
}

export interface LineBreak {
  readonly kind: 'break'
}

/** A square bracket of negotiated text. */
export interface BracketMark extends Looks {
  readonly kind: 'bracket'
  readonly side: 'open' | 'close'
}

/** The mark of a footnote. */
export interface NoteMark {
  readonly kind: 'note'
  readonly number: number
}

/** What another paragraph is called by: "recommendation 4 bis". */
export interface Reference extends Looks {
  readonly kind: 'reference'
  readonly item: string
  readonly text: string
}

/** Who proposes, at the level of the export: ` (Belgium); (Finland)`. */
export interface Credit extends Looks {
  readonly kind: 'credit'
  readonly labels: readonly string[]
  readonly text: string
}

export interface Footnote extends Line {
  readonly number: number
}

export type OmissionKind =
  /** Names: nobody, or no closer than a level. */
  | 'names'
  /** Topics where the chair lets less be said of who spoke. */
  | 'capped'
  /** Proposers of whom less is said: they asked for it, or too few share the label. */
  | 'lowered'
  | 'withheld'
  | 'brackets-kept'
  | 'brackets-stripped'
  | 'brackets-unpaired'
  | 'removed'
  | 'withdrawn'
  | 'empty'
  | 'sections'
  | 'footnotes'
  | 'links'
  | 'references'
  | 'unknown'

/** One thing that is not as it stands in the draft. */
export interface Omission {
  readonly kind: OmissionKind
  readonly count: number
  /** Numbers of the topics it concerns; empty where it concerns none in particular. */
  readonly topics: readonly number[]
  /** The sentence, in the document's language. */
  readonly text: string
}
