import type { Translate } from '../i18n/translate.ts'
import type { Topic } from '../meeting/meeting.ts'

/** Says where somebody is: "Topic 1", "Draft"; empty where that is no page with a name. */
export function whereWords(t: Translate, topics: readonly Topic[], at: string | null): string {
  if (at === null) return ''
  const topic = at.startsWith('notes/') ? topics.find(({ id }) => `notes/${id}` === at) : undefined
  if (topic !== undefined) return t('shell.topic', { number: topic.number })
  switch (at) {
    case 'overview':
      return t('shell.overview')
    case 'draft':
      return t('shell.draft')
    case 'merge':
      return t('shell.merge')
    case 'setup':
      return t('shell.setup')
    default:
      return ''
  }
}

/** Gives the address of the page where somebody is; null: it has none. */
export function whereAddress(meeting: string, at: string | null): string | null {
  if (at === null) return null
  if (at.startsWith('notes/')) return `/m/${meeting}/topics/${at.slice('notes/'.length)}`
  if (at === 'overview') return `/m/${meeting}`
  if (at === 'draft' || at === 'merge') return `/m/${meeting}/${at}`
  return null
}
