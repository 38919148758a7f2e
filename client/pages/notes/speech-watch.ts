import type { Transaction } from 'yjs'
import { renderBlocks } from '../../../shared/text/render.ts'
import { bindingOf } from '../../editor/binding/flat-text-extension.ts'
import type { NotesDesk } from './notes-desk.ts'
import { NotingLog, type SameHint } from './same-state.ts'
import { ChangeReader } from './speech-changes.ts'
import type { SpeechChoice } from './speech-choice.ts'
import { LineMates } from './speech-mates.ts'
import { SpeechTurns, type Telling } from './speech-turns.ts'
import type { SpeechNews } from './speech-words.ts'

/** The text is read so long after a change: often enough for speech, and never while a key is shown. */
const LOOK_MS = 500
/** Hints go by themselves when nobody is at it any more. */
const HINTS_MS = 5000

const DEEDS = ['keydown', 'pointerdown', 'compositionupdate'] as const

/** What the watch asks of the page. */
export interface SpeechPage {
  readonly choice: () => SpeechChoice
  readonly say: (telling: Telling<SpeechNews>, choice: SpeechChoice) => void
  /** These are in the line of the reader's caret. */
  readonly sayInLine: (members: readonly string[]) => void
  readonly sameWords: (hint: SameHint) => string
}

/**
 * Follows what is done to a topic's notes, and by whom: tells the page what to say and which hints to show. It reads
 * the text and the server's record, and writes nothing.
 */
export class SpeechWatch {
  readonly #desk: NotesDesk
  readonly #me: string
  readonly #page: SpeechPage
  readonly #reader: ChangeReader
  readonly #turns = new SpeechTurns<SpeechNews>()
  readonly #log = new NotingLog()
  readonly #mates = new LineMates()
  readonly #listeners = new Set<() => void>()
  readonly #told = new Set<string>()
  readonly #timers = new Map<string, { readonly timer: ReturnType<typeof setTimeout>; readonly at: number }>()
  #stops: (() => void)[] = []
  #hints: readonly SameHint[] = []
  #acted = Number.NEGATIVE_INFINITY
  #choice: SpeechChoice

  constructor(desk: NotesDesk, me: string, page: SpeechPage) {
    this.#desk = desk
    this.#me = me
    this.#page = page
    this.#choice = page.choice()
    this.#reader = new ChangeReader(desk.text, renderBlocks(desk.text))
    this.#listen()
  }

  /** Interventions that somebody else seems to note too. */
  readonly hints = (): readonly SameHint[] => this.#hints

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  dismiss(id: string): void {
    this.#log.dismiss(id)
    this.#setHints(this.#hints.filter((hint) => hint.id !== id))
  }

  /** Something beside the lines is new. */
  tell(news: SpeechNews): void {
    this.#turns.tell(news)
    this.#planTelling()
  }

  /** The setting is another one. */
  readonly chosen = (): void => {
    // What came while nothing was to be told stays untold.
    if (this.#choice === 'none') {
      this.#look()
      this.#turns.take('none', Date.now())
    }
    this.#choice = this.#page.choice()
    this.#planTelling()
  }

  destroy(): void {
    for (const stop of this.#stops) stop()
    for (const { timer } of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
    this.#listeners.clear()
  }

  #listen(): void {
    const { client, carets } = this.#desk
    const handleChange = ({ changedParentTypes }: Transaction): void => {
      if (changedParentTypes.has(this.#desk.text as never)) this.#plan('look', LOOK_MS, () => this.#look())
    }
    const handleDeed = (): void => {
      this.#acted = Date.now()
      this.#turns.acted(this.#acted)
    }
    let record = client.authorship
    const handleRecord = (): void => {
      // What was not on record may be now.
      if (record !== client.authorship) this.#plan('look', LOOK_MS, () => this.#look())
      record = client.authorship
    }
    const lookInLine = (): void => this.#plan('in-line', LOOK_MS / 2, () => this.#lookInLine())
    client.doc.on('afterTransaction', handleChange)
    for (const deed of DEEDS) document.addEventListener(deed, handleDeed, { capture: true, passive: true })
    this.#stops = [
      () => client.doc.off('afterTransaction', handleChange),
      () => {
        for (const deed of DEEDS) document.removeEventListener(deed, handleDeed, { capture: true })
      },
      client.subscribe(handleRecord),
      carets.subscribe(lookInLine),
      this.#desk.subscribe(lookInLine),
    ]
  }

  #look(): void {
    const { editor, who, blocks } = this.#desk
    // What is not shown yet is told of later; while many write, something always waits.
    if (who === null || bindingOf(editor).isBehind) this.#plan('look', LOOK_MS, () => this.#look())
    if (who === null) return
    const now = Date.now()
    const changes = this.#reader.read(blocks, who.memberOf)
    this.#log.note(changes, now)
    this.#turns.note(
      changes.filter(({ member }) => member !== this.#me),
      now,
    )
    this.#lookForSame()
    this.#planTelling()
  }

  #lookForSame(): void {
    const hints = this.#log.hints(this.#desk.blocks, this.#me, Date.now())
    for (const hint of hints) {
      if (this.#told.has(hint.id)) continue
      this.#told.add(hint.id)
      this.#turns.tell({ what: 'same', words: this.#page.sameWords(hint) })
    }
    this.#setHints(hints)
    if (hints.length > 0) this.#plan('same', HINTS_MS, () => this.#lookForSame())
  }

  #setHints(hints: readonly SameHint[]): void {
    if (JSON.stringify(hints) === JSON.stringify(this.#hints)) return
    this.#hints = hints
    for (const listener of [...this.#listeners]) listener()
  }

  #planTelling(): void {
    const wait = this.#turns.wait(this.#choice, Date.now())
    if (wait !== null) this.#plan('tell', wait, () => this.#tell())
  }

  #tell(): void {
    const telling = this.#turns.take(this.#choice, Date.now())
    if (telling !== null) this.#page.say(telling, this.#choice)
    this.#planTelling()
  }

  #lookInLine(): void {
    const { line, others } = this.#inLine()
    const { say, again } = this.#mates.look({ line, others, now: Date.now(), acted: this.#acted })
    if (say.length > 0 && this.#choice !== 'none') this.#page.sayInLine(say)
    if (again !== null) this.#plan('in-line', again, () => this.#lookInLine())
  }

  /** The line of the reader's caret, and who has theirs in it: whose a caret is, is the server's record. */
  #inLine(): { readonly line: string | null; readonly others: readonly string[] } {
    const { editor, carets, who, blocks } = this.#desk
    const binding = bindingOf(editor)
    const { doc, selection } = editor.state
    if (!editor.view.hasFocus() || !editor.isEditable || who === null || doc !== binding.doc)
      return { line: null, others: [] }
    const own = selection.$head.index(0)
    const others = carets.carets().flatMap(({ key, head }) => {
      const member = who.memberOf(Number(key))
      if (member === null || member === this.#me || !binding.knows(head)) return []
      return doc.resolve(binding.positionOf(head)).index(0) === own ? [member] : []
    })
    return { line: blocks[own]?.id ?? null, others: [...new Set(others)] }
  }

  /** One timer for each thing that is waited for: the soonest one asked for. Whatever it does asks whether it is time. */
  #plan(what: string, ms: number, act: () => void): void {
    const at = Date.now() + ms
    const planned = this.#timers.get(what)
    if (planned !== undefined && planned.at <= at) return
    clearTimeout(planned?.timer)
    const timer = setTimeout(() => {
      this.#timers.delete(what)
      act()
    }, ms)
    this.#timers.set(what, { timer, at })
  }
}
