import './combine-dialog.css'
import { useState } from 'react'
import type { Combining } from '../../../shared/merge/combination.ts'
import { textHash } from '../../../shared/text/text-hash.ts'
import { useText } from '../../i18n/text.tsx'
import { useFacts } from '../../meeting/meeting-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { type Candidate, CombineList } from './combine-list.tsx'
import { CombineWording, type Wording } from './combine-wording.tsx'
import { useCandidates } from './use-candidates.ts'
import { useCombineCommands } from './use-combine-commands.ts'
import { useKeptWording } from './use-kept-wording.ts'

interface CombineDialogProps {
  item: string
  /** What it is combined with, unless another one is chosen. */
  first?: string
  onClose(): void
}

/** Chooses what an item is combined with, and the wording. Nothing happens until it is confirmed. */
export function CombineDialog({ item, first, onClose }: CombineDialogProps) {
  const { t } = useText()
  const { candidates, name, readAgain } = useCandidates(item)
  const statuses = useFacts('itemFacts')
  const commands = useCombineCommands()
  const [chosen, setChosen] = useState<string | null>(first ?? null)
  const { written, write, forget } = useKeptWording(item)
  const [wording, setWording] = useState<Wording>(written === null && first === undefined ? 'own' : 'write')
  const [isBusy, setBusy] = useState(false)
  const own = candidates.find(({ id }) => id === item)
  const other = candidates.find(({ id }) => id === chosen)
  const words = written ?? `${own?.words ?? ''}\n${other?.words ?? ''}`
  const isDecided = [item, chosen].some((id) => (statuses.get(id ?? '')?.status ?? 'proposed') !== 'proposed')

  const combine = async (): Promise<void> => {
    if (own === undefined || other === undefined) return
    const [target, source] = wording === 'other' ? [other, own] : [own, other]
    const combining: Combining = {
      parents: [target, source].map(({ id, words: said }) => ({ item: id, hash: textHash(said) })),
      evenDecided: isDecided,
      ...(wording === 'write' && { words: words.trim() }),
    }
    setBusy(true)
    const isDone = await commands.combine(combining)
    setBusy(false)
    // Somebody may have written in one of them since: the next try is about what stands there now.
    if (!isDone) return readAgain()
    forget()
    onClose()
  }
  const refused =
    other === undefined
      ? t('merge.combine.choose')
      : wording === 'write' && words.trim() === ''
        ? t('merge.needsWords')
        : undefined
  return (
    <Dialog
      title={t('merge.combine.title', { item: name })}
      isOpen
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('merge.wordingCancel')}
          </Button>
          <Button
            variant="primary"
            onPress={() => void combine()}
            busy={isBusy ? t('merge.combine.doing') : undefined}
            refused={refused}
          >
            {t('merge.combine.do')}
          </Button>
        </>
      }
    >
      <CombineList candidates={othersOf(candidates, item, first)} chosen={chosen} onChoose={setChosen} />
      {other !== undefined && (
        <CombineWording
          names={[name, other.name]}
          wording={wording}
          onWording={setWording}
          words={words}
          onWords={write}
          isDecided={isDecided}
        />
      )}
    </Dialog>
  )
}

/** Gives all but one of them; what is already chosen comes first, in sight. */
function othersOf(candidates: readonly Candidate[], item: string, first: string | undefined): Candidate[] {
  const others = candidates.filter(({ id }) => id !== item)
  return others.sort((one, other) => Number(other.id === first) - Number(one.id === first))
}
