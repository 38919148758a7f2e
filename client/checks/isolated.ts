/** Wraps words that somebody wrote, so that a sentence of the page's language runs on in its own direction round them. */
export function isolated(words: string): string {
  return `\u2068${words}\u2069`
}
