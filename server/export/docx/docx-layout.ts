/** How far text stands in from the numbers of headings, in twentieths of a point: 2 cm. */
export const TEXT_INDENT = 1134

/** The lists of a document that Word itself counts. */
export const LIST = {
  headings: 'headings',
  paragraphs: 'paragraphs',
  sub: 'sub-paragraphs',
  bullets: 'bullets',
} as const

/** Names of the paragraph styles that are no headings. */
export const STYLE = {
  form: 'MeetingForm',
  front: 'FrontMatter',
  notice: 'Notice',
  omissionsTitle: 'OmissionsTitle',
  omission: 'Omission',
  header: 'PageHeader',
  footer: 'PageFooter',
  numbered: 'NumberedParagraph',
  continued: 'ContinuedParagraph',
  listed: 'ListedParagraph',
  subheading: 'Subheading',
  gloss: 'Gloss',
} as const
