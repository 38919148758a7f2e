import { useCallback, useState } from 'react'
import type { MergePlan, UndoResult } from '../../../shared/merge/merge-plan.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useToast } from '../../ui/toast.tsx'
import { type CameBack, cameBack, choicesOf, fingerprint } from './merge-state.ts'
import { type MergeCommands, useMergeCommands } from './use-merge-commands.ts'
import { type Planning, useMergePlan } from './use-merge-plan.ts'

/** A merge that was just carried out. */
export interface Done {
  readonly merge: number
  readonly count: number
}

export interface Merging extends Pick<MergeCommands, 'busy' | 'error'> {
  readonly planning: Planning
  readonly leftOut: ReadonlySet<string>
  setLeftOut(leftOut: ReadonlySet<string>): void
  /** How many recommendations a merge would add. */
  readonly chosen: number
  /** The notes say something else than the plan that is shown. */
  readonly hasMovedOn: boolean
  readonly again: readonly CameBack[]
  readonly done: Done | null
  confirm(): void
  /** Resolves once the server has answered. */
  undo(merge: number): Promise<void>
  planAnew(): void
  /** Takes the plan as it would be made now, from the notes as this page has them. */
  follow(plan: MergePlan | null): void
}

/** Holds the merge page: the plan that is shown, what is chosen of it, and what became of it. */
export function useMerging(): Merging {
  const { id } = useMeeting()
  const planning = useMergePlan(id)
  const { busy, error, merge, undo, clear } = useMergeCommands(id)
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [again, setAgain] = useState<readonly CameBack[]>([])
  const [done, setDone] = useState<Done | null>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const tellUndone = useTellUndone()
  const plan = planning.made?.plan ?? null
  const choices = plan === null ? [] : choicesOf(plan, leftOut)

  const confirm = async (): Promise<void> => {
    const result = plan === null || choices.length === 0 ? null : await merge(choices)
    if (plan === null || result === null) return
    setAgain(cameBack(plan, result.again))
    setDone(result.merge === null ? null : { merge: result.merge, count: result.items.length })
    planning.plan()
  }
  return {
    planning,
    busy,
    error,
    leftOut,
    setLeftOut,
    chosen: choices.length,
    hasMovedOn: plan !== null && current !== null && !planning.isPlanning && current !== fingerprint(plan),
    again,
    done,
    confirm: () => void confirm(),
    undo: async (number) => {
      const result = await undo(number)
      if (result === null) return
      setDone(null)
      setAgain([])
      tellUndone(number, result)
      planning.plan()
    },
    planAnew: () => {
      clear()
      setAgain([])
      planning.plan()
    },
    follow: useCallback((now) => setCurrent(now === null ? null : fingerprint(now)), []),
  }
}

function useTellUndone(): (merge: number, result: UndoResult) => void {
  const { t } = useText()
  const toast = useToast()
  return (merge, { removed, kept }) => {
    toast.show(
      kept.length > 0
        ? t('merge.undoneKept', { merge, count: kept.length })
        : t('merge.undone', { merge, count: removed.length }),
    )
  }
}
