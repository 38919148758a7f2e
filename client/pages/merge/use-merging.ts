import { useCallback, useState } from 'react'
import type { MergePlan, Proposal, UndoResult } from '../../../shared/merge/merge-plan.ts'
import { passageKey } from '../../../shared/merge/passage-key.ts'
import { proposalHash } from '../../../shared/merge/proposal.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useToast } from '../../ui/toast.tsx'
import { type AlikePair, forgetting, UNDECIDED } from './alike-state.ts'
import { carryOut } from './carry-out.ts'
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
import { type Alike, useAlike } from './use-alike.ts'
import { type MergeCommands, useMergeCommands } from './use-merge-commands.ts'
import { type Planning, useMergePlan } from './use-merge-plan.ts'

/** A merge that was just carried out. */
export interface Done {
  /** Null: only pairs were decided. */
  readonly merge: number | null
  readonly added: number
  readonly changed: number
  /** Pairs that are one recommendation now. */
  readonly combined: number
  /** What one wish to undo takes back, the last first. */
  readonly numbers: readonly number[]
}

export interface Merging extends Pick<MergeCommands, 'busy' | 'error'> {
  readonly planning: Planning
  readonly alike: Alike
  /** Passages that are combined with others are not taken by themselves. */
  readonly proposals: readonly Proposal[]
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
  /** Takes back all that was carried out at once. */
  undoAll(): Promise<void>
  /** Forgets that two texts are not to be suggested together. */
  suggestAgain(pair: AlikePair): Promise<void>
  planAnew(): void
  /** Takes the plan as it would be made now, from the notes as this page has them. */
  follow(plan: MergePlan | null): void
}

/** Holds the merge page: the plan that is shown, what is chosen of it, and what became of it. */
export function useMerging(): Merging {
  const { id } = useMeeting()
  const commands = useMergeCommands(id)
  const { planning, alike, settling, planAfter } = usePlanAndPairs(id)
  const { error, undo, clear } = commands
  const [decisions, setDecisions] = useState<Decisions>(new Map())
  const [again, setAgain] = useState<readonly CameBack[]>([])
  const [done, setDone] = useState<Done | null>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const tellUndone = useTellUndone()
  const plan = planning.made?.plan ?? null
  const proposals = (plan?.proposals ?? []).filter((proposal) => !isCombined(proposal, alike))
  const choices = choicesOf({ proposals }, decisions)

  const confirm = async (): Promise<void> => {
    if (plan === null) return
    const carried = await carryOut(commands, choices, alike)
    if (carried === null) return
    setAgain([...cameBack(plan, carried.again), ...carried.pairsAgain])
    setDone(carried.done)
    planAfter('merge')
  }
  const undoAll = async (): Promise<void> => {
    for (const number of done?.numbers ?? []) if ((await undo(number)) === null) break
    setDone(null)
    setAgain([])
    planAfter('undo')
  }
  return {
    planning,
    alike,
    proposals,
    busy: commands.busy ?? settling,
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
      planAfter('undo')
    },
    undoAll,
    suggestAgain: async (pair) => {
      alike.decide(pair, UNDECIDED)
      await commands.remember(forgetting(pair))
      planAfter(null)
    },
    planAnew: () => {
      clear()
      setAgain([])
      planAfter(null)
    },
    follow: useCallback((now) => setCurrent(now === null ? null : fingerprint(now)), []),
  }
}

interface PlanAndPairs {
  readonly planning: Planning
  readonly alike: Alike
  /** What was asked for, until the page shows what came of it. */
  readonly settling: MergeCommands['busy']
  planAfter(asked: MergeCommands['busy']): void
}

/** Holds the plan that is shown: what looks alike in it comes with it, so that nothing moves afterwards. */
function usePlanAndPairs(meeting: string): PlanAndPairs {
  const latest = useMergePlan(meeting)
  const alike = useAlike(latest.made)
  const [asked, setAsked] = useState<MergeCommands['busy']>(null)
  const isPlanning = latest.isPlanning || alike.made !== latest.made
  return {
    planning: { ...latest, made: alike.made, isPlanning },
    alike,
    settling: isPlanning ? asked : null,
    planAfter: (asked) => {
      setAsked(asked)
      latest.plan()
    },
  }
}

/** Tells a passage that is not taken by itself. */
function isCombined(proposal: Proposal, { takenPassages }: Alike): boolean {
  return (
    proposal.change === 'new' && takenPassages.has(passageKey(proposal.passage.topic, proposal.passage.id))
  )
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
