import { nanoid } from 'nanoid'
import { useRef, useState } from 'react'
import { MAX_CORRECTION, MAX_REASON } from '../../../shared/checks/check-facts.ts'
import { rebaseCorrection } from '../../../shared/checks/rebase-correction.ts'
import type { Replacement } from '../../../shared/merge/word-diff.ts'
import { wordsHash } from '../../../shared/notes/passage.ts'
import { type Block, blockText } from '../../../shared/text/block.ts'
import { post } from '../../api/request.ts'
import { ChangedWords } from '../../checks/changed-words.tsx'
import { checkPath } from '../../checks/check-path.ts'
import { CheckRefusal } from '../../checks/check-refusal.tsx'
import {
  type CorrectionDraft,
  type DraftOf,
  dropCorrectionDraft,
  keepCorrectionDraft,
  readCorrectionDraft,
} from '../../checks/correction-drafts.ts'
import { useWish } from '../../checks/use-wish.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'

interface CorrectionFormProps {
  line: Block
  of: DraftOf
  isLive: boolean
  onClose(): void
}

/** Other words for a line, with what they change; kept on this device until they are sent. */
export function CorrectionForm({ line, of, isLive, onClose }: CorrectionFormProps) {
  const { t } = useText()
  const { draft, change, discard, submit, busy, refusal } = useCorrection(line, of, onClose)
  const isSame = draft.text.trim() === draft.before.trim()
  const refused = useRefused(draft, line, isLive)
  return (
    <form
      className="own-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (refused === undefined) void submit()
      }}
    >
      <TextField
        label={t('checks.newWords')}
        value={draft.text}
        onChange={(text) => change({ ...draft, text })}
        lines={Math.min(8, 2 + Math.ceil(draft.before.length / 70))}
        maxLength={MAX_CORRECTION}
        autoFocus
        {...(draft.text.includes('\uFFFC') && { hint: t('checks.atomHint') })}
      />
      <Moved draft={draft} line={line} onGoOn={change} />
      <div className="own-form-preview">
        <p className="field-label">{t('checks.preview')}</p>
        {isSame ? (
          <p className="own-form-none">{t('checks.noChange')}</p>
        ) : (
          <ChangedWords before={draft.before} after={draft.text} />
        )}
      </div>
      <TextField
        label={t('checks.note')}
        value={draft.note}
        onChange={(note) => change({ ...draft, note })}
        lines={2}
        maxLength={MAX_REASON}
      />
      <CheckRefusal refusal={refusal} />
      {!isLive && <p className="own-form-none">{t('checks.draftKept')}</p>}
      <div className="own-form-acts">
        <Button
          type="submit"
          variant="primary"
          busy={busy === null ? undefined : t('checks.sending')}
          refused={refused}
        >
          {t('checks.send')}
        </Button>
        <Button variant="quiet" onPress={discard}>
          {t('checks.discard')}
        </Button>
      </div>
    </form>
  )
}

function useCorrection(line: Block, of: DraftOf, onClose: () => void) {
  const { t } = useText()
  const { id: meeting, me } = useMeeting()
  const keeper = { member: me.id, meeting }
  const toast = useToast()
  const [draft, setDraft] = useState<CorrectionDraft>(
    () => readCorrectionDraft(keeper, of) ?? { ...wordsNow(line), text: blockText(line), note: '' },
  )
  const id = useRef(nanoid())
  const { busy, refusal, send } = useWish()
  const change = (next: CorrectionDraft): void => {
    // Other words are another correction, also where an answer to the first was lost.
    id.current = nanoid()
    setDraft(next)
    keepCorrectionDraft(keeper, of, next)
  }
  const discard = (): void => {
    dropCorrectionDraft(keeper, of)
    onClose()
  }
  const submit = async (): Promise<void> => {
    const { hash, text, note } = draft
    const body = { id: id.current, line: of.line, mechanism: of.mechanism, hash, text, note }
    const path = checkPath(meeting, of.topic, 'corrections')
    if (!(await send(id.current, (key) => post(path, body, { key })))) return
    toast.show(t('checks.sent'))
    discard()
  }
  return { draft, change, discard, submit, busy, refusal }
}

/** Says why a correction cannot be sent as it is. */
function useRefused(draft: CorrectionDraft, line: Block, isLive: boolean): string | undefined {
  const { t } = useText()
  if (!isLive) return t('checks.draftKept')
  if (draft.hash !== wordsNow(line).hash) return t('checks.lineMoved')
  if (draft.text.trim() === '') return t('checks.needsWords')
  return draft.text.trim() === draft.before.trim() ? t('checks.noChange') : undefined
}

interface MovedProps {
  draft: CorrectionDraft
  line: Block
  onGoOn(draft: CorrectionDraft): void
}

/** Somebody has changed the line under the correction: what they changed, and the way on. */
function Moved({ draft, line, onGoOn }: MovedProps) {
  const { t } = useText()
  const now = wordsNow(line)
  if (draft.hash === now.hash) return null
  return (
    <div className="own-form-moved" role="status">
      <p>{t('checks.lineMoved')}</p>
      <ChangedWords before={draft.before} after={now.before} />
      <Button
        size="small"
        onPress={() => {
          const edits = rebaseCorrection(draft, now.before)
          onGoOn({ ...draft, ...now, text: edits === null ? draft.text : applied(now.before, edits) })
        }}
      >
        {t('checks.goOn')}
      </Button>
    </div>
  )
}

function wordsNow(line: Block): { before: string; hash: string } {
  return { before: blockText(line), hash: wordsHash([line]) }
}

function applied(words: string, edits: readonly Replacement[]): string {
  return edits.reduceRight((all, { from, to, insert }) => all.slice(0, from) + insert + all.slice(to), words)
}
