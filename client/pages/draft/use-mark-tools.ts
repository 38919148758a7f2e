import { Brackets, Superscript } from 'lucide-react'
import { useMemo } from 'react'
import { useText } from '../../i18n/text.tsx'
import type { TextTool } from '../../manners/toolbar.tsx'
import { announce } from '../../ui/announce.ts'
import { useToast } from '../../ui/toast.tsx'
import type { ItemDesk } from './active-text.ts'
import { type MarkDeed, setBrackets, setFootnote } from './bracket-acts.ts'
import { useDraft } from './draft-context.ts'

/** Gives the way to say what became of brackets and footnotes; what could not be done is also shown. */
export function useMarkDeeds(): (deed: MarkDeed) => void {
  const { t } = useText()
  const toast = useToast()
  return useMemo(() => {
    const words: Readonly<Record<Exclude<MarkDeed, 'nothing' | 'no-footnote'>, string>> = {
      put: t('brackets.putDone'),
      removed: t('brackets.removed'),
      deleted: t('brackets.deleted'),
      footnote: t('brackets.footnotePut'),
    }
    return (deed) => {
      if (deed === 'nothing') toast.show(t('brackets.putNothing'))
      else if (deed === 'no-footnote') toast.show(t('brackets.footnoteNot'))
      else announce(words[deed])
    }
  }, [t, toast])
}

/** Gives the toolbar's buttons for brackets and footnotes. */
export function useMarkTools(active: ItemDesk | null): readonly TextTool[] {
  const { t } = useText()
  const { desk } = useDraft()
  return useMemo(() => {
    if (active === null) return []
    const { item } = active
    return [
      {
        icon: Brackets,
        label: t('brackets.put'),
        keys: 'Control+Alt+S',
        onPress: () => desk.manners.done(setBrackets(desk, item, false)),
      },
      {
        icon: Superscript,
        label: t('brackets.footnote'),
        keys: 'Control+Alt+F',
        onPress: () => desk.manners.done(setFootnote(desk, item)),
      },
    ]
  }, [t, desk, active])
}
