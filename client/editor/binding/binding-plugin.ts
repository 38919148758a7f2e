import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { StepMap } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { trustCaret } from './caret-trust.ts'
import { joinLineAbove, joinLineBelow } from './commands.ts'
import type { FlatUndo } from './flat-undo.ts'
import { groupChanged } from './line-groups.ts'
import { normalise } from './normalise.ts'
import { readSelection } from './read-selection.ts'
import { stateDecorations } from './state-decorations.ts'
import type { TextBinding } from './text-binding.ts'

/** Set on transactions that show what others wrote, so that nothing mends or writes them. */
export const REMOTE = 'flatTextRemote'

/** What one transaction did to the editor's document. */
interface Tracked {
  readonly before: Node
  readonly maps: readonly StepMap[]
}

/** How a binding is tied to an editor's view. */
export interface BindingOptions {
  readonly binding: TextBinding
  readonly undo: FlatUndo
  readonly newId: () => string
  /**
   * What others write inside lines is drawn together, no more often than this; 0 or absent: each change by itself. With
   * twenty who write, a long text would else be drawn for them all the time, and keep its own writer waiting.
   */
  readonly paceMs?: number
  /** Which lines are in sight, where it is known: those that are not are drawn at {@link UNSEEN_MS}. */
  readonly sight?: Sight
}

/** Which lines of an editor somebody can see. */
export interface Sight {
  readonly isSeen: (line: Node) => boolean
  /** Calls back when other lines have come into sight. */
  readonly subscribe: (listener: () => void) => () => void
}

/** What others write in lines out of sight is drawn together, no more often than this, in milliseconds. */
export const UNSEEN_MS = 1000

export const bindingKey = new PluginKey<readonly Tracked[]>('flatText')

/**
 * ProseMirror reads what a composition left in the page up to 20 ms after its end, by the places the page had then:
 * text of others shown earlier would shift them.
 */
const COMPOSITION_SETTLES_MS = 60

/** Ties a binding to an editor's view: local changes are written, others' are shown, one undo serves both. */
export function bindingPlugin(options: BindingOptions): Plugin<readonly Tracked[]> {
  let hasMoved = false
  return new Plugin<readonly Tracked[]>({
    key: bindingKey,
    state: {
      init: () => [],
      apply: (transaction, tracked) => track(options.binding, transaction, tracked),
    },
    appendTransaction(transactions, before, after) {
      if (transactions.some((transaction) => transaction.getMeta(REMOTE) === true)) return null
      return mend(transactions, before, after, options.newId)
    },
    props: {
      decorations: (state) => stateDecorations(options.binding, state.doc),
      handleDOMEvents: {
        keydown: (view, event) => {
          if (hasMoved) readSelection(view)
          hasMoved = MOVES.has(event.key)
          if (hasMoved) trustCaret(view)
          return false
        },
        mouseup: (view) => {
          hasMoved = true
          // Before the editor's own task, which would put the caret back to where it stood when the button went down.
          setTimeout(() => view.isDestroyed || readSelection(view))
          return false
        },
        paste: () => {
          // A paste is a step of its own: this runs before it, the task after it.
          options.undo.stopCapturing()
          setTimeout(() => options.undo.stopCapturing())
          return false
        },
        // What no key announced: a virtual keyboard, or a caret that the editor had not heard of at the key.
        beforeinput: (view, event) => deleteByCommand(view, event),
      },
    },
    view: (view) => new BindingView(view, options),
  })
}

const MOVES = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
])

const BACKWARD = /^delete(Content|Word|SoftLine|HardLine)Backward$/
const FORWARD = /^delete(Content|Word|SoftLine|HardLine)Forward$/

const views = new WeakMap<EditorView, BindingView>()

/** Shows what others wrote in lines in sight and waits for its turn, if no composition is in its way. */
export function showWaiting(view: EditorView): void {
  views.get(view)?.show('seen')
}

/** Mends what a local change left behind; null when there is nothing to mend. */
export function mend(
  transactions: readonly Transaction[],
  before: EditorState,
  after: EditorState,
  newId: () => string,
): Transaction | null {
  const mended = normalise(transactions, before, after, newId) ?? after.tr
  groupChanged(mended, before.doc)
  return mended.docChanged ? mended : null
}

/** Takes a deletion that would join lines away from the browser: it types the second line's words anew (TX4, TX14). */
function deleteByCommand(view: EditorView, event: InputEvent): boolean {
  const command = BACKWARD.test(event.inputType)
    ? joinLineAbove(false)
    : FORWARD.test(event.inputType)
      ? joinLineBelow
      : null
  if (command === null || view.composing || !event.cancelable) return false
  readSelection(view)
  if (!command(view.state, view.dispatch)) return false
  event.preventDefault()
  return true
}

function track(
  binding: TextBinding,
  transaction: Transaction,
  tracked: readonly Tracked[],
): readonly Tracked[] {
  if (transaction.getMeta(REMOTE) === true) return []
  if (!transaction.docChanged) return tracked
  // What was written already is of no use any more.
  const from = tracked.findIndex(({ before }) => before === binding.doc)
  return [...tracked.slice(Math.max(0, from)), { before: transaction.before, maps: transaction.mapping.maps }]
}

/** Whether a key adds a letter where the caret stands, and nothing else. */
function addsLetter(event: KeyboardEvent, view: EditorView): boolean {
  const { key, ctrlKey, metaKey, altKey } = event
  return [...key].length === 1 && !ctrlKey && !metaKey && !altKey && view.state.selection.empty
}

/** What of the text is drawn: the lines in sight, or all. */
type Reach = 'seen' | 'all'

/** The page's side of a binding, with a view to draw on. */
class BindingView {
  readonly #view: EditorView
  readonly #options: BindingOptions
  readonly #stops: readonly (() => void)[]
  readonly #handleFocus = (): void => {
    this.#hasCaret = true
    // What is typed in another item is a step of its own, however quickly it follows.
    this.#options.undo.stopCapturing()
  }
  readonly #handleCompositionStart = (): void => {
    this.#isComposing = true
    clearTimeout(this.#composed)
  }
  readonly #handleCompositionEnd = (): void => {
    clearTimeout(this.#composed)
    this.#composed = setTimeout(() => this.#endComposition(), COMPOSITION_SETTLES_MS)
  }
  /** Whether the reader has put a caret anywhere: before that no block is held for it (TX13). */
  #hasCaret = false
  /** From the start of a composition until the editor has read what it left behind. */
  #isComposing = false
  #composed: ReturnType<typeof setTimeout> | undefined
  /** When others' words were drawn last, in all lines and anywhere, and the next turn to draw them. */
  #allDrawnAt = Number.NEGATIVE_INFINITY
  #drawnAt = Number.NEGATIVE_INFINITY
  #turn: ReturnType<typeof setTimeout> | undefined
  #turnAt = 0
  /** A key that does more than add a letter acts on the text as it is now. */
  readonly #handleKey = (event: KeyboardEvent): void => {
    if (this.#turn !== undefined && !addsLetter(event, this.#view)) this.show('all')
  }

  constructor(view: EditorView, options: BindingOptions) {
    this.#view = view
    this.#options = options
    views.set(view, this)
    options.undo.add(options.binding)
    this.#stops = [
      options.binding.onRemote((isOwn) => this.#handleRemote(isOwn)),
      options.sight?.subscribe(() => this.#plan()) ?? (() => {}),
    ]
    view.dom.addEventListener('focus', this.#handleFocus)
    // Before the editor's own.
    view.dom.addEventListener('keydown', this.#handleKey, true)
    view.dom.addEventListener('compositionstart', this.#handleCompositionStart)
    view.dom.addEventListener('compositionend', this.#handleCompositionEnd)
  }

  update(view: EditorView, before: EditorState): void {
    const { binding, undo } = this.#options
    const isWritten = view.state.doc !== binding.doc
    if (isWritten) {
      if (before.doc === binding.doc) undo.rememberSelection(binding, binding.holdSelection(before))
      const tracked = bindingKey.getState(view.state) ?? []
      const from = tracked.findIndex((each) => each.before === binding.doc)
      const maps = from < 0 ? [] : tracked.slice(from).flatMap((each) => each.maps)
      binding.push(view.state.doc, maps)
    }
    // What has a turn of its own is not drawn along with a letter: the letter is seen first.
    const isLetter = isWritten && before.doc.childCount === view.state.doc.childCount
    if (!isLetter || this.#turn === undefined || !binding.waitsInLines) this.#pull(isWritten ? 'all' : 'seen')
  }

  destroy(): void {
    for (const stop of this.#stops) stop()
    this.#options.undo.remove(this.#options.binding)
    this.#view.dom.removeEventListener('focus', this.#handleFocus)
    this.#view.dom.removeEventListener('keydown', this.#handleKey, true)
    this.#view.dom.removeEventListener('compositionstart', this.#handleCompositionStart)
    this.#view.dom.removeEventListener('compositionend', this.#handleCompositionEnd)
    clearTimeout(this.#composed)
    this.#planAt(null)
  }

  show(reach: Reach, isOwn = false): void {
    const view = this.#view
    // Drawing puts the caret where the editor believes it is.
    if (!view.isDestroyed && view.state.doc === this.#options.binding.doc) readSelection(view)
    this.#pull(reach, isOwn)
  }

  #handleRemote(isOwn: boolean): void {
    if (isOwn || !this.#options.binding.waitsInLines) this.show('all', isOwn)
    else this.#plan()
  }

  /** Draws what waits if it is its turn, or plans the turn. */
  #plan(): void {
    const { binding, paceMs = 0 } = this.#options
    const now = performance.now()
    const allDue = this.#allDrawnAt + UNSEEN_MS
    const someDue = binding.waitsInSome(this.#isSeen) ? this.#drawnAt + paceMs : allDue
    const due = binding.isBehind ? someDue : null
    const isTurn = due !== null && due <= now
    this.#planAt(isTurn ? null : due)
    if (isTurn) this.show(allDue <= now ? 'all' : 'seen')
  }

  /** One timer, for the soonest turn that was asked for: what it finds then says whether it is time. */
  #planAt(due: number | null): void {
    if (due !== null && this.#turn !== undefined && this.#turnAt <= due) return
    clearTimeout(this.#turn)
    this.#turn = undefined
    if (due === null) return
    this.#turnAt = due
    this.#turn = setTimeout(() => {
      this.#turn = undefined
      this.#plan()
    }, due - performance.now())
  }

  readonly #isSeen = (line: Node): boolean => this.#options.sight?.isSeen(line) ?? true

  /**
   * Shows what waits, unless an input method is at work in the very line: a composition is never broken off. The caret's
   * line stays in the page when others delete it, not when one's own undo or redo does.
   */
  #pull(reach: Reach, isOwn = false): void {
    const { binding } = this.#options
    const view = this.#view
    if (view.isDestroyed || view.state.doc !== binding.doc) return
    const marker = binding.caretMarker(view.state)
    if ((view.composing || this.#isComposing) && binding.waitsIn(marker)) return
    const held = this.#hasCaret && !isOwn ? marker : null
    const transaction = binding.pull(view.state, held, reach === 'seen' ? this.#isSeen : undefined)
    if (transaction === null) return
    view.dispatch(transaction.setMeta(REMOTE, true))
    this.#drawnAt = performance.now()
    if (!binding.isBehind) this.#allDrawnAt = this.#drawnAt
    this.#plan()
  }

  #endComposition(): void {
    if (this.#view.composing) return
    this.#isComposing = false
    this.#pull('all')
  }
}
