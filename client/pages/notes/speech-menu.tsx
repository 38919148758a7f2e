import './speech-menu.css'
import { AudioLines } from 'lucide-react'
import { lazy, Suspense, useSyncExternalStore } from 'react'
import { useText } from '../../i18n/text.tsx'
import { again } from '../../ui/again.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useOverlay } from '../../ui/use-overlay.ts'
import { speechChoice } from './speech-choice.ts'

const loadList = async () => ({ default: (await import('./speech-list.tsx')).SpeechList })
const SpeechList = lazy(again(loadList))

/** Leads to how much of what others do is read aloud, on this device. */
export function SpeechMenu() {
  const { t } = useText()
  const menu = useOverlay(loadList)
  const choice = useSyncExternalStore(speechChoice.subscribe, speechChoice.read)
  return (
    <span className="speech-menu">
      <IconButton
        icon={AudioLines}
        size="small"
        label={t('speech.setting', { choice: t(`speech.${choice}`) })}
        {...menu.button}
      />
      <Suspense>{menu.isOpen && <SpeechList {...menu.overlay} choice={choice} />}</Suspense>
    </span>
  )
}
