import './late-words.css'
import { useMemo } from 'react'
import type { WaitingWords } from '../../../shared/meeting/late-words.ts'
import { errorWords } from '../../i18n/error-words.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useLateWords } from '../../meeting/use-late-words.ts'
import { Page } from '../../shell/page.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useToast } from '../../ui/toast.tsx'
import { LateRow } from './late-row.tsx'
import { usePlaceWords } from './place-words.ts'
import { useDecisions, type Verb } from './use-decisions.ts'
import { useKeptFocus } from './use-kept-focus.ts'

/** The chair's list of words that came too late, and what becomes of them (SY11). */
export function LateWordsPage() {
  const { t } = useText()
  const { may } = useMeeting()
  if (may('admit-late-words')) return <Waiting />
  return (
    <Page title={t('late.title')} kicker={t('late.kicker')} at="late-words">
      <EmptyState title={t('late.onlyChair')}>{t('late.onlyChairBody')}</EmptyState>
    </Page>
  )
}

function Waiting() {
  const { t } = useText()
  const { members } = useMeeting()
  const { waiting, failure, refresh } = useLateWords()
  const toast = useToast()
  const placeWords = usePlaceWords()
  const decisions = useDecisions((words, verb) => {
    const name = members.get(words.member)?.name ?? t('late.somebody')
    const done = doneWords(verb)
    if (done !== null) toast.show(t(done, { name, place: placeWords(words.room).words }))
    refresh()
  })
  const { taken, gone } = decisions
  const rows = useMemo(() => {
    const left = (waiting ?? []).filter(({ id }) => !gone.has(id))
    return [...left, ...taken].sort((one, other) => one.at - other.at)
  }, [waiting, gone, taken])
  const list = useKeptFocus(useMemo(() => rows.map(({ id }) => id), [rows]))
  const count = rows.length - taken.length
  return (
    <Page
      title={t('late.title')}
      at="late-words"
      kicker={
        <span role="status">{count === 0 ? t('late.kicker') : t('overview.need.late', { count })}</span>
      }
    >
      <div className="late" ref={list} tabIndex={-1}>
        {failure !== null && (
          <div className="late-failure" role="alert">
            <p>
              {t('late.failed')} {errorWords(t, failure).hint}
            </p>
            <Button size="small" onPress={refresh}>
              {t('ui.tryAgain')}
            </Button>
          </div>
        )}
        {waiting === null && failure === null && <Skeleton lines={3} />}
        {waiting !== null && rows.length === 0 && (
          <EmptyState title={t('late.none')}>{t('late.noneHow')}</EmptyState>
        )}
        {rows.length > 0 && <Rows rows={rows} decisions={decisions} />}
      </div>
    </Page>
  )
}

interface RowsProps {
  rows: readonly WaitingWords[]
  decisions: ReturnType<typeof useDecisions>
}

function Rows({ rows, decisions }: RowsProps) {
  const { t } = useText()
  const { busy, refusals, taken } = decisions
  return (
    <>
      <p className="late-how">{t('late.how')}</p>
      <ul className="late-list" aria-label={t('late.list')}>
        {rows.map((words) => (
          <LateRow
            key={words.id}
            words={words}
            isTaken={taken.some(({ id }) => id === words.id)}
            busy={busy.get(words.id) ?? null}
            refusal={refusals.get(words.id) ?? null}
            onDecide={(verb) => void decisions.decide(words, verb)}
            onLetGo={() => decisions.letGo(words.id)}
          />
        ))}
      </ul>
    </>
  )
}

/** What was taken says so in its own row. */
function doneWords(verb: Verb | null): 'late.admitted' | 'late.dropped' | 'late.decided' | null {
  if (verb === 'take') return null
  if (verb === null) return 'late.decided'
  return verb === 'admit' ? 'late.admitted' : 'late.dropped'
}
