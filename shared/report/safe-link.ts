const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/**
 * Gives the address of a link's stored value (`{"href":…}`, format.md), or null where it is none that may be followed.
 * The address is written anew by the URL parser, so that what was checked is what is followed (EX7).
 */
export function safeHref(value: unknown): string | null {
  const href = readHref(value)
  if (href === null || !URL.canParse(href)) return null
  const url = new URL(href)
  // A mailto: keeps quotation marks as they are; no writer needs to bear them.
  return SCHEMES.has(url.protocol) ? url.href.replace(/["<>\\`\s]/g, encodeURIComponent) : null
}

function readHref(value: unknown): string | null {
  if (typeof value !== 'string') return null
  try {
    const parsed: unknown = JSON.parse(value)
    const href = typeof parsed === 'object' && parsed !== null && 'href' in parsed ? parsed.href : null
    return typeof href === 'string' ? href : null
  } catch {
    return null
  }
}
