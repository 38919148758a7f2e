import { type LeftFor, nowIn } from '../meeting/left-for.ts'
import type { NameLanguage } from '../names/name-language.ts'
import { referenceText } from './reference-words.ts'
import type { Footnote, Inline, Paragraph, Section } from './report.ts'

/** What stands where a paragraph that is referred to is not in the document. */
const ABSENT = '\u2026'

/**
 * Gives a chapter and its footnotes with what the paragraphs are called that they refer to; tells of each that is not
 * there. What was combined into another one (`left`) is referred to by that.
 */
export function fillReferences(
  chapter: Section,
  footnotes: readonly Footnote[],
  language: NameLanguage,
  left: ReadonlyMap<string, LeftFor>,
  onAbsent: () => void,
): { chapter: Section; footnotes: Footnote[] } {
  const numbers = new Map<string, string>()
  eachParagraph(chapter, ({ item, role, number }) => {
    if (number === null) return
    const what = role === 'recommendation' ? 'recommendation' : 'paragraph'
    // Without the sign that ends it.
    numbers.set(item, referenceText(what, number.text.slice(0, -1), language))
  })
  const there = new Set(numbers.keys())
  const fill = (inlines: readonly Inline[]): Inline[] =>
    inlines.map((inline) => {
      if (inline.kind !== 'reference') return inline
      const item = there.has(inline.item) ? inline.item : (nowIn(left, inline.item, there) ?? inline.item)
      const text = numbers.get(item)
      if (text === undefined) onAbsent()
      return { ...inline, item, text: text ?? ABSENT }
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
