const MARKUP = /\\([!-/:-@[-`{-~])|\\\n|<[^>]*>|\]\(<[^>]*>\)|[[*]/g

/** Gives Markdown as our writer makes it without its markup: escaped signs as themselves, no tags, no addresses. */
export function readMarkdown(markdown: string): string {
  return markdown.replace(
    MARKUP,
    (token, escaped: string | undefined) => escaped ?? (token === '\\\n' ? '\n' : ''),
  )
}
