import { isTest, type SourceFile } from './check-imports.ts'

/** A file that must be longer holds two concepts. Tests are lists of cases, so they may be longer. */
const maxLines = 400
const maxTestLines = 600

/** Gives one sentence for each file over its hard stop. */
export function checkLengths(files: SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
    const limit = isTest(path) ? maxTestLines : maxLines
    return lines > limit ? [`${path} has ${lines} lines; ${limit} is the most: split it`] : []
  })
}
