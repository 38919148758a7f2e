import type { Block } from '../../shared/text/block.ts'

/** Gives a line's words to be read: a mention by its name, where words are kept back an ellipsis. */
export function lineWords({ inlines }: Block): string {
  return inlines
    .map((inline) => {
      if ('text' in inline) return inline.text
      const { t, label } = inline.atom
      if (t === 'break') return '\n'
      if (t === 'mention' && typeof label === 'string') return `@${label}`
      return t === 'withheld' ? '[…]' : ''
    })
    .join('')
}

/** Tells whether a line has words of its own that could be put otherwise. */
export function hasOwnWords({ inlines }: Block): boolean {
  return inlines.some((inline) => 'text' in inline && inline.text.trim() !== '')
}
