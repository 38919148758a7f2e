import { useState } from 'react'
import { guessLanguage } from '../../../shared/text/guess-language.ts'
import { attributesOf } from '../../editor/binding/block-node.ts'
import { setLanguage } from '../../editor/notes/gloss-commands.ts'
import { indexOfLine } from '../../editor/notes/interventions-in.ts'
import { useText } from '../../i18n/text.tsx'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { languageName, otherLanguages, UN_LANGUAGES } from './language-names.ts'
import type { NotesDesk } from './notes-desk.ts'

/** No language: these two stand for what else can be chosen. */
const GUESSED = 'guessed'
const OTHER = 'other'

interface LanguageDialogProps {
  desk: NotesDesk
  /** Ids of the lines. */
  lines: readonly string[]
  onClose(): void
}

/** Asks in which language some lines are. */
export function LanguageDialog({ desk, lines, onClose }: LanguageDialogProps) {
  const { t, language } = useText()
  const [{ set, guess }] = useState(() => languagesOf(desk, lines))
  const isOther = set !== null && !UN_LANGUAGES.includes(set)
  const [choice, setChoice] = useState(set === null ? GUESSED : isOther ? OTHER : set)
  const [others] = useState(() => withKnown(otherLanguages(language), isOther ? set : null))
  const [other, setOther] = useState(isOther ? set : (others[0]?.lang ?? ''))
  const save = (): void => {
    const lang = choice === GUESSED ? null : choice === OTHER ? other : choice
    const { tr } = desk.editor.state
    desk.undo.stopCapturing()
    setLanguage(tr, lines, lang)
    desk.editor.view.dispatch(tr)
    desk.undo.stopCapturing()
    announce(
      lang === null
        ? t('marks.language.guessed')
        : t('marks.language.done', { language: languageName(lang) }),
    )
    onClose()
  }
  return (
    <Dialog
      title={t('marks.language.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" onPress={save}>
            {t('marks.language.set')}
          </Button>
        </>
      }
    >
      <p>{t('marks.language.body')}</p>
      <RadioGroup
        label={t('marks.language.title')}
        isLabelHidden
        value={choice}
        onChange={setChoice}
        options={[
          {
            value: GUESSED,
            label: t('marks.language.guessed'),
            hint:
              guess === null
                ? t('marks.language.noGuess')
                : t('marks.language.guess', { language: languageName(guess) }),
          },
          ...UN_LANGUAGES.map((lang) => ({ value: lang, label: languageName(lang), lang })),
          { value: OTHER, label: t('marks.language.other') },
        ]}
      />
      {choice === OTHER && (
        <Select
          label={t('marks.language.which')}
          value={other}
          onChange={setOther}
          options={others.map(({ lang, name }) => ({ value: lang, label: name, lang }))}
        />
      )}
    </Dialog>
  )
}

interface Languages {
  /** As all of the lines say; null: they say none, or not the same. */
  readonly set: string | null
  /** As their words tell. */
  readonly guess: string | null
}

function languagesOf({ editor: { state } }: NotesDesk, ids: readonly string[]): Languages {
  const lines = ids.flatMap((id) => {
    const index = indexOfLine(state.doc, id)
    return index < 0 ? [] : [state.doc.child(index)]
  })
  const said = new Set(lines.map((line) => attributesOf(line).lang))
  const [only] = said
  return {
    set: said.size === 1 && typeof only === 'string' ? only : null,
    guess: guessLanguage(lines.map((line) => line.textContent).join(' ')),
  }
}

/** A language that another program has set is in the list as well. */
function withKnown(
  languages: ReturnType<typeof otherLanguages>,
  known: string | null,
): ReturnType<typeof otherLanguages> {
  if (known === null || languages.some(({ lang }) => lang === known)) return languages
  return [{ lang: known, name: languageName(known) }, ...languages]
}
