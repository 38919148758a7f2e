import type { Weighed } from './alike-index.ts'

/** The least score at which two texts are suggested: chosen on the tuning half of the bench's pairs. */
export const LEAST_SCORE = 0.2

/** Sharing one word is a coincidence: two words, or a phrase of two, are a reason. */
const LEAST_REASONS = 2

/**
 * How alike two texts are, from 0 to 1: the weight of what both say, over the weight of what each says (the cosine of
 * the two); in one language, lifted by how many neighbouring words they share. 0 where they share less than two words
 * that mean something.
 */
export function scoreOf(a: Weighed, b: Weighed): number {
  const { product, reasons } = sharedWeight(a, b)
  if (reasons < LEAST_REASONS) return 0
  const same = Math.min(1, product / (a.length * b.length))
  if (a.lang !== b.lang) return same
  return lifted(same, sharedPart(a.pairs, b.pairs))
}

/** The highest score that what two texts share allows: in one language, with all words in the same order. */
export function mostLifted(same: number): number {
  return lifted(Math.min(1, same), 1)
}

/** Gives the least that two texts have to share, as the words stand, to come to a score once it is lifted. */
export function leastUnlifted(score: number): number {
  return (1 + IN_ORDER - Math.sqrt((1 + IN_ORDER) ** 2 - 4 * IN_ORDER * score)) / (2 * IN_ORDER)
}

/** How far words in the same order lift a score towards 1. */
const IN_ORDER = 0.5

/** The same words in the same order lift a score, and no score over 1. */
function lifted(same: number, inOrder: number): number {
  return same * (1 + (1 - same) * IN_ORDER * inOrder)
}

function sharedWeight(a: Weighed, b: Weighed): { product: number; reasons: number } {
  let product = 0
  let reasons = 0
  for (let left = 0, right = 0; left < a.terms.length && right < b.terms.length; ) {
    const difference = (a.terms[left] as number) - (b.terms[right] as number)
    if (difference === 0) {
      product += (a.weights[left] as number) * (b.weights[right] as number)
      reasons += Math.min(a.reasons[left] as number, b.reasons[right] as number)
    }
    if (difference <= 0) left += 1
    if (difference >= 0) right += 1
  }
  return { product, reasons }
}

/** What two ascending lists share, over their mean length. */
function sharedPart(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0
  let shared = 0
  for (let left = 0, right = 0; left < a.length && right < b.length; ) {
    const difference = (a[left] as number) - (b[right] as number)
    if (difference === 0) shared += 1
    if (difference <= 0) left += 1
    if (difference >= 0) right += 1
  }
  return (2 * shared) / (a.length + b.length)
}
