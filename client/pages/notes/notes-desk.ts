import { Editor } from '@tiptap/core'
import { nanoid } from 'nanoid'
import type * as Y from 'yjs'
import type { Block } from '../../../shared/text/block.ts'
import { bindingOf, flatTextExtension } from '../../editor/binding/flat-text-extension.ts'
import { FlatUndo } from '../../editor/binding/flat-undo.ts'
import { keepOwnSelection } from '../../editor/binding/own-selection.ts'
import { CommentMarks } from '../../editor/manners/comment-marks.ts'
import type { FindMentions } from '../../editor/manners/mention-plugin.ts'
import type { KindItem, SpeakerSource } from '../../editor/notes/capture.ts'
import type { CaptureOptions, Done, SheetAsk } from '../../editor/notes/capture-options.ts'
import { FoundMarks } from '../../editor/notes/found-marks.ts'
import { GroupsInSight } from '../../editor/notes/groups-in-sight.ts'
import type { NotesWords } from '../../editor/notes/line-face.ts'
import { MarkAsks } from '../../editor/notes/mark-asks.ts'
import { notesExtension } from '../../editor/notes/notes-extension.ts'
import { TypedSpans, type WhoTyped } from '../../editor/notes/typed-spans.ts'
import { schemaExtensions } from '../../editor/schema/extensions.ts'
import type { RoomClient } from '../../sync/room-client.ts'
import { LineTimes, type TimesAnswer } from './line-times.ts'
import { NoteCarets } from './note-carets.ts'

/** Others' words in sight are drawn no more often, as their carets are. */
const OTHERS_MS = 100

/** A screenful or two. */
const LINES_IN_GROUP = 25

/** What the page tells the editor, in the reader's language: set again whenever it changes. */
export interface DeskWords {
  readonly words: Omit<NotesWords, 'time'>
  readonly formatTime: (at: number) => string
  readonly speakers: Omit<SpeakerSource, 'recent'>
  readonly kindItems: readonly KindItem[]
  readonly mentions: FindMentions
  readonly tell: (done: Done) => void
  /** Class of the line under what a member typed. */
  readonly lineOf: (member: string) => string
  readonly label: string
}

/**
 * One topic's notes on the page: the editor with all that stands beside its text. Lives as long as the document;
 * React draws around it and is told when something changed.
 */
export class NotesDesk {
  readonly client: RoomClient
  readonly text: Y.Text
  readonly undo: FlatUndo
  readonly carets: NoteCarets
  readonly times: LineTimes
  readonly capture: CaptureOptions
  readonly spans = new TypedSpans()
  /** Passages that threads are about. */
  readonly comments = new CommentMarks()
  /** Words that are looked for, where the browser cannot mark them. */
  readonly found = new FoundMarks()
  /** What marks of record ask of the page. */
  readonly marks = new MarkAsks()
  readonly editor: Editor
  /** Copies the link to a line, where the page can. */
  onCopyLink: ((line: string) => void) | null = null
  readonly #sight = new GroupsInSight()
  readonly #listeners = new Set<() => void>()
  readonly #authorshipListeners = new Set<() => void>()
  readonly #wordsListeners = new Set<() => void>()
  readonly #stops: (() => void)[] = []
  #words: DeskWords
  #mayWrite: boolean
  #sheet: ((ask: SheetAsk) => void) | null = null
  #showsAuthorship = false
  #who: WhoTyped | null = null
  #version = 0

  constructor(client: RoomClient, words: DeskWords, askTimes: () => Promise<TimesAnswer>, mayWrite: boolean) {
    this.client = client
    this.#words = words
    this.#mayWrite = mayWrite
    this.text = client.doc.getText('text')
    this.undo = new FlatUndo(client.doc)
    this.carets = new NoteCarets(client.awareness)
    this.times = new LineTimes(askTimes)
    this.capture = {
      undo: this.undo,
      newId: nanoid,
      mayWrite: () => this.#mayWrite,
      speakers: () => this.#words.speakers,
      kindItems: () => this.#words.kindItems,
      sheet: () => this.#sheet,
      tell: (done) => this.#words.tell(done),
      marks: this.marks,
      copyLink: (line) => this.onCopyLink?.(line),
    }
    this.editor = this.#makeEditor()
    keepOwnSelection(this.editor.view.dom)
    this.#follow()
  }

  /** Counts every change that components draw from. */
  readonly version = (): number => this.#version

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get blocks(): readonly Block[] {
    return bindingOf(this.editor).blocks
  }

  get words(): DeskWords {
    return this.#words
  }

  /** Who typed what; null while the server has not told. */
  get who(): WhoTyped | null {
    return this.#who
  }

  get showsAuthorship(): boolean {
    return this.#showsAuthorship
  }

  setWords(words: DeskWords): void {
    if (words === this.#words) return
    this.#words = words
    for (const listener of [...this.#wordsListeners]) listener()
    this.editor.view.setProps({})
  }

  setMayWrite(mayWrite: boolean): void {
    if (this.#mayWrite === mayWrite && this.editor.isEditable === mayWrite) return
    this.#mayWrite = mayWrite
    this.editor.setEditable(mayWrite, false)
    this.#changed()
  }

  /** Asks in a sheet from now on; null: in a list under the caret. */
  setSheet(sheet: ((ask: SheetAsk) => void) | null): void {
    this.#sheet = sheet
  }

  showAuthorship(shows: boolean): void {
    this.#showsAuthorship = shows
    for (const listener of [...this.#authorshipListeners]) listener()
    this.#changed()
  }

  destroy(): void {
    for (const stop of this.#stops) stop()
    this.editor.destroy()
    this.#sight.destroy()
    this.carets.destroy()
    this.times.destroy()
    this.undo.destroy()
    this.#listeners.clear()
  }

  #makeEditor(): Editor {
    const { undo, carets, text, capture } = this
    const sight = this.#sight
    return new Editor({
      element: document.createElement('div'),
      injectCSS: false,
      editable: this.#mayWrite,
      // Tiptap's own have no undo of their own here, and wake after a composition: `markdown-plugin.ts`.
      enableInputRules: false,
      extensions: [
        ...schemaExtensions({ linesInGroup: LINES_IN_GROUP, takes: ({ t }) => t === 'mention' }),
        flatTextExtension({ text, undo, newId: nanoid, carets, paceMs: OTHERS_MS, sight }),
        notesExtension({
          capture,
          carets,
          sight,
          comments: this.comments,
          found: this.found,
          mentions: () => this.#words.mentions,
          words: {
            words: () => ({ ...this.#words.words, time: (line) => this.#timeOf(line) }),
            subscribe: (listener) => {
              this.#wordsListeners.add(listener)
              return () => this.#wordsListeners.delete(listener)
            },
          },
          authorship: {
            who: () => (this.#showsAuthorship ? this.#who : null),
            lineOf: (member) => this.#words.lineOf(member),
            subscribe: (listener) => {
              this.#authorshipListeners.add(listener)
              return () => this.#authorshipListeners.delete(listener)
            },
          },
        }),
      ],
      editorProps: {
        attributes: () => ({
          class: 'notes-text',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': this.#words.label,
          ...(this.#mayWrite ? {} : { 'aria-readonly': 'true' }),
        }),
      },
    })
  }

  #follow(): void {
    const { editor, client, carets, times } = this
    editor.on('transaction', () => {
      const binding = bindingOf(editor)
      if (this.#mayWrite && editor.view.hasFocus() && editor.state.doc === binding.doc)
        carets.tell(binding.holdSelection(editor.state))
      this.#changed()
    })
    this.#stops.push(
      client.subscribe(() => this.#readAuthorship()),
      times.subscribe(() => {
        for (const listener of [...this.#wordsListeners]) listener()
        this.#changed()
      }),
    )
    const handleUpdate = (): void => times.written()
    client.doc.on('update', handleUpdate)
    this.#stops.push(() => client.doc.off('update', handleUpdate))
    this.#readAuthorship()
  }

  #readAuthorship(): void {
    const { authorship } = this.client
    const who = authorship.isKnown ? authorship : null
    if (who === this.#who) return
    this.#who = who
    for (const listener of [...this.#authorshipListeners]) listener()
    this.#changed()
  }

  #timeOf(line: string): string | null {
    const at = this.times.first(line)
    return at === null ? null : this.#words.formatTime(at)
  }

  #changed(): void {
    this.#version++
    for (const listener of [...this.#listeners]) listener()
  }
}
