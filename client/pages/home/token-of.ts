const TOKEN = /^[A-Za-z0-9_-]{20,128}$/

/** Reads the token out of an invitation's link as people paste it; null: there is none in it. */
export function tokenOf(link: string): string | null {
  const last =
    link
      .trim()
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? ''
  return TOKEN.test(last) ? last : null
}
