import { PenLine } from 'lucide-react'
import { useRef, useState } from 'react'
import { KINDS } from '../../../shared/meeting/facts.ts'
import type { Block } from '../../../shared/text/block.ts'
import { readCorrectionDraft } from '../../checks/correction-drafts.ts'
import { hasOwnWords, lineWords } from '../../checks/line-words.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { KindGlyph } from '../../ui/kind-glyph.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { OwnCorrection } from './own-correction.tsx'
import type { TopicWords } from './topic-words.ts'

/** As much of a line as tells which it is. */
const NAMED_CHARS = 60

interface OwnLineProps {
  line: Block
  words: TopicWords
  mechanism: string
  mayCorrect: boolean
}

/** One line of an intervention, the corrections proposed for it, and the way to propose one. */
export function OwnLine({ line, words, mechanism, mayCorrect }: OwnLineProps) {
  const { t } = useText()
  const { id: meeting, me, meeting: facts } = useMeeting()
  const keeper = { member: me.id, meeting }
  const of = { topic: words.topic.id, line: line.id, mechanism }
  const [isOpen, setOpen] = useState(() => mayCorrect && readCorrectionDraft(keeper, of) !== null)
  const opener = useRef<HTMLButtonElement>(null)
  const kind = KINDS.find((known) => known === line.attributes.kind)
  const text = lineWords(line)
  const { lang } = line.attributes
  const short = text.length > NAMED_CHARS ? `${text.slice(0, NAMED_CHARS).trimEnd()}…` : text
  const own = words.corrections.filter((each) => each.line === line.id && each.mechanism === mechanism)
  const close = (): void => {
    setOpen(false)
    // The button is there again once the form has gone.
    requestAnimationFrame(() => opener.current?.focus())
  }
  return (
    <div className="own-line">
      <div className="own-line-text">
        <div>
          {kind !== undefined && (
            <span className="own-kind" data-kind={kind}>
              <KindGlyph kind={kind} />
              {t(`kind.${kind}`)}
            </span>
          )}
          <p dir="auto" lang={typeof lang === 'string' ? lang : facts.lang}>
            {text}
          </p>
        </div>
        {mayCorrect && !isOpen && hasOwnWords(line) && (
          <IconButton
            icon={PenLine}
            label={t('checks.proposeFor', { text: short })}
            ref={opener}
            onPress={() => setOpen(true)}
          />
        )}
      </div>
      {own.map((correction) => (
        <OwnCorrection
          key={correction.id}
          correction={correction}
          topic={words.topic.id}
          isLive={words.isLive}
          mayWithdraw={mayCorrect}
        />
      ))}
      {isOpen && <CorrectionForm line={line} of={of} isLive={words.isLive} onClose={close} />}
    </div>
  )
}
