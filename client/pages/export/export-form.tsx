import { EyeOff } from 'lucide-react'
import { ATTRIBUTION_LEVELS, type AttributionLevel } from '../../../shared/meeting/facts.ts'
import { NAME_LANGUAGES, type NameLanguage } from '../../../shared/names/name-language.ts'
import { nameWords } from '../../../shared/names/name-words.ts'
import { languages } from '../../i18n/languages.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Select } from '../../ui/select.tsx'
import { cappedBelow, type ExportChoice, FORMATS } from './export-choice.ts'
import type { Preview } from './read-preview.ts'
import { Segments } from './segments.tsx'

interface ExportFormProps {
  choice: ExportChoice
  onChange(part: Partial<ExportChoice>): void
  preview: Preview | null
}

/** What can be chosen of a document; each choice explains itself where it acts. */
export function ExportForm({ choice, onChange, preview }: ExportFormProps) {
  const { t } = useText()
  const capHint = useCapHint(choice.attribution)
  return (
    <div className="export-form">
      <Segments
        label={t('export.format')}
        options={FORMATS.map((value) => ({ value, label: t(`export.format.${value}`) }))}
        value={choice.format}
        onChange={(format) => onChange({ format })}
      />
      <Select
        label={t('export.named')}
        options={ATTRIBUTION_LEVELS.map((value) => ({ value, label: t(`export.level.${value}`) }))}
        value={choice.attribution}
        onChange={(level) => onChange({ attribution: level as AttributionLevel })}
        hint={capHint}
      />
      <Select
        label={t('export.language')}
        options={NAME_LANGUAGES.map((value) => ({ value, label: languages[value].name, lang: value }))}
        value={choice.language}
        onChange={(language) => onChange({ language: language as NameLanguage })}
        hint={t('export.languageHint')}
      />
      {preview !== null && (
        <>
          <Length words={preview.words} limit={preview.limit} />
          <LeftOut preview={preview} language={choice.language} />
        </>
      )}
    </div>
  )
}

/** Says which topics tell less than was asked for, and that speakers may have asked for less themselves. */
function useCapHint(level: AttributionLevel): string {
  const { t, language } = useText()
  const { topics } = useMeeting()
  if (level === 'none') return t('export.nobody')
  const capped = cappedBelow(topics, level)
  const parts = capped.map(({ number, cap }) => {
    return t('export.cappedTopic', { number, level: t(`export.level.${cap}`) })
  })
  const hint = t('export.ownLevel')
  if (capped.length === 0) return hint
  return `${t('export.capped', { count: capped.length, topics: parts.join(nameWords[language].comma) })} ${hint}`
}

function Length({ words, limit }: { words: number; limit: number }) {
  const { t } = useText()
  const isOver = words > limit
  return (
    <div className="field" data-over={isOver || undefined}>
      <span className="field-label" id="export-length">
        {t('export.length')}
      </span>
      <span className="export-length">
        <span>{t('export.words', { words, limit })}</span>
        <span className="field-hint">{isOver ? t('export.overLimit') : t('export.wordsHint')}</span>
      </span>
      <meter
        className="export-bar"
        aria-labelledby="export-length"
        min={0}
        max={limit}
        value={Math.min(words, limit)}
      />
    </div>
  )
}

function LeftOut({ preview, language }: { preview: Preview; language: NameLanguage }) {
  const { t } = useText()
  const { omissions } = preview
  return (
    <div className="field" aria-live="polite">
      <span className="field-label">{t('export.leftOut')}</span>
      {omissions.length === 0 ? (
        <span className="field-hint">{t('export.leftOutNothing')}</span>
      ) : (
        <ul className="export-left-out" lang={language} dir={languages[language].dir}>
          {omissions.map(({ kind, text }) => (
            <li key={kind} data-kind={kind}>
              <EyeOff aria-hidden /> <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
