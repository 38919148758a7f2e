import { safeCopy } from './safe-copy.ts'

/** A document as the exporter makes it, to be looked at before it is downloaded. */
export interface Preview {
  readonly article: HTMLElement
  readonly words: number
  readonly limit: number
  readonly omissions: readonly Omission[]
}

/** What the document leaves out or changes, said in the document's own language. */
export interface Omission {
  readonly kind: string
  readonly text: string
}

/** Reads the exporter's HTML; null where it is none. */
export function readPreview(html: string, into: Document): Preview | null {
  const found = new DOMParser().parseFromString(html, 'text/html').querySelector('article.report')
  const article = found === null ? null : safeCopy(found, into)
  if (found === null || article === null) return null
  const omissions = [...found.querySelectorAll<HTMLElement>('.report-omission')].map((one) => ({
    kind: one.dataset['kind'] ?? '',
    text: one.textContent ?? '',
  }))
  return {
    article,
    words: Number(found.getAttribute('data-words')) || 0,
    limit: Number(found.getAttribute('data-word-limit')) || 0,
    omissions,
  }
}
