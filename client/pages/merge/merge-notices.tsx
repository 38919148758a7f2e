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
export function DoneNotice({ done, onUndo }: { done: Done; onUndo(): void }) {
  const { t } = useText()
  const { id } = useMeeting()
  const { merge, added, changed, combined } = done
  return (
    <Notice
      tone="done"
      action={
        <>
          {done.combined > 0 && (
            <Button size="small" onPress={onUndo}>
              {t('merge.undoAll')}
            </Button>
          )}
          <ButtonLink to={`/m/${id}/draft`} size="small">
            {t('merge.openDraft')}
          </ButtonLink>
        </>
      }
    >
      {merge !== null && added > 0 && t('merge.done', { merge, count: added })}{' '}
      {merge !== null && changed > 0 && t('merge.doneChanged', { merge, count: changed })}{' '}
      {combined > 0 && t('merge.doneCombined', { count: combined })}
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
  const changed = again.find(({ why, isPair }) => why === 'changed' && isPair === undefined)
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
          .filter(({ why, isPair }) => why !== 'changed' || isPair === true)
          .map(({ key, words, why }) => (
            <li key={key}>
              <q dir="auto">{words}</q> {t(`merge.why.${why}`)}
            </li>
          ))}
      </ul>
    </Notice>
  )
}

const NOT_DONE = {
  merge: 'merge.notDone',
  undo: 'merge.notUndone',
  combine: 'merge.combine.notDone',
  remember: 'merge.notRemembered',
  plan: 'merge.noPlan',
} as const

interface RefusedNoticeProps {
  of: keyof typeof NOT_DONE
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
