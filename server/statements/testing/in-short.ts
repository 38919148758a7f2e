import type { Statement, StatementRun } from '../../../shared/statements/statement.ts'

/** Writes a statement's blocks one a line: `h2 1. words`, `- words`, with *bold*, _italic_, ⏎ for a break. */
export function inShort({ blocks }: Statement): string[] {
  return blocks.map(({ type, level, depth, number, runs }) => {
    const sign =
      type === 'heading' ? `h${level} ` : type === 'bullet' ? `${'-'.repeat((depth ?? 0) + 1)} ` : ''
    return `${sign}${number === undefined ? '' : `${number} `}${runs.map(looksOf).join('')}`
  })
}

function looksOf({ text, bold, italic, underline, strike, link, break: isBreak }: StatementRun): string {
  if (isBreak) return '⏎'
  const signs = [bold && '*', italic && '_', underline && '+', strike && '~'].filter((sign) => sign)
  const marked = signs.reduce((words: string, sign) => `${sign}${words}${sign}`, text)
  return link === undefined ? marked : `[${marked}](${link})`
}
