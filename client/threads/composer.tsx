import './composer.css'
import { Lock } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { commentLength } from '../../shared/threads/comment-parts.ts'
import type { CommentPart, ThreadSubject } from '../../shared/threads/thread-facts.ts'
import { MAX_COMMENT } from '../../shared/threads/thread-facts.ts'
import { useText } from '../i18n/text.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Kbd } from '../ui/kbd.tsx'
import type { DraftName } from './drafts.ts'
import { MentionList } from './mention-list.tsx'
import { type ComposedText, partsOf } from './mention-text.ts'
import { hasWords } from './thread.ts'
import { useDraft, useDrafts } from './use-drafts.ts'
import { useMentioning } from './use-mentioning.ts'

interface ComposerProps {
  /** Under which the words are kept until they are sent. */
  name: DraftName
  /** Names the field. */
  label: string
  send: string
  /** What a new thread is about. */
  subject?: ThreadSubject
  /** What is edited. */
  start?: ComposedText
  /** Whether it may be kept among the drafting group. */
  mayBeInternal?: boolean
  /** Whether it has to be: nobody else may be told anything now. */
  mustBeInternal?: boolean
  autoFocus?: boolean
  onSend(parts: readonly CommentPart[], internal: boolean): void
  /** Escape, or Cancel: the words are kept. */
  onLeave(): void
  onCancel?(): void
  /** Stands at the end of the field while nothing is written. */
  children?: ReactNode
}

const NOTHING: ComposedText = { text: '', mentions: [] }

/** Where a comment is written: `Mod+Enter` sends, `Escape` leaves with the words kept, `@` names people and mechanisms. */
export function Composer(props: ComposerProps) {
  const { name, label, send, start = NOTHING, subject = null, mayBeInternal = false, children } = props
  const { mustBeInternal = false, onSend, onLeave, onCancel } = props
  const drafts = useDrafts()
  const kept = useDraft(name)
  const [isFocused, setFocused] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  useFocusAtFirst(field, props.autoFocus === true)
  const composed: ComposedText = kept ?? start
  const isInternal = mustBeInternal || (kept?.internal ?? false)
  const parts = partsOf(composed)
  const { isTooLong, refused } = useFaults(parts)

  const write = (next: ComposedText, internal = isInternal): void => {
    drafts.set(name, { ...next, subject, internal, at: kept?.at ?? Date.now() })
  }
  const mentioning = useMentioning({ field, composed, write })
  const handleSend = (): void => {
    if (refused !== undefined) return
    drafts.remove(name)
    onSend(parts, isInternal)
  }
  const handleKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    event.stopPropagation()
    if (mentioning.handleKey(event)) return
    if (event.key === 'Escape') onLeave()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) handleSend()
    else return
    event.preventDefault()
  }
  const isOpen = isFocused || composed.text !== '' || mayBeInternal || onCancel !== undefined
  const hint = useId()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears whether the focus is inside.
    <div
      className="composer"
      data-internal={isInternal || undefined}
      onFocus={() => setFocused(true)}
      onBlur={({ currentTarget, relatedTarget }) => setFocused(currentTarget.contains(relatedTarget))}
    >
      <div className="composer-box">
        <textarea
          ref={field}
          className="composer-field"
          aria-label={label}
          aria-describedby={isTooLong ? hint : undefined}
          placeholder={label}
          dir="auto"
          rows={isOpen ? 2 : 1}
          value={composed.text}
          onChange={(event) => {
            write({ ...composed, text: event.target.value })
            mentioning.look(event.target)
          }}
          onSelect={(event) => mentioning.look(event.currentTarget)}
          onKeyDown={handleKey}
          onBlur={mentioning.close}
          {...mentioning.aria}
        />
        {composed.text === '' && children}
      </div>
      <MentionList mentioning={mentioning} />
      {isTooLong && <TooLong id={hint} />}
      {isOpen && (
        <ComposerFoot
          send={send}
          isInternal={mustBeInternal ? 'always' : mayBeInternal ? isInternal : null}
          refused={refused}
          onInternal={(internal) => write(composed, internal)}
          onSend={handleSend}
          onCancel={onCancel}
        />
      )}
    </div>
  )
}

function TooLong({ id }: { id: string }) {
  const { t } = useText()
  return (
    <p id={id} className="composer-error" role="alert">
      {t('threads.tooLong', { count: MAX_COMMENT })}
    </p>
  )
}

/** Tells why a comment cannot be sent as it stands. */
function useFaults(parts: readonly CommentPart[]): { isTooLong: boolean; refused: string | undefined } {
  const { t } = useText()
  const isTooLong = commentLength(parts) > MAX_COMMENT
  if (isTooLong) return { isTooLong, refused: t('threads.tooLongShort') }
  return { isTooLong, refused: hasWords(parts) ? undefined : t('threads.writeFirst') }
}

interface ComposerFootProps {
  send: string
  /** Null: it cannot be kept among the drafting group; `always`: it has to be. */
  isInternal: boolean | 'always' | null
  /** Why it cannot be sent. */
  refused: string | undefined
  onInternal(internal: boolean): void
  onSend(): void
  onCancel: (() => void) | undefined
}

function ComposerFoot({ send, isInternal, refused, onInternal, onSend, onCancel }: ComposerFootProps) {
  const { t } = useText()
  return (
    <div className="composer-foot">
      {isInternal === 'always' && <Internal />}
      {typeof isInternal === 'boolean' && (
        <Checkbox isSelected={isInternal} onChange={onInternal}>
          <Internal />
        </Checkbox>
      )}
      <span className="composer-acts">
        {onCancel && (
          <Button variant="quiet" size="small" onPress={onCancel}>
            {t('threads.cancel')}
          </Button>
        )}
        <Button variant="primary" size="small" onPress={onSend} refused={refused}>
          {send}
        </Button>
        <span className="composer-key">
          <Kbd keys={['Mod', 'Enter']} />
        </span>
      </span>
    </div>
  )
}

function Internal() {
  const { t } = useText()
  return (
    <span className="composer-internal">
      <Lock aria-hidden /> {t('threads.internal')}
    </span>
  )
}

function useFocusAtFirst(field: RefObject<HTMLTextAreaElement | null>, isWanted: boolean): void {
  useEffect(() => {
    const element = field.current
    if (!isWanted || element === null) return
    element.focus({ preventScroll: true })
    element.setSelectionRange(element.value.length, element.value.length)
  }, [field, isWanted])
}
