import './panel-tabs.css'
import { ShieldCheck } from 'lucide-react'
import { lowerLevel } from '../../../shared/meeting/attribution.ts'
import { readInterventions, speakerOf } from '../../../shared/notes/intervention.ts'
import type { AuthoredSpan } from '../../../shared/text/authorship.ts'
import { type Block, blockText } from '../../../shared/text/block.ts'
import { isGloss } from '../../../shared/text/gloss.ts'
import { sharesOf } from '../../editor/notes/typed-spans.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { CheckedBy } from './checked-by.tsx'
import { CommentsTab } from './comments-tab.tsx'
import { OpenCorrections } from './correction-card.tsx'
import { FateRow } from './fate-row.tsx'
import type { NotesDesk } from './notes-desk.ts'
import { OutlineTab } from './outline-tab.tsx'
import { type NotesTab, tabOf } from './panel-tab.ts'
import type { NotesThreads } from './thread-state.ts'
import { useSettledVersion } from './use-desk.ts'
import { WithheldTab } from './withheld-tab.tsx'

interface PanelTabsProps {
  desk: NotesDesk
  topic: Topic
  /** Null while the threads are not read yet. */
  comments: NotesThreads | null
  tab: NotesTab
  onTab(tab: NotesTab | null): void
  onClose(): void
}

/** What stands in the panel: comments beside their passages, the outline, and who typed what. A part of its own in the build. */
export function PanelTabs({ desk, topic, comments, tab, onTab, onClose }: PanelTabsProps) {
  const { t } = useText()
  const { may } = useMeeting()
  const open = comments?.threads.filter(({ resolved }) => resolved === null).length ?? 0
  const tabs = [
    {
      id: 'comments',
      label: t('threads.tab'),
      ...(open > 0 && { count: open }),
      content:
        comments === null ? (
          <Skeleton lines={3} />
        ) : (
          <CommentsTab desk={desk} comments={comments} onClose={onClose} />
        ),
    },
    {
      id: 'outline',
      label: t('outline.title'),
      content: <OutlineTab desk={desk} onClose={onClose} />,
    },
    {
      id: 'authorship',
      label: t('notes.panel.authorship'),
      content: <AuthorshipTab desk={desk} topic={topic} />,
    },
    ...(may('read-drafting')
      ? [
          {
            id: 'withheld',
            label: t('marks.list.tab'),
            content: <WithheldTab desk={desk} topic={topic} onClose={onClose} />,
          },
        ]
      : []),
  ]
  return (
    <Tabs
      label={t('notes.panel')}
      tabs={tabs}
      selected={tabs.some(({ id }) => id === tab) ? tab : 'comments'}
      onSelect={(id) => onTab(tabOf(id))}
    />
  )
}

function AuthorshipTab({ desk, topic }: { desk: NotesDesk; topic: Topic }) {
  const { t } = useText()
  // Not at every key: counting who typed what takes longer than a key.
  useSettledVersion(desk)
  const { $from } = desk.editor.state.selection
  const line = desk.blocks[Math.min($from.index(0), desk.blocks.length - 1)]
  const hasWords = line !== undefined && blockText(line).trim() !== ''
  return (
    <div className="authorship">
      {hasWords ? (
        <LineAuthorship desk={desk} topic={topic} line={line} />
      ) : (
        <p className="authorship-none">{t('notes.authorshipNone')}</p>
      )}
      <OpenCorrections desk={desk} topic={topic} line={line?.id} />
      <Shares desk={desk} />
    </div>
  )
}

/** As much of a line as tells which it is. */
const QUOTE_LENGTH = 140

function LineAuthorship({ desk, topic, line }: { desk: NotesDesk; topic: Topic; line: Block }) {
  const { t, language } = useText()
  const { meeting } = useMeeting()
  const { who } = desk
  const spans = who === null ? null : desk.spans.of(line, who)
  const text = blockText(line).replaceAll('\uFFFC', '')
  const quote = text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH).trimEnd()}…` : text
  const isGlossed = isGloss(line.attributes)
  const speaker = isGlossed ? null : speakerOf(line)
  const said = speaker === null ? null : desk.words.words.speaker(speaker)
  const first = desk.times.first(line.id)
  const own = readInterventions(desk.blocks).find(({ lines }) => lines.includes(line))?.attribution ?? null
  const level = lowerLevel(own ?? topic.cap, topic.cap)
  return (
    <section className="authorship-line">
      <blockquote dir="auto">{t('notes.quoted', { text: quote })}</blockquote>
      <dl>
        <dt>{t('notes.saidBy')}</dt>
        <dd>
          {said === null ? (
            <span>{t(isGlossed ? 'marks.gloss.notSaid' : 'notes.saidByNobody')}</span>
          ) : (
            <>
              <strong>
                <bdi>{said.name}</bdi>
              </strong>
              {said.detail !== '' && <bdi className="authorship-small">{said.detail}</bdi>}
            </>
          )}
        </dd>
        <dt>{t('notes.typedBy')}</dt>
        <dd>
          {spans === null ? (
            <span>{t('notes.whoTypedLoading')}</span>
          ) : (
            <Typists
              spans={spans}
              isProven={line.inlines.every(({ at }) => who?.isProven(at.client))}
              when={first === null ? null : formatMoment(language, first, meeting.timeZone)}
            />
          )}
        </dd>
        <CheckedBy desk={desk} line={line} />
        <FateRow desk={desk} topic={topic.id} line={line} />
        <dt>{t('notes.namedAs')}</dt>
        <dd>
          <strong>{t(`export.level.${level}`)}</strong>
          <span className="authorship-small">
            {t('notes.cap', { level: t(`export.level.${topic.cap}`), number: topic.number })}
          </span>
        </dd>
      </dl>
    </section>
  )
}

interface TypistsProps {
  spans: readonly AuthoredSpan[]
  /** The server has recorded all of them. */
  isProven: boolean
  when: string | null
}

function Typists({ spans, isProven, when }: TypistsProps) {
  const { t, language } = useText()
  const { members } = useMeeting()
  const nameOf = (member: string): string => members.get(member)?.name ?? t('notes.unknownMember')
  const comma = language === 'ar' ? '، ' : ', '
  const typed = [...new Set(spans.map(({ typedBy }) => typedBy))]
  const moved = [...new Set(spans.flatMap(({ movedBy }) => movedBy))]
  return (
    <>
      <span>
        {typed.map((member, index) => (
          <span key={member ?? ''}>
            {index > 0 && comma}
            <strong>
              <bdi>{member === null ? t('notes.typedByServer') : nameOf(member)}</bdi>
            </strong>
          </span>
        ))}
        {when !== null && (
          <>
            {comma}
            <bdi>{when}</bdi>
          </>
        )}
      </span>
      {moved.length > 0 && (
        <span className="authorship-small">
          {t('notes.movedBy', { names: moved.map(nameOf).join(comma) })}
        </span>
      )}
      <span className="authorship-small authorship-proof">
        {isProven && <ShieldCheck />}
        {t(isProven ? 'notes.proven' : 'notes.unproven')}
      </span>
    </>
  )
}

function Shares({ desk }: { desk: NotesDesk }) {
  const { t } = useText()
  const { members } = useMeeting()
  const { who } = desk
  if (who === null) return null
  const shares = sharesOf(desk.blocks, desk.spans, who)
  const all = shares.reduce((sum, { characters }) => sum + characters, 0)
  return (
    <section className="authorship-shares">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('notes.thisTopic')}</th>
            <th scope="col">{t('notes.characters')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('notes.share')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ member, characters }) => (
            <tr key={member ?? ''}>
              <th scope="row">
                <bdi>
                  {member === null
                    ? t('notes.typedByServer')
                    : (members.get(member)?.name ?? t('notes.unknownMember'))}
                </bdi>
              </th>
              <td>{characters}</td>
              <td>{t('notes.percent', { percent: Math.round((100 * characters) / Math.max(1, all)) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('notes.authorshipNote')}</p>
    </section>
  )
}
