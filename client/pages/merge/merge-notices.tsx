import { CircleCheck, RefreshCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ApiError } from '../../api/api-error.ts'
import { errorWords } from '../../i18n/error-words.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import type { CameBack } from './merge-state.ts'
import type { Done } from './use-merging.ts'

interface NoticeProps {
  tone: 'done' | 'hint' | 'error'
  children: ReactNode
  action?: ReactNode
}

function Notice({ tone, children, action }: NoticeProps) {
  const Icon = tone === 'done' ? CircleCheck : tone === 'hint' ? RefreshCw : TriangleAlert
  return (
    <div className={`merge-notice merge-notice-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon />
      <div className="merge-notice-words">{children}</div>
      {action}
    </div>
  )
}

/** What a merge did, and the way to it. */
export function DoneNotice({ done }: { done: Done }) {
  const { t } = useText()
  const { id } = useMeeting()
  return (
    <Notice
      tone="done"
      action={
        <ButtonLink to={`/m/${id}/draft`} size="small">
          {t('merge.openDraft')}
        </ButtonLink>
      }
    >
      {done.added > 0 && t('merge.done', { merge: done.merge, count: done.added })}{' '}
      {done.changed > 0 && t('merge.doneChanged', { merge: done.merge, count: done.changed })}
    </Notice>
  )
}

/** The notes have moved on since the plan was made. */
export function MovedOnNotice({ onPlan }: { onPlan(): void }) {
  const { t } = useText()
  return (
    <Notice
      tone="hint"
      action={
        <Button size="small" onPress={onPlan}>
          {t('merge.newPlan')}
        </Button>
      }
    >
      {t('merge.movedOn')}
    </Notice>
  )
}

/** Choices that were not carried out, since the notes changed while somebody decided (MG3). */
export function AgainNotice({ again }: { again: readonly CameBack[] }) {
  const { t } = useText()
  const changed = again.find(({ why }) => why === 'changed')
  const show = (): void => {
    const row = document.querySelector('.merge-list [data-again=changed]')
    row?.scrollIntoView({ block: 'center' })
    row?.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true })
  }
  return (
    <Notice
      tone="hint"
      action={
        changed && (
          <Button size="small" onPress={show}>
            {t('merge.showThem')}
          </Button>
        )
      }
    >
      <p>{t('merge.again', { count: again.length })}</p>
      <ul className="merge-again">
        {again
          .filter(({ why }) => why !== 'changed')
          .map(({ key, words, why }) => (
            <li key={key}>
              <q dir="auto">{words}</q> {t(`merge.why.${why}`)}
            </li>
          ))}
      </ul>
    </Notice>
  )
}

const NOT_DONE = { merge: 'merge.notDone', undo: 'merge.notUndone', plan: 'merge.noPlan' } as const

interface RefusedNoticeProps {
  of: 'merge' | 'undo' | 'plan'
  refusal: ApiError
  onAgain?: () => void
}

/** Why the server did not do it, and what to do. */
export function RefusedNotice({ of, refusal, onAgain }: RefusedNoticeProps) {
  const { t } = useText()
  const { message, hint } = errorWords(t, refusal)
  return (
    <Notice
      tone="error"
      action={
        onAgain && (
          <Button size="small" onPress={onAgain}>
            {t('ui.tryAgain')}
          </Button>
        )
      }
    >
      {t(NOT_DONE[of])} {message} {hint}
    </Notice>
  )
}
