import { CopyPlus, ListTree, Split } from 'lucide-react'
import { nanoid } from 'nanoid'
import { useSyncExternalStore } from 'react'
import { patch, post } from '../../api/request.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { MenuItem } from '../../ui/menu.tsx'
import { useDraft } from './draft-context.ts'
import { useTellRefusal } from './use-tell-refusal.ts'

/** Another version of a recommendation, in its menu: a new one beside it, or one that stands elsewhere (AD2). */
export function AlternativeSection({ item }: { item: string }) {
  const { t } = useText()
  const { id: meeting } = useMeeting()
  const { desk } = useDraft()
  const tell = useTellRefusal()
  const items = useSyncExternalStore(desk.watch.subscribe, () => desk.watch.items)
  const own = items.find(({ id }) => id === item)
  if (own?.type !== 'recommendation') return null

  const makeNew = (): void => {
    const id = nanoid()
    const body = { id, type: own.type, section: own.section, after: null, alternativeOf: item }
    // The caret goes there as soon as the room has it.
    desk.editors.enter(id, 'last')
    post(`/api/meetings/${meeting}/items`, body, { key: id }).catch((thrown: unknown) => {
      desk.editors.withdraw(id)
      tell(t('brackets.notAlternative'), thrown)
    })
  }
  const release = (): void => {
    patch(`/api/meetings/${meeting}/items/${item}/alternative`, { of: null }, { key: nanoid() }).catch(
      (thrown: unknown) => tell(t('brackets.notOwn'), thrown),
    )
  }
  return (
    <>
      <MenuItem icon={CopyPlus} onAction={makeNew}>
        {t('brackets.newAlternative')}
      </MenuItem>
      <MenuItem icon={ListTree} onAction={() => desk.marks.onAlternative?.(item)}>
        {t('brackets.alternativeOf')}
      </MenuItem>
      {own.alternativeOf !== null && (
        <MenuItem icon={Split} onAction={release}>
          {t('brackets.ownAgain')}
        </MenuItem>
      )}
    </>
  )
}
