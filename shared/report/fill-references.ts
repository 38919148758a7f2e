import type { Footnote, Inline, Paragraph, Section } from './report.ts'

/** What stands where a paragraph that is referred to is not in the document. */
const ABSENT = '\u2026'

/** Gives a chapter and its footnotes with the numbers of the paragraphs they refer to; tells of each that is not there. */
export function fillReferences(
  chapter: Section,
  footnotes: readonly Footnote[],
  onAbsent: () => void,
): { chapter: Section; footnotes: Footnote[] } {
  const numbers = new Map<string, string>()
  eachParagraph(chapter, ({ item, number }) => {
    if (number !== null) numbers.set(item, String(number.value))
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
