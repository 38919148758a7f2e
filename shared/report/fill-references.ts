import type { NameLanguage } from '../names/name-language.ts'
import { referenceText } from './reference-words.ts'
import type { Footnote, Inline, Paragraph, Section } from './report.ts'

/** What stands where a paragraph that is referred to is not in the document. */
const ABSENT = '\u2026'

/** Gives a chapter and its footnotes with what the paragraphs are called that they refer to; tells of each that is not there. */
export function fillReferences(
  chapter: Section,
  footnotes: readonly Footnote[],
  language: NameLanguage,
  onAbsent: () => void,
): { chapter: Section; footnotes: Footnote[] } {
  const numbers = new Map<string, string>()
  eachParagraph(chapter, ({ item, role, number }) => {
    if (number === null) return
    const what = role === 'recommendation' ? 'recommendation' : 'paragraph'
    // Without the sign that ends it.
    numbers.set(item, referenceText(what, number.text.slice(0, -1), language))
  })
  const fill = (inlines: readonly Inline[]): Inline[] =>
    inlines.map((inline) => {
      if (inline.kind !== 'reference') return inline
      const text = numbers.get(inline.item)
      if (text === undefined) onAbsent()
      return { ...inline, text: text ?? ABSENT }
    })
  return {
    chapter: mapSection(chapter, fill),
    footnotes: footnotes.map((note) => ({ ...note, inlines: fill(note.inlines) })),
  }
}

function mapSection(section: Section, fill: (inlines: readonly Inline[]) => Inline[]): Section {
  return {
    ...section,
    heading: { ...section.heading, inlines: fill(section.heading.inlines) },
    content: section.content.map((part) =>
      part.kind === 'section' ? mapSection(part, fill) : { ...part, inlines: fill(part.inlines) },
    ),
  }
}

function eachParagraph(section: Section, visit: (paragraph: Paragraph) => void): void {
  for (const part of section.content) {
    if (part.kind === 'section') eachParagraph(part, visit)
    else visit(part)
  }
}
