import { Brackets, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { dropBrackets } from './bracket-acts.ts'
import { BracketsAsked } from './brackets-asked.tsx'
import { useDraft } from './draft-context.ts'

interface Opened {
  readonly item: string
  readonly bracket: string
}

/** What can be done with a pair of brackets, beside the one that was pressed; who asked for it. */
export function BracketMenu() {
  const { t } = useText()
  const { may } = useMeeting()
  const { desk } = useDraft()
  const anchor = useRef<HTMLElement | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  useEffect(() => {
    desk.marks.onBracket = (item, bracket, at) => {
      anchor.current = at
      setOpened({ item, bracket })
    }
    return () => {
      desk.marks.onBracket = null
    }
  }, [desk])
  if (opened === null) return null

  const { item, bracket } = opened
  const close = (): void => {
    setOpened(null)
    desk.editors.viewOf(item)?.focus()
  }
  const drop = (withText: boolean) => () => {
    const deed = dropBrackets(desk, item, bracket, withText)
    close()
    desk.manners.done(deed)
  }
  return (
    <Popover
      label={t('brackets.menu')}
      anchor={anchor}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) close()
      }}
    >
      <div className="bracket-menu">
        <Button variant="quiet" icon={Brackets} onPress={drop(false)}>
          {t('brackets.remove')}
        </Button>
        <Button variant="quiet" icon={Trash2} onPress={drop(true)}>
          {t('brackets.delete')}
        </Button>
        {may('read-drafting') && <BracketsAsked key={`${item}/${bracket}`} item={item} bracket={bracket} />}
      </div>
    </Popover>
  )
}
