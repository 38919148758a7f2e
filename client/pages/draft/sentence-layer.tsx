import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useText } from '../../i18n/text.tsx'
import { useProvenance } from '../../provenance/use-provenance.ts'
import { Button } from '../../ui/button.tsx'
import { isMac } from '../../ui/is-mac.ts'
import { Popover } from '../../ui/popover.tsx'
import { useDraft } from './draft-context.ts'
import { itemAtCaret, sentencePlaces, type TextPlace } from './sentence-places.ts'
import { SentenceView } from './sentence-view.tsx'

/** Beside the text, once somebody asks: where the sentence at the caret comes from. */
export function SentenceLayer() {
  const asked = useSyncExternalStore(sentencePlaces.subscribe, sentencePlaces.asked)
  useSentenceKey()
  useEffect(() => () => sentencePlaces.close(), [])
  return asked === null ? null : <SentencePopover place={asked} />
}

function SentencePopover({ place }: { place: TextPlace }) {
  const { t } = useText()
  const { desk, acts } = useDraft()
  const sources = useProvenance().provenance.get(place.item)?.sources ?? []
  const line = useRef<Element | null>(null)
  line.current = lineOf(place)
  const item = desk.watch.items.find(({ id }) => id === place.item)
  if (item === undefined || line.current === null) return null
  return (
    <Popover
      label={t('draft.sentence')}
      anchor={line}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) sentencePlaces.close()
      }}
    >
      <div className="draft-sentence-popover">
        <SentenceView item={item} place={place} sources={sources} />
        <Button
          size="small"
          onPress={() => {
            sentencePlaces.close()
            // The popover gives the focus back first.
            requestAnimationFrame(() => acts.openPanel(place.item))
          }}
        >
          {t('draft.allSources')}
        </Button>
      </div>
    </Popover>
  )
}

function lineOf({ item, line }: TextPlace): Element | null {
  const lines = document.querySelectorAll(`article[data-item="${CSS.escape(item)}"] .draft-text [data-line]`)
  return lines[line] ?? null
}

/** `Mod+Alt+O` asks from inside the text. With AltGr the key is text. */
function useSentenceKey(): void {
  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      const isHeld =
        event.altKey && !event.shiftKey && (isMac() ? event.metaKey || event.ctrlKey : event.ctrlKey)
      const letter = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.slice(-1).toLowerCase()
      if (!isHeld || letter !== 'o' || event.getModifierState('AltGraph')) return
      const item = itemAtCaret()
      if (item === null || !sentencePlaces.ask(item)) return
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener('keydown', handleKey, true)
    return () => document.removeEventListener('keydown', handleKey, true)
  }, [])
}
