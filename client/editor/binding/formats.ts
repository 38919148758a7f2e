import { Mark, type Schema } from '@tiptap/pm/model'
import type { Formats, FormatValue } from '../../../shared/text/block.ts'

/** The one mark that carries every format this client doesn't know, so that none is ever changed (TX6). */
export const UNKNOWN_MARK = 'unknownMark'

/** Gives the marks that show formats. */
export function marksOf(schema: Schema, formats: Formats): readonly Mark[] {
  const marks: Mark[] = []
  const unknown: Record<string, FormatValue> = {}
  for (const [key, value] of Object.entries(formats)) {
    const type = key === UNKNOWN_MARK ? undefined : schema.marks[key]
    const carriesValue = type?.spec.attrs !== undefined && 'value' in type.spec.attrs
    if (type !== undefined && carriesValue && typeof value === 'string') marks.push(type.create({ value }))
    else if (type !== undefined && !carriesValue && value === true) marks.push(type.create())
    else unknown[key] = value
  }
  const carrier = schema.marks[UNKNOWN_MARK]
  if (Object.keys(unknown).length > 0 && carrier !== undefined)
    marks.push(carrier.create({ formats: unknown }))
  return Mark.setFrom(marks)
}

/** Gives the formats that marks stand for: the inverse of {@link marksOf}. */
export function formatsOf(marks: readonly Mark[]): Formats {
  if (marks.length === 0) return NO_FORMATS
  const formats: Record<string, FormatValue> = {}
  for (const mark of marks) {
    if (mark.type.name === UNKNOWN_MARK) Object.assign(formats, mark.attrs.formats)
    else formats[mark.type.name] = mark.attrs.value === undefined ? true : (mark.attrs.value as FormatValue)
  }
  return formats
}

const NO_FORMATS: Formats = Object.freeze({})
