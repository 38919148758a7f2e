import { useCallback, useState } from 'react'
import type { MergePlan, Proposal, UndoResult } from '../../../shared/merge/merge-plan.ts'
import { proposalHash } from '../../../shared/merge/proposal.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useToast } from '../../ui/toast.tsx'
import {
  type CameBack,
  type Counted,
  cameBack,
  choicesOf,
  countChoices,
  type Decision,
  type Decisions,
  decisionOf,
  fingerprint,
  keyOf,
} from './merge-state.ts'
import { type MergeCommands, useMergeCommands } from './use-merge-commands.ts'
import { type Planning, useMergePlan } from './use-merge-plan.ts'

/** A merge that was just carried out. */
export interface Done {
  readonly merge: number
  readonly added: number
  readonly changed: number
}

export interface Merging extends Pick<MergeCommands, 'busy' | 'error'> {
  readonly planning: Planning
  decisionOf(proposal: Proposal): Decision
  decide(proposals: readonly Proposal[], decision: Partial<Decision>): void
  /** What a merge would do. */
  readonly counted: Counted
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
  const [decisions, setDecisions] = useState<Decisions>(new Map())
  const [again, setAgain] = useState<readonly CameBack[]>([])
  const [done, setDone] = useState<Done | null>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const tellUndone = useTellUndone()
  const plan = planning.made?.plan ?? null
  const choices = plan === null ? [] : choicesOf(plan, decisions)

  const confirm = async (): Promise<void> => {
    const result = plan === null || choices.length === 0 ? null : await merge(choices)
    if (plan === null || result === null) return
    setAgain(cameBack(plan, result.again))
    const { merge: number, items, changed } = result
    setDone(number === null ? null : { merge: number, added: items.length, changed: changed.length })
    planning.plan()
  }
  return {
    planning,
    busy,
    error,
    decisionOf: (proposal) => decisionOf(decisions, proposal),
    decide: (proposals, decision) =>
      setDecisions((before) => {
        const next = new Map(before)
        for (const each of proposals) {
          const hash = proposalHash(each)
          next.set(keyOf(each), { ...decisionOf(before, each), ...decision, hash })
        }
        return next
      }),
    counted: countChoices(choices),
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
  return (merge, { removed, restored, kept }) => {
    if (kept.length > 0) toast.show(t('merge.undoneKept', { merge, count: kept.length }))
    else if (removed.length === 0 && restored.length > 0)
      toast.show(t('merge.undoneRestored', { merge, count: restored.length }))
    else toast.show(t('merge.undone', { merge, count: removed.length }))
  }
}
