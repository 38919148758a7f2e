import './find.css'
import { ChevronDown, ChevronUp, type LucideIcon, Search, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useText } from '../../i18n/text.tsx'
import { announce } from '../../ui/announce.ts'
import { type Found, TopicFind } from './find-state.ts'
import type { NotesDesk } from './notes-desk.ts'

/** So long after the last key, whoever types has finished a word. */
const TYPED_MS = 600

interface FindBarProps {
  desk: NotesDesk
  asked: { readonly words: string; readonly times: number }
  onWords(words: string): void
  /** Looks for the same words in the whole meeting. */
  onWhole(): void
  onClose(): void
}

/** Finds words in the topic's text: how many, at which one, on to the next. Over the text's end, so that nothing moves. */
export function FindBar(props: FindBarProps) {
  const { desk } = props
  const [find, setFind] = useState<TopicFind | null>(null)
  useEffect(() => {
    const made = new TopicFind(desk)
    setFind(made)
    return () => made.destroy()
  }, [desk])
  return find === null ? null : <OpenBar {...props} find={find} />
}

function OpenBar({ asked, find, onWords, onWhole, onClose }: FindBarProps & { find: TopicFind }) {
  const { t } = useText()
  const [words, setWords] = useState(asked.words)
  const found = useSyncExternalStore(find.subscribe, find.found)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (asked.times === 0) return
    setWords(asked.words)
    // A dialog that closes gives the focus back first.
    const frame = requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.select()
    })
    return () => cancelAnimationFrame(frame)
  }, [asked])
  useEffect(() => find.look(words), [find, words])
  useCountTold(words, found)

  const go = (step: 1 | -1): void => {
    if (find.go(step)) announce(t('search.topic.at', { at: find.found().at, count: find.found().count }))
  }
  const close = (): void => {
    onClose()
    find.leave()
  }
  const handleKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target === field.current) go(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const { count, at } = found
  const isNone = words.trim() !== '' && count === 0
  return (
    <div className="find-place">
      <search className="find-bar" aria-label={t('search.topic.title')} onKeyDown={handleKey}>
        <div className="find-field" data-none={isNone || undefined}>
          <Search aria-hidden />
          <input
            ref={field}
            type="search"
            dir="auto"
            aria-label={t('search.topic.words')}
            placeholder={t('search.topic.words')}
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="search"
            value={words}
            onChange={({ target }) => {
              setWords(target.value)
              onWords(target.value)
            }}
          />
          <span className="find-count" aria-hidden>
            {words.trim() !== '' && (isNone ? t('search.topic.none') : t('search.topic.at', { at, count }))}
          </span>
        </div>
        <FindButton icon={ChevronUp} label={t('search.topic.before')} onPress={() => go(-1)} />
        <FindButton icon={ChevronDown} label={t('search.topic.next')} onPress={() => go(1)} />
        <button type="button" className="find-whole" onClick={onWhole}>
          {t('search.topic.whole')}
        </button>
        <FindButton icon={X} label={t('ui.close')} onPress={close} />
      </search>
    </div>
  )
}

/** Says how many there are, once, when whoever types has paused. What others change is not told. */
function useCountTold(words: string, { count }: Found): void {
  const { t } = useText()
  const latest = useRef('')
  latest.current = count === 0 ? t('search.topic.none') : t('search.topic.count', { count })
  useEffect(() => {
    if (words.trim() === '') return
    const timer = setTimeout(() => announce(latest.current), TYPED_MS)
    return () => clearTimeout(timer)
  }, [words])
}

interface FindButtonProps {
  icon: LucideIcon
  label: string
  onPress(): void
}

/** A button that leaves the keyboard of a phone, and the focus, in the field. */
function FindButton({ icon: Icon, label, onPress }: FindButtonProps) {
  return (
    <button
      type="button"
      className="find-button"
      aria-label={label}
      title={label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Icon aria-hidden />
    </button>
  )
}
