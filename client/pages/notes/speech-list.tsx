import { useText } from '../../i18n/text.tsx'
import { MenuItem, MenuPopover, MenuSection } from '../../ui/menu.tsx'
import type { OverlayProps } from '../../ui/use-overlay.ts'
import { isSpeechChoice, SPEECH_CHOICES, type SpeechChoice, speechChoice } from './speech-choice.ts'

/** How much of what others do is read aloud. */
export function SpeechList({ choice, ...overlay }: OverlayProps & { choice: SpeechChoice }) {
  const { t } = useText()
  return (
    <MenuPopover label={t('speech.title')} {...overlay}>
      <MenuSection
        title={t('speech.title')}
        selected={choice}
        onSelect={(chosen) => isSpeechChoice(chosen) && speechChoice.choose(chosen)}
      >
        {SPEECH_CHOICES.map((each) => (
          <MenuItem key={each} id={each} textValue={t(`speech.${each}`)} hint={t(`speech.${each}Hint`)}>
            {t(`speech.${each}`)}
          </MenuItem>
        ))}
      </MenuSection>
    </MenuPopover>
  )
}
