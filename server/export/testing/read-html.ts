import { unescapeXml } from './read-docx.ts'

const TAGS: ReadonlySet<string> = new Set(
  'html head meta title body article header footer section h1 h2 h3 h4 p ul li span b i u s a br sup'.split(
    ' ',
  ),
)
const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>|<!doctype html>/g
const ATTRIBUTE = / ([a-z-]+)(?:="([^"]*)")?/g
const ATTRIBUTES: ReadonlySet<string> = new Set(
  'lang dir class charset href rel data-kind data-count data-topics data-item data-words data-word-limit'.split(
    ' ',
  ),
)

/** Gives every tag and attribute of a page that is none of those the writer makes, and every stray `<`. */
export function foreignMarkup(html: string): string[] {
  const foreign: string[] = []
  const rest = html.replace(TAG, (tag, _closing, name: string | undefined, attributes = '') => {
    if (name !== undefined && !TAGS.has(name)) foreign.push(tag)
    for (const [, key = '', value = ''] of String(attributes).matchAll(ATTRIBUTE)) {
      const isLink = key === 'href' && !/^(https?|mailto):/.test(value)
      if (!ATTRIBUTES.has(key) || isLink) foreign.push(tag)
    }
    return ''
  })
  return rest.includes('<') ? [...foreign, '<'] : foreign
}

/** Gives the text of the elements with a class, without the numbers in front of them. */
export function textOf(html: string, name: string): string[] {
  const element = new RegExp(`<(\\w+) class="(?:[^"]* )?${name}(?: [^"]*)?"[^>]*>(.*?)</\\1>\\n`, 'gs')
  return [...html.matchAll(element)].map(([, , inner = '']) =>
    unescapeXml(
      inner
        .replace(/<span class="report-number">[^<]*<\/span> /, '')
        .replace(/<sup class="report-note">\d+<\/sup>/g, '')
        .replaceAll('<br>', '\n')
        .replace(/<[^>]*>/g, ''),
    ),
  )
}
