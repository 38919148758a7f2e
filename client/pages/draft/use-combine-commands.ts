import { nanoid } from 'nanoid'
import { useEffect, useMemo } from 'react'
import type { CombineResult, Combining, TakeApartResult } from '../../../shared/merge/combination.ts'
import { charBehindCut, cutBlocks, wordsOfCut } from '../../../shared/merge/split-lines.ts'
import { textHash } from '../../../shared/text/text-hash.ts'
import { useText } from '../../i18n/text.tsx'
import type { DraftWish } from '../../outbox/draft-wish.ts'
import { notDoneWords, reasonWords } from '../../outbox/not-done.ts'
import { outcomeOf } from '../../outbox/outcome.ts'
import { useOutbox } from '../../outbox/use-outbox.ts'
import { useToast } from '../../ui/toast.tsx'
import type { SplitPlace } from './split-place.ts'
import { hasWords } from './use-refusals.ts'

/** Commands that make one item of several, or several of one (MG4). The page shows it once the server has done it. */
export interface CombineCommands {
  /** False: refused. */
  combine(combining: Combining): Promise<boolean>
  takeApart(item: string, merge: number): void
  split(place: SplitPlace): void
}

/** Gives the commands. They go on when what asked for them is no longer in the page. */
export function useCombineCommands(): CombineCommands {
  const { t } = useText()
  const toast = useToast()
  const ask = useAsk()
  return useMemo(
    () => ({
      combine: async (combining) => (await ask(combineWish(combining))) !== 'refused',
      takeApart: (item, merge) => void ask({ does: 'apart', item, merge }),
      split: (place) => {
        const wish = splitWish(place)
        if (wish === null) toast.show(t('merge.combine.splitWhere'))
        else void ask(wish)
      },
    }),
    [ask, t, toast],
  )
}

/** Tells what became of these commands while the draft is shown, beside Undo. */
export function useCombineAnswers(): void {
  const { t } = useText()
  const toast = useToast()
  const outbox = useOutbox()
  const ask = useAsk()
  useEffect(
    () =>
      outbox.onAnswer((wish, answer) => {
        if (wish.does === 'split')
          toast.show(t('merge.combine.splitDone'), {
            undo: () => void ask(combineWish(wish.joining, true)),
          })
        if (wish.does === 'combine' && !wish.isUndo) {
          const { merge } = answer as CombineResult
          const undo = (): void => {
            if (merge !== null) void ask({ does: 'undo', item: wish.item, merge })
          }
          toast.show(t('merge.combine.done'), { undo })
        }
        if (wish.does === 'apart')
          toast.show(
            t((answer as TakeApartResult).keepsWords ? 'merge.combine.apartKept' : 'merge.combine.apartDone'),
          )
      }),
    [outbox, ask, t, toast],
  )
}

/** Gives the way to ask for what is not shown before it is done: where no answer comes, that is said. */
function useAsk(): (wish: DraftWish) => ReturnType<typeof outcomeOf> {
  const { t } = useText()
  const toast = useToast()
  const outbox = useOutbox()
  return useMemo(
    () => async (wish) => {
      const id = outbox.add(wish)
      const outcome = await outcomeOf(outbox, id)
      if (outcome === 'waits') toast.show(t('outbox.waits'))
      const reason = outbox.entries().find((entry) => entry.id === id)?.refused ?? null
      // The words stand in the dialog still. Refused later, they stay with the banner that every page shows.
      if (reason !== null && hasWords(wish)) {
        toast.show(`${notDoneWords(t, wish)} ${reasonWords(t, wish, reason)}`)
        outbox.letGo(id)
      }
      return outcome
    },
    [outbox, t, toast],
  )
}

function combineWish(combining: Combining, isUndo = false): DraftWish {
  const [first] = combining.parents
  const item = first !== undefined && 'item' in first ? first.item : ''
  return { does: 'combine', item, combining, isUndo }
}

function splitWish({ item, blocks, words, at }: SplitPlace): DraftWish | null {
  const second = nanoid()
  const halves = cutBlocks(blocks, at)
  const before = charBehindCut(blocks, at)
  if (halves === null || before === null) return null
  // Only as the split left them: what somebody writes in a half since must not be lost by undoing it.
  const [first, rest] = [halves.first, halves.second].map((half) => textHash(wordsOfCut(blocks, half)))
  const joining: Combining = {
    parents: [
      { item: item.id, hash: first ?? '' },
      { item: second, hash: rest ?? '' },
    ],
    words,
    evenDecided: true,
  }
  return { does: 'split', item: item.id, before, second, joining }
}
