import type { Language } from '../../i18n/languages.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { LineChange } from './speech-changes.ts'
import type { SpeechChoice } from './speech-choice.ts'
import type { Telling } from './speech-turns.ts'

/** What is new beside the lines. */
export type SpeechNews =
  | { readonly what: 'commented'; readonly member: string; readonly isOnMine: boolean }
  | { readonly what: 'resolved'; readonly member: string }
  | { readonly what: 'reopened' }
  | { readonly what: 'same'; readonly words: string }

/** What the page knows of those who are told of and of lines. */
export interface SpeechTerms {
  readonly t: Translate
  readonly language: Language
  readonly nameOf: (member: string) => string
  /** Who speaks in a line, or did before it went; empty: nobody yet. */
  readonly speakerOf: (change: LineChange) => string
  /** Speaker, kind and words of a line, as a reader hears it; null: it is not there. */
  readonly read: (line: string) => string | null
}

/** Longer messages are listened to by nobody. */
const MOST_SENTENCES = 3
const MOST_SPEAKERS = 2

/** Says what others did, in one short message; empty: nothing that is still there. */
export function tellingWords(
  { lines, news }: Telling<SpeechNews>,
  choice: SpeechChoice,
  terms: SpeechTerms,
): string {
  const said = choice === 'all' ? eachLine(lines, terms) : summary(lines, terms)
  return [...said, ...newsWords(news, terms)].join(' ')
}

/** Joins names as the language does: "L. Moreau and S. Petrov". */
export function namesTogether(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format([...new Set(names)])
}

function eachLine(lines: readonly LineChange[], terms: SpeechTerms): string[] {
  return lines.flatMap((change) => {
    const { member, line, did } = change
    if (did === 'removed') return [sentence([change], terms)]
    const words = terms.read(line)
    return words === null ? [] : [`${terms.nameOf(member)}: ${words}`]
  })
}

function summary(lines: readonly LineChange[], terms: SpeechTerms): string[] {
  const parts = new Map<string, LineChange[]>()
  for (const change of lines) {
    const key = `${change.did} ${change.member}`
    const part = parts.get(key)
    if (part === undefined) parts.set(key, [change])
    else part.push(change)
  }
  // Everybody is named once before somebody is named again.
  const all = [...parts.values()]
  const isFirst = (part: LineChange[]): boolean => all.find((each) => writer(each) === writer(part)) === part
  const order = [...all.filter(isFirst), ...all.filter((part) => !isFirst(part))]
  const told = order.slice(0, MOST_SENTENCES)
  const named = new Set(told.map(writer))
  const others = new Set(order.map(writer).filter((member) => !named.has(member)))
  const sentences = told.map((part) => sentence(part, terms))
  return others.size === 0 ? sentences : [...sentences, terms.t('speech.andOthers', { count: others.size })]
}

function writer([first]: readonly LineChange[]): string {
  return first?.member ?? ''
}

/** What one member did in one manner to some lines. */
function sentence(lines: readonly LineChange[], { t, language, nameOf, speakerOf }: SpeechTerms): string {
  const did = lines[0]?.did ?? 'changed'
  const name = nameOf(writer(lines))
  const count = lines.length
  const speakers = [...new Set(lines.map(speakerOf))].filter((speaker) => speaker !== '')
  if (speakers.length === 0) return t(`speech.${did}Here`, { name, count })
  const where =
    speakers.length <= MOST_SPEAKERS
      ? namesTogether(speakers, language)
      : t('speech.speakers', { count: speakers.length })
  return t(`speech.${did}`, { name, count, where })
}

function newsWords(news: readonly SpeechNews[], { t, language, nameOf }: SpeechTerms): string[] {
  const comments = news.filter((each) => each.what === 'commented')
  const names = (isOnMine: boolean): string[] =>
    comments.filter((each) => each.isOnMine === isOnMine).map(({ member }) => nameOf(member))
  const [onMine, elsewhere] = [names(true), names(false)]
  const said: string[] = []
  if (onMine.length > 0) said.push(t('speech.commented', { names: namesTogether(onMine, language) }))
  if (elsewhere.length > 0) {
    const who = namesTogether(elsewhere, language)
    said.push(t('threads.news', { count: elsewhere.length, names: who }))
  }
  for (const each of news) {
    if (each.what === 'resolved') said.push(t('speech.resolved', { name: nameOf(each.member) }))
    else if (each.what === 'reopened') said.push(t('speech.reopened'))
    else if (each.what === 'same') said.push(each.words)
  }
  return [...new Set(said)]
}
