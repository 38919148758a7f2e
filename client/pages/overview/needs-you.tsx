import { ClockAlert, ListChecks, type LucideIcon, MailQuestion, Merge, PenLine, UserX } from 'lucide-react'
import { formatMoment } from '../../i18n/dates.ts'
import type { Language } from '../../i18n/languages.ts'
import { useText } from '../../i18n/text.tsx'
import type { Translate } from '../../i18n/translate.ts'
import type { Meeting } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useInvitations } from '../../meeting/use-invitations.ts'
import { useLateWords } from '../../meeting/use-late-words.ts'
import { ButtonLink } from '../../ui/button-link.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useWork } from '../../work/work.tsx'
import { type Need, needsYou } from './needs-you.ts'

/** What waits for me: fact, place, one verb. */
export function NeedsYou() {
  const { t, language } = useText()
  const meeting = useMeeting()
  const { topics, may, me } = meeting
  const { topics: work } = useWork()
  const { invitations } = useInvitations()
  const { waiting } = useLateWords()
  const isKnown =
    topics.every((topic) => work.has(topic.id) || !may('read-notes', { topic })) &&
    (invitations !== null || !may('invite')) &&
    (waiting !== null || !may('admit-late-words'))
  const needs = needsYou({
    topics,
    work,
    mayMerge: may('merge'),
    mayCheck: me.mechanism !== null && may('confirm-intervention', { mechanism: me.mechanism }),
    mayWrite: (topic) => may('write-notes', { topic }),
    invitations,
    lateWords: waiting,
  })
  return (
    <section aria-labelledby="needs-you">
      <h2 id="needs-you" className="overview-heading">
        {t('overview.needsYou')}
      </h2>
      {needs.length > 0 && (
        <ul className="needs">
          {needs.map((need) => (
            <NeedRow key={keyOf(need)} words={needWords(t, language, meeting, need)} />
          ))}
        </ul>
      )}
      {needs.length === 0 && isKnown && <p className="overview-quiet">{t('overview.nothingNeedsYou')}</p>}
      {needs.length === 0 && !isKnown && <Skeleton lines={2} />}
    </section>
  )
}

function keyOf(need: Need): string {
  return 'topic' in need ? `${need.kind} ${need.topic.id}` : need.kind
}

interface NeedWords {
  readonly icon: LucideIcon
  readonly fact: string
  readonly place: string
  readonly verb: string
  readonly to: string
}

function NeedRow({ words: { icon: Icon, fact, place, verb, to } }: { words: NeedWords }) {
  return (
    <li className="need">
      <Icon />
      <div className="need-words">
        <p className="need-fact">{fact}</p>
        <p className="need-place">{place}</p>
      </div>
      <ButtonLink to={to} variant="quiet" size="small">
        {verb}
      </ButtonLink>
    </li>
  )
}

function needWords(t: Translate, language: Language, meeting: Meeting, need: Need): NeedWords {
  const home = `/m/${meeting.id}`
  switch (need.kind) {
    case 'late':
      return {
        icon: ClockAlert,
        fact: t('overview.need.late', { count: need.count }),
        place: t('overview.need.lateFrom', { names: namesOf(t, language, meeting, need) }),
        verb: t('overview.need.showLate'),
        to: `${home}/late-words`,
      }
    case 'merge': {
      const numbers = need.topics.map(({ number }) => String(number))
      return {
        icon: Merge,
        fact: t('overview.need.merge', { count: need.count }),
        place: t('overview.need.topics', { count: numbers.length, numbers: list(language, numbers) }),
        verb: t('overview.need.reviewMerge'),
        to: `${home}/merge`,
      }
    }
    case 'own-words': {
      const numbers = need.topics.map(({ number }) => String(number))
      return {
        icon: ListChecks,
        fact: t('overview.need.ownWords', { count: need.count }),
        place: t('overview.need.topics', { count: numbers.length, numbers: list(language, numbers) }),
        verb: t('overview.need.checkWords'),
        to: `${home}/words`,
      }
    }
    case 'corrections':
      return {
        icon: PenLine,
        fact: t('overview.need.corrections', { count: need.count }),
        place: t('shell.topic', { number: need.topic.number }),
        verb: t('overview.need.decideCorrections'),
        to: `${home}/topics/${need.topic.id}?panel=authorship`,
      }
    case 'no-speaker':
      return {
        icon: UserX,
        fact: t('overview.need.noSpeaker', { count: need.count }),
        place: t('shell.topic', { number: need.topic.number }),
        verb: t('overview.need.showLines'),
        to: `${home}/topics/${need.topic.id}#${need.line}`,
      }
    case 'not-opened':
      return {
        icon: MailQuestion,
        fact: t('overview.need.notOpened', {
          count: need.members.length,
          names: namesOf(t, language, meeting, need),
        }),
        place: t('overview.need.linksEnd', {
          moment: formatMoment(language, need.ends, meeting.meeting.timeZone),
        }),
        verb: t('overview.need.showMembers'),
        to: `${home}/setup/members?show=not-opened`,
      }
  }
}

/** Two are named; of more the others are a number. */
function namesOf(
  t: Translate,
  language: Language,
  { members }: Meeting,
  { members: ids }: { members: readonly string[] },
): string {
  const names = ids.map((id) => members.get(id)?.name ?? id)
  if (names.length <= 3) return list(language, names)
  return list(language, [...names.slice(0, 2), t('overview.need.others', { count: names.length - 2 })])
}

function list(language: Language, words: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words)
}
