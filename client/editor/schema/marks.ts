import { Mark } from '@tiptap/core'
import { UNKNOWN_MARK } from '../binding/formats.ts'

/** Carries every format this client doesn't know, together, so that none is lost or changed (TX6). */
export const UnknownMark = Mark.create({
  name: UNKNOWN_MARK,
  excludes: '',
  addAttributes() {
    return { formats: { default: {}, rendered: false } }
  },
  renderHTML() {
    return ['span', { 'data-unknown-format': '' }, 0]
  },
})

/** Schemes a link may have. A hostile client writes past the paste filter, so they are checked when shown (EX7). */
const SAFE_LINK = /^(https?:|mailto:)/i

/** A link: its stored value is kept as it came, and only the address is read from it (TX10). */
export const LinkMark = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes() {
    return { value: { default: '{}', rendered: false } }
  },
  parseHTML() {
    return [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = element.getAttribute('href') ?? ''
          return SAFE_LINK.test(href) ? { value: JSON.stringify({ href }) } : false
        },
      },
    ]
  },
  renderHTML({ mark }) {
    const href = readHref(String(mark.attrs.value))
    if (href === null) return ['span', { 'data-link': 'unsafe' }, 0]
    return ['a', { href, rel: 'noopener noreferrer nofollow', target: '_blank' }, 0]
  },
})

function readHref(value: string): string | null {
  try {
    const { href } = JSON.parse(value) as { href?: unknown }
    return typeof href === 'string' && SAFE_LINK.test(href) ? href : null
  } catch {
    return null
  }
}
