import { expect, test } from 'vitest'
import type { Attributes } from '../../../shared/text/block.ts'
import { lineLabels } from './line-labels.ts'

const lines: Attributes[] = [
  {},
  { type: 'subparagraph' },
  { type: 'subparagraph', level: 2 },
  { type: 'subparagraph', level: 2 },
  { type: 'subparagraph' },
  {},
  { type: 'subparagraph' },
  { type: 'bullet' },
]

test.each([
  ['en', [null, '(a)', '(i)', '(ii)', '(b)', null, '(a)', '•']],
  ['fr', [null, 'a)', 'i)', 'ii)', 'b)', null, 'a)', '•']],
  ['es', [null, 'a)', 'i)', 'ii)', 'b)', null, 'a)', '•']],
  ['ar', [null, '(أ)', '(1)', '(2)', '(ب)', null, '(أ)', '•']],
] as const)(
  '[EX3] sub-paragraphs are numbered by the rule of the document’s language: %s',
  (language, expected) => {
    expect(lineLabels(lines, language).map((label) => label?.text ?? null)).toEqual(expected)
  },
)

test('plain paragraphs have no label', () => {
  expect(lineLabels([{}, { type: 'heading' }], 'en')).toEqual([null, null])
})
