import type { CommentMark } from './comment-marks.ts'

/** A stretch of a line on which the same passages stand from its first character to its last. */
export interface CommentPiece {
  readonly block: number
  readonly from: number
  readonly to: number
  /** Their threads, the shortest passage first. */
  readonly threads: readonly string[]
  /** Whether one of them is chosen. */
  readonly isSelected: boolean
}

/** Cuts passages, which may overlap, into pieces that don't. In the order of the text within each line. */
export function commentPieces(marks: readonly CommentMark[]): CommentPiece[] {
  const lines = new Map<number, CommentMark[]>()
  for (const mark of marks) lines.set(mark.block, [...(lines.get(mark.block) ?? []), mark])
  return [...lines].flatMap(([block, inside]) => {
    const edges = [...new Set(inside.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
    return edges.flatMap((from, index): CommentPiece[] => {
      const to = edges[index + 1]
      const over = inside.filter((mark) => mark.from <= from && mark.to > from)
      if (to === undefined || over.length === 0) return []
      over.sort((one, other) => one.to - one.from - (other.to - other.from))
      const isSelected = over.some((mark) => mark.isSelected)
      return [{ block, from, to, threads: over.map(({ thread }) => thread), isSelected }]
    })
  })
}

/** Gives the attributes of the element that shows a piece. */
export function pieceAttributes({ threads, isSelected }: CommentPiece): {
  class: string
  'data-threads': string
} {
  const classes = ['comment-mark', ...threads.map(passageClass)]
  if (threads.length > 1) classes.push('comment-mark-several')
  if (isSelected) classes.push('comment-mark-selected')
  return { class: classes.join(' '), 'data-threads': threads.join(' ') }
}

/** Class of every piece of a thread's passage: pieces of several threads may be one. */
export function passageClass(thread: string): string {
  return `thread-at-${thread}`
}

/** Gives the threads whose passages stand where somebody presses, the shortest first. */
export function threadsAt(target: EventTarget | null): readonly string[] {
  const piece = target instanceof Element ? target.closest<HTMLElement>('[data-threads]') : null
  return piece?.dataset['threads']?.split(' ') ?? []
}
