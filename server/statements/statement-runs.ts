import type { StatementRun } from '../../shared/statements/statement.ts'

/** How a text looks. */
export type Looks = Omit<StatementRun, 'text' | 'break'>

/** Schemes a link may have; any other is text (EX7). */
const SAFE_LINK = /^(https?:\/\/|mailto:)/i
const MAX_LINK_CHARS = 2000

/** Gives a link's address where it may be one; null: its words stay, as plain text. */
export function safeLink(href: string): string | null {
  const address = href.trim()
  return SAFE_LINK.test(address) && address.length <= MAX_LINK_CHARS ? address : null
}

/** Puts runs together: what looks alike is one, white space at both ends is gone, and no control sign is left. */
export function tidyRuns(runs: readonly StatementRun[]): StatementRun[] {
  const tidy: StatementRun[] = []
  for (const run of runs) {
    if (run.break) {
      tidy.push({ text: '', break: true })
      continue
    }
    const text = cleanText(run.text)
    if (text === '') continue
    const last = tidy.at(-1)
    if (last !== undefined && !last.break && sameLooks(last, run))
      tidy[tidy.length - 1] = { ...last, text: last.text + text }
    else tidy.push({ ...run, text })
  }
  return trimRuns(tidy)
}

/** Gives the runs without their first characters. */
export function dropStart(runs: readonly StatementRun[], chars: number): StatementRun[] {
  let left = chars
  return tidyRuns(
    runs.map((run) => {
      const cut = Math.min(left, run.text.length)
      left -= cut
      return { ...run, text: run.text.slice(cut) }
    }),
  )
}

/** Gives the words of runs; a break reads as a new line. */
export function plainText(runs: readonly StatementRun[]): string {
  return runs.map(({ text, break: isBreak }) => (isBreak ? '\n' : text)).join('')
}

// U+FFFC stands for an atom in flat text, and no typed text may pass for one.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const UNWANTED = /[\u0000-\u0008\u000e-\u001f\u007f\ufffc\ufeff]/g

function cleanText(text: string): string {
  return text.replace(/[\r\n\v\f\u2028\u2029]+/g, ' ').replace(UNWANTED, '')
}

function trimRuns(runs: readonly StatementRun[]): StatementRun[] {
  let from = 0
  let to = runs.length
  while (from < to && isBlank(runs[from])) from++
  while (to > from && isBlank(runs[to - 1])) to--
  return runs.slice(from, to).map((run, index, all) => {
    let { text } = run
    if (index === 0) text = text.trimStart()
    if (index === all.length - 1) text = text.trimEnd()
    return text === run.text ? run : { ...run, text }
  })
}

function isBlank(run: StatementRun | undefined): boolean {
  return run !== undefined && (run.break === true || run.text.trim() === '')
}

function sameLooks(one: StatementRun, other: StatementRun): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.underline === other.underline &&
    one.strike === other.strike &&
    one.link === other.link
  )
}
