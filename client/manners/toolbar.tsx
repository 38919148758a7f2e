import './toolbar.css'
import {
  Bold,
  Italic,
  Link2,
  Link as LinkIcon,
  type LucideIcon,
  MessageSquarePlus,
  Strikethrough,
  Underline,
} from 'lucide-react'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useText } from '../i18n/text.tsx'
import { useShellWidth } from '../shell/shell-width.tsx'
import { type TextDesk, useFromText } from './text-desk.ts'
import { ToolbarLink } from './toolbar-link.tsx'
import { type MarkName, marksOn, toggle } from './toolbar-marks.ts'
import { placeToolbar } from './toolbar-place.ts'
import { useSelectedWords } from './toolbar-selection.ts'
import { useCopyLink } from './use-copy-link.ts'

type Look = Exclude<MarkName, 'link'>

/** A button of the toolbar that a page adds. */
export interface TextTool {
  readonly icon: LucideIcon
  readonly label: string
  /** As in `aria-keyshortcuts`. */
  readonly keys: string
  readonly onPress: () => void
}

interface ToolbarProps {
  /** Where words are selected. */
  text: HTMLElement
  /** What they are written in; null for who only reads. */
  desk: TextDesk | null
  /** How words may be set apart there. */
  looks: readonly Look[]
  /** What else can be done with words that are written here. */
  tools?: readonly TextTool[]
  /** Address of a line, from the site's root. */
  linkOf(line: string): string
  /** Null for who may not comment. */
  onComment: (() => void) | null
  /** Gives the focus back to the text. */
  onLeave(): void
}

/** What can be done with selected words, beside them. `Alt+F10` goes there from the text, Escape back. */
export function Toolbar(props: ToolbarProps) {
  const { text, desk, onLeave } = props
  const { t } = useText()
  const bar = useRef<HTMLDivElement>(null)
  const [words, lookAgain] = useSelectedWords(text, bar)
  const [asksLink, setAsksLink] = useState(false)
  const [place, setPlace] = useState<React.CSSProperties>({ visibility: 'hidden' })
  const isShown = words !== null
  useEffect(() => {
    if (!isShown) setAsksLink(false)
  }, [isShown])
  useLayoutEffect(() => {
    const element = bar.current
    const ground = element?.parentElement?.parentElement
    if (words === null || element === null || ground == null) return
    const isRtl = getComputedStyle(ground).direction === 'rtl'
    const put = (): void => {
      setPlace(placeToolbar(words, ground.getBoundingClientRect(), element.getBoundingClientRect(), isRtl))
    }
    put()
    // The form for an address is wider than the buttons, and higher once something is wrong with it.
    const observer = new ResizeObserver(put)
    observer.observe(element)
    return () => observer.disconnect()
  }, [words])
  const isPhone = useShellWidth() === 'phone'
  useToolbarKey(bar, isShown)
  if (words === null) return null

  const leave = (): void => {
    setAsksLink(false)
    onLeave()
    lookAgain()
  }
  return (
    <div className="toolbar-place" {...(!isPhone && { style: place })}>
      <div
        ref={bar}
        className="toolbar"
        role="toolbar"
        aria-label={t('manners.toolbar')}
        onKeyDown={(event) => handleKey(event, leave)}
      >
        {asksLink && desk !== null ? (
          <ToolbarLink desk={desk} onDone={leave} />
        ) : (
          <Buttons {...props} line={words.line} onLink={() => setAsksLink(true)} />
        )}
      </div>
    </div>
  )
}

const LOOKS: Readonly<Record<Look, readonly [icon: LucideIcon, keys: string]>> = {
  bold: [Bold, 'Control+B'],
  italic: [Italic, 'Control+I'],
  underline: [Underline, 'Control+U'],
  strike: [Strikethrough, 'Control+Shift+S'],
}

interface ButtonsProps extends ToolbarProps {
  line: string
  onLink(): void
}

function Buttons({ desk, looks, tools = [], line, linkOf, onLink, onComment }: ButtonsProps) {
  const { t } = useText()
  const copy = useCopyLink()
  return (
    <>
      {desk !== null && <LookButtons desk={desk} looks={looks} onLink={onLink} />}
      {desk !== null &&
        tools.map((tool, index) => <ToolButton key={tool.keys} isApart={index === 0} {...tool} />)}
      {onComment !== null && (
        <ToolButton
          icon={MessageSquarePlus}
          label={t('threads.comment')}
          className="comment-button"
          keys="Control+Alt+M"
          isApart={desk !== null}
          onPress={onComment}
        />
      )}
      <ToolButton icon={Link2} label={t('manners.copyLink')} onPress={() => void copy(linkOf(line))} />
    </>
  )
}

function LookButtons({ desk, looks, onLink }: { desk: TextDesk } & Pick<ButtonsProps, 'looks' | 'onLink'>) {
  const { t } = useText()
  const marks = useFromText(desk, ({ state }) => marksOn(state)).split(' ')
  return (
    <>
      {looks.map((name) => {
        const [icon, keys] = LOOKS[name]
        return (
          <ToolButton
            key={name}
            icon={icon}
            label={t(`manners.${name}`)}
            keys={keys}
            isPressed={marks.includes(name)}
            onPress={() => toggle(desk, name)}
          />
        )
      })}
      <ToolButton
        icon={LinkIcon}
        label={t('manners.link')}
        isPressed={marks.includes('link')}
        onPress={onLink}
      />
    </>
  )
}

interface ToolButtonProps {
  icon: LucideIcon
  label: string
  className?: string
  keys?: string
  /** For what can be on or off. */
  isPressed?: boolean
  /** Begins another group. */
  isApart?: boolean
  onPress(): void
}

/** A button that leaves the selection where it is. */
function ToolButton({
  icon: Icon,
  label,
  className = '',
  keys,
  isPressed,
  isApart,
  onPress,
}: ToolButtonProps) {
  return (
    <button
      type="button"
      className={`toolbar-button ${className}`}
      aria-label={label}
      title={label}
      aria-keyshortcuts={keys}
      aria-pressed={isPressed}
      data-apart={isApart || undefined}
      tabIndex={-1}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Icon aria-hidden />
    </button>
  )
}

/** `Alt+F10` goes from the text to its toolbar, as in other editors. */
function useToolbarKey(bar: React.RefObject<HTMLElement | null>, isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return
    const handle = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'F10' || !event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      bar.current?.querySelector('button')?.focus()
    }
    document.addEventListener('keydown', handle)
    return () => document.removeEventListener('keydown', handle)
  }, [bar, isShown])
}

function handleKey(event: KeyboardEvent<HTMLElement>, leave: () => void): void {
  if (event.key === 'Escape') {
    event.preventDefault()
    event.stopPropagation()
    leave()
    return
  }
  if (event.target instanceof HTMLInputElement) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl'
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: at + (isRtl ? -1 : 1),
    ArrowLeft: at + (isRtl ? 1 : -1),
    Home: 0,
    End: buttons.length - 1,
  }
  const next = steps[event.key]
  if (next === undefined) return
  event.preventDefault()
  buttons[(next + buttons.length) % buttons.length]?.focus()
}
