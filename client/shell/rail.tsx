import './rail.css'
import { Download, FileText, LayoutList, ListChecks, type LucideIcon, Merge, Settings2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { NavLink, useLocation } from 'react-router'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { onceEach, type Present } from '../meeting/present.ts'
import { useWhoIsHere } from '../meeting/use-presence.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { useWork } from '../work/work.tsx'
import { useShellWidth } from './shell-width.tsx'

/** More than these stand as a number. */
const SHOWN = 3

/** The map of a meeting. In the drawer it is whole whatever the width; `onGo` closes it. */
export function Rail({ isDrawer = false, onGo }: { isDrawer?: boolean; onGo?: () => void }) {
  const { t } = useText()
  const { id, me, meeting, topics, may } = useMeeting()
  const { topics: counted, drafted } = useWork()
  const present = useWhoIsHere()
  const isNarrow = useShellWidth() === 'middle' && !isDrawer
  const home = `/m/${id}`
  const unmerged = [...counted.values()].reduce((sum, work) => sum + work.unmerged, 0)
  const toCheck = [...counted.values()].reduce((sum, work) => sum + work.toCheck, 0)
  const speaks = me.role === 'participant' && me.mechanism !== null
  const shared = { isNarrow, onGo }
  return (
    <nav
      className={isDrawer ? 'rail rail-drawer' : 'rail'}
      aria-label={t('shell.rail')}
      tabIndex={-1}
      {...(!isDrawer && { 'data-region': 'rail' })}
    >
      <RailLink {...shared} to={home} isExact icon={LayoutList} words={t('shell.overview')} />
      {(speaks || me.role === 'chair') && (
        <RailLink
          {...shared}
          to={`${home}/words`}
          icon={ListChecks}
          words={t(speaks ? 'shell.ownWords' : 'shell.mechanismWords')}
          end={<Count count={toCheck} words={t('shell.ownWordsCount', { count: toCheck })} />}
        />
      )}
      <p className="rail-heading">{t('shell.agenda')}</p>
      {topics
        .filter((topic) => may('read-notes', { topic }))
        .map((topic) => (
          <RailLink
            key={topic.id}
            {...shared}
            to={`${home}/topics/${topic.id}`}
            number={topic.number}
            words={topic.shortTitle ?? topic.title}
            lang={meeting.lang}
            end={
              <Faces
                present={onceEach(
                  present.filter(({ role, at }) => role !== 'observer' && at === `notes/${topic.id}`),
                )}
              />
            }
          />
        ))}
      <p className="rail-heading">{t('shell.outcome')}</p>
      {may('merge') && (
        <RailLink
          {...shared}
          to={`${home}/merge`}
          icon={Merge}
          words={t('shell.merge')}
          end={<Count count={unmerged} words={t('shell.mergeCount', { count: unmerged })} />}
        />
      )}
      <RailLink
        {...shared}
        to={`${home}/draft`}
        icon={FileText}
        words={t('shell.draft')}
        end={<Count count={drafted ?? 0} words={t('shell.draftCount', { count: drafted ?? 0 })} />}
      />
      {may('export') && <ExportLink {...shared} />}
      {may('set-up') && (
        <div className="rail-foot">
          <RailLink {...shared} to={`${home}/setup/members`} icon={Settings2} words={t('shell.setup')} />
        </div>
      )}
    </nav>
  )
}

interface RailLinkProps {
  to: string
  words: string
  /** Of the words, where they are the meeting's own. */
  lang?: string
  icon?: LucideIcon
  number?: number
  end?: ReactNode
  /** Only this very page, not those under it. */
  isExact?: boolean
  isNarrow: boolean
  onGo: (() => void) | undefined
}

function RailLink(props: RailLinkProps) {
  const { to, words, lang, icon: Icon, number, end, isExact = false, isNarrow, onGo } = props
  return (
    <Tooltip text={words} isDisabled={!isNarrow} side="after">
      <NavLink to={to} end={isExact} className="rail-link" onClick={() => onGo?.()}>
        {Icon && <Icon />}
        {number !== undefined && <span className="rail-number">{number}</span>}
        <bdi className="rail-words" lang={lang}>
          {words}
        </bdi>
        {end}
      </NavLink>
    </Tooltip>
  )
}

/** Export is a dialog over the page that one is on. */
function ExportLink({ isNarrow, onGo }: Pick<RailLinkProps, 'isNarrow' | 'onGo'>) {
  const { t } = useText()
  const { pathname } = useLocation()
  return (
    <Tooltip text={t('shell.export')} isDisabled={!isNarrow} side="after">
      <NavLink
        to={{ pathname, search: '?export=1' }}
        className="rail-link"
        aria-current={false}
        onClick={() => onGo?.()}
      >
        <Download />
        <span className="rail-words">{t('shell.export')}</span>
      </NavLink>
    </Tooltip>
  )
}

/** Work to do behind a link: a number for the eye, its meaning for the ear. */
function Count({ count, words }: { count: number; words: string }) {
  if (count === 0) return null
  return (
    <span className="rail-count">
      <span aria-hidden>{count}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  )
}

function Faces({ present }: { present: readonly Present[] }) {
  if (present.length === 0) return null
  const more = present.length - SHOWN
  return (
    <span className="rail-faces">
      <span className="visually-hidden">{present.map(({ name }) => name).join(', ')}</span>
      {present.slice(0, SHOWN).map((person) => (
        <Avatar key={person.member} person={person} size="small" />
      ))}
      {more > 0 && (
        <span className="rail-more" aria-hidden>
          +{more}
        </span>
      )}
    </span>
  )
}
