import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { CaretSource } from '../binding/caret-plugin.ts'
import { drawFromTheStart } from '../binding/draw-from-the-start.ts'
import { bindingOf } from '../binding/flat-text-extension.ts'
import { indent } from '../manners/blocks.ts'
import type { CommentMarks } from '../manners/comment-marks.ts'
import { commentPlugin } from '../manners/comment-plugin.ts'
import { selectedLines } from '../manners/lines.ts'
import { markdownPlugin } from '../manners/markdown-plugin.ts'
import { type BlockSigns, LIST_SIGNS } from '../manners/markdown-shorthand.ts'
import { type FindMentions, mentionPlugin } from '../manners/mention-plugin.ts'
import { type AuthorshipSource, authorshipPlugin } from './authorship-plugin.ts'
import { type CaptureOptions, captureKey, captureOf } from './capture-options.ts'
import { capturePlugin } from './capture-plugin.ts'
import { caretLinePlugin } from './caret-line-plugin.ts'
import { openList } from './carry-out.ts'
import { facesPlugin, type WordsSource } from './faces-plugin.ts'
import type { FoundMarks } from './found-marks.ts'
import { foundPlugin } from './found-plugin.ts'
import type { GroupsInSight } from './groups-in-sight.ts'
import { groupsPlugin } from './groups-plugin.ts'
import { lateStubsPlugin } from './late-stubs-plugin.ts'
import { stackNames } from './margin-names.ts'
import { marksPlugin } from './marks-plugin.ts'
import { readingLinePlugin } from './reading-line.ts'
import { seamsPlugin } from './seams-plugin.ts'

/** Narrower windows have no margin for names (`carets.css`). In CSS pixels. */
const NARROW_PX = 720

export interface NotesOptions {
  readonly capture: CaptureOptions
  readonly words: WordsSource
  readonly authorship: AuthorshipSource
  readonly carets: CaretSource
  readonly sight: GroupsInSight
  readonly comments: CommentMarks
  readonly found: FoundMarks
  readonly mentions: () => FindMentions
}

/** What a line of the notes can become by signs at its start. */
const SIGNS: BlockSigns = {
  '#': 'heading-1',
  '##': 'heading-2',
  '###': 'heading-3',
  '1.': 'ordered',
  ...LIST_SIGNS,
}

/** Gives what the notes' editor has beside a flat text: speakers and kinds, their keys, names in the margin. */
export function notesExtension(options: NotesOptions): Extension {
  const { capture, words, authorship, carets, sight, comments, found, mentions } = options
  const drawing = [
    groupsPlugin(sight),
    facesPlugin(words, (view) => (what, line) => openList(view, what, line, capture)),
  ]
  return Extension.create({
    name: 'notes',
    // Before the keys of the flat text: Enter in an open list picks.
    priority: 1100,
    onBeforeCreate({ editor }) {
      drawFromTheStart(editor, drawing)
    },
    addKeyboardShortcuts() {
      const shift = (step: 1 | -1) => () => {
        const { state, view } = this.editor
        const { tr } = state
        // Elsewhere Tab leaves the text, as it does everywhere.
        if (captureOf(state).mode !== 'text' || !indent(tr, selectedLines(state), step)) return false
        view.dispatch(tr)
        return true
      }
      return { Tab: shift(1), 'Shift-Tab': shift(-1) }
    },
    addProseMirrorPlugins() {
      const { editor } = this
      return [
        // Before the keys of the text: Escape in its list only closes it.
        mentionPlugin({
          undo: capture.undo,
          mayWrite: capture.mayWrite,
          find: mentions,
          tell: (label) => capture.tell({ did: 'mention', label }),
          isCommand: (transaction) => transaction.getMeta(captureKey) !== undefined,
        }),
        // Before the keys of line mode, which take every letter.
        marksPlugin(capture, capture.marks),
        capturePlugin(capture),
        markdownPlugin({
          undo: capture.undo,
          isTyping: (state) => capture.mayWrite() && captureOf(state).mode === 'text',
          blocks: () => SIGNS,
        }),
        ...drawing,
        authorshipPlugin(bindingOf(editor), authorship),
        commentPlugin(bindingOf(editor), comments),
        readingLinePlugin(),
        caretLinePlugin(),
        lateStubsPlugin(),
        foundPlugin(found),
        seamsPlugin(bindingOf(editor), words.words),
        marginNamesPlugin(carets),
      ]
    },
  })
}

function marginNamesPlugin(carets: CaretSource): Plugin {
  return new Plugin({
    view(view) {
      let frame = 0
      return {
        update: () => {
          // One alone needs no place among others; but without a margin it may reach out of the page.
          if (carets.carets().length < (window.innerWidth < NARROW_PX ? 1 : 2)) return
          cancelAnimationFrame(frame)
          frame = requestAnimationFrame(() => stackNames(view.dom))
        },
        destroy: () => cancelAnimationFrame(frame),
      }
    },
  })
}
