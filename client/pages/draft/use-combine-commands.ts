import { nanoid } from 'nanoid'
import { useMemo } from 'react'
import { itemHash } from '../../../shared/draft/draft-item.ts'
import type { CombineResult, Combining, TakeApartResult } from '../../../shared/merge/combination.ts'
import { cutBlocks, wordsOfCut } from '../../../shared/merge/split-lines.ts'
import { textHash } from '../../../shared/text/text-hash.ts'
import { ApiError } from '../../api/api-error.ts'
import { post } from '../../api/request.ts'
import type { MessageKey } from '../../i18n/catalogue.ts'
import { errorWords } from '../../i18n/error-words.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { SplitPlace } from './split-place.ts'

/** Commands that make one item of several, or several of one (MG4); each tells what became of it, beside Undo. */
export interface CombineCommands {
  /** True: done. */
  combine(combining: Combining): Promise<boolean>
  takeApart(merge: number): void
  split(place: SplitPlace): void
}

/** Gives the commands. They go on when what asked for them is no longer in the page. */
export function useCombineCommands(): CombineCommands {
  const { t } = useText()
  const { id } = useMeeting()
  const toast = useToast()
  return useMemo(() => {
    const send = <Result>(path: string, body: object = {}): Promise<Result> =>
      post<Result>(`/api/meetings/${id}/${path}`, body, { key: nanoid() })
    const refuse = (what: MessageKey & `merge.combine.not${string}`, thrown: unknown): void => {
      const refusal = thrown instanceof ApiError ? thrown : new ApiError('internal', String(thrown), '', 0)
      const { message, hint } = errorWords(t, refusal)
      toast.show(`${t(what)} ${message} ${hint}`)
    }
    const undo = (merge: number): void => {
      send(`merges/${merge}/undo`).catch((thrown: unknown) => refuse('merge.combine.notUndone', thrown))
    }
    const combine = async (combining: Combining): Promise<CombineResult | null> => {
      try {
        return await send<CombineResult>('combinations', combining)
      } catch (thrown) {
        refuse('merge.combine.notDone', thrown)
        return null
      }
    }
    return {
      combine: async (combining) => {
        const result = await combine(combining)
        const merge = result?.merge ?? null
        const [again] = result?.again ?? []
        if (merge !== null) toast.show(t('merge.combine.done'), { undo: () => undo(merge) })
        else if (again !== undefined)
          toast.show(`${t('merge.combine.notDone')} ${t(`merge.why.${again.why}`)}`)
        return merge !== null
      },
      takeApart: (merge) => {
        send<TakeApartResult>(`combinations/${merge}/take-apart`).then(
          ({ keepsWords }) =>
            toast.show(keepsWords ? t('merge.combine.apartKept') : t('merge.combine.apartDone')),
          (thrown: unknown) => refuse('merge.combine.notApart', thrown),
        )
      },
      split: ({ item, blocks, words, at }) => {
        const second = nanoid()
        const halves = cutBlocks(blocks, at)
        if (halves === null) {
          toast.show(t('merge.combine.splitWhere'))
          return
        }
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
        const joinAgain = async (): Promise<void> => {
          const result = await combine(joining)
          if (result !== null && result.merge === null)
            toast.show(`${t('merge.combine.notUndone')} ${t('merge.why.changed')}`)
        }
        send(`items/${item.id}/split`, { hash: itemHash(item), at, id: second }).then(
          () => toast.show(t('merge.combine.splitDone'), { undo: () => void joinAgain() }),
          (thrown: unknown) => refuse('merge.combine.notSplit', thrown),
        )
      },
    }
  }, [id, t, toast])
}
