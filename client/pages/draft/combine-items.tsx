import { Merge, Scissors, Ungroup } from 'lucide-react'
import { useText } from '../../i18n/text.tsx'
import { useFacts } from '../../meeting/meeting-provider.tsx'
import { MenuItem } from '../../ui/menu.tsx'
import { useDraft } from './draft-context.ts'
import { splitPlace } from './split-place.ts'
import { useCombineCommands } from './use-combine-commands.ts'

interface CombineItemsProps {
  item: string
  /** Opens the list of what it can be combined with. */
  onCombine(): void
}

/** What makes one item of several, or several of one. */
export function CombineItems({ item, onCombine }: CombineItemsProps) {
  const { t } = useText()
  const { desk } = useDraft()
  const commands = useCombineCommands()
  const combined = lastCombination(useFacts('merges'), item)
  const place = splitPlace(desk, item)
  return (
    <>
      <MenuItem icon={Merge} onAction={onCombine}>
        {t('merge.combine.with')}
      </MenuItem>
      {place === null ? null : (
        <MenuItem icon={Scissors} onAction={() => commands.split(place)}>
          {t('merge.combine.split')}
        </MenuItem>
      )}
      {combined !== null && (
        <MenuItem icon={Ungroup} onAction={() => commands.takeApart(item, combined)}>
          {t('merge.combine.apart')}
        </MenuItem>
      )}
    </>
  )
}

/** Gives the last combination in an item that stands; those before it are taken apart after it. */
export function lastCombination(merges: ReturnType<typeof useFacts<'merges'>>, item: string): number | null {
  const numbers = [...merges].flatMap(([number, { combined, undone }]) =>
    combined === item && undone === null ? [Number(number)] : [],
  )
  return numbers.length === 0 ? null : Math.max(...numbers)
}
