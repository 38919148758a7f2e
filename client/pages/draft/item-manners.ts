import { Extension } from '@tiptap/core'
import { bindingOf } from '../../editor/binding/flat-text-extension.ts'
import type { FlatUndo } from '../../editor/binding/flat-undo.ts'
import type { FindReferences } from '../../editor/draft/reference-plugin.ts'
import { type BlockItem, blockMenuPlugin } from '../../editor/manners/block-menu-plugin.ts'
import { indent } from '../../editor/manners/blocks.ts'
import type { CommentMarks } from '../../editor/manners/comment-marks.ts'
import { commentPlugin } from '../../editor/manners/comment-plugin.ts'
import { selectedLines } from '../../editor/manners/lines.ts'
import { markdownPlugin } from '../../editor/manners/markdown-plugin.ts'
import { type BlockSigns, LIST_SIGNS } from '../../editor/manners/markdown-shorthand.ts'
import { type FindMentions, mentionPlugin } from '../../editor/manners/mention-plugin.ts'
import type { MarkDeed } from './bracket-acts.ts'

/** What the page tells the texts, in the reader's language. */
export interface MannersWords {
  readonly mentions: FindMentions
  readonly blocks: readonly BlockItem[]
  readonly mentioned: (label: string) => void
  readonly became: (words: string) => void
  /** Finds what the text of an item can refer to. */
  readonly references: (item: string) => FindReferences
  readonly referred: (label: string) => void
  /** Says what became of brackets and footnotes. */
  readonly done: (deed: MarkDeed) => void
}

/** Until the code is there that finds them. */
export const NO_MANNERS: MannersWords = {
  mentions: () => [],
  blocks: [],
  mentioned: () => undefined,
  became: () => undefined,
  references: () => () => [],
  referred: () => undefined,
  done: () => undefined,
}

/** What a line of the draft can become by signs at its start: an ordered list is what is numbered as sub-paragraphs. */
const SIGNS: BlockSigns = {
  ...LIST_SIGNS,
  '1.': 'subparagraph',
  'a.': 'subparagraph',
  'a)': 'subparagraph',
  '(a)': 'subparagraph',
  'أ)': 'subparagraph',
  '(أ)': 'subparagraph',
}

interface ItemManners {
  readonly undo: FlatUndo
  readonly comments: CommentMarks
  readonly words: () => MannersWords
  /** A heading is one line and stays one. */
  readonly hasBlocks: () => boolean
}

/** Gives what an item's editor has beside its text, as the notes' editor has it. */
export function itemMannersExtension({ undo, comments, words, hasBlocks }: ItemManners): Extension {
  return Extension.create({
    name: 'itemManners',
    // Before the keys of the item: Escape and Enter in an open list are the list's.
    priority: 1200,
    addKeyboardShortcuts() {
      const shift = (step: 1 | -1) => () => {
        const { state, view } = this.editor
        const { tr } = state
        // Elsewhere Tab leaves the text, as it does everywhere.
        if (!indent(tr, selectedLines(state), step)) return false
        undo.stopCapturing()
        view.dispatch(tr)
        undo.stopCapturing()
        return true
      }
      return { Tab: shift(1), 'Shift-Tab': shift(-1) }
    },
    addProseMirrorPlugins() {
      const mayWrite = (): boolean => this.editor.isEditable
      const menu = blockMenuPlugin({
        undo,
        mayWrite: () => mayWrite() && hasBlocks(),
        blocks: () => words().blocks,
        tell: (name) => words().became(name),
      })
      return [
        mentionPlugin({
          undo,
          mayWrite,
          find: () => words().mentions,
          tell: (label) => words().mentioned(label),
        }),
        menu,
        markdownPlugin({ undo, isTyping: mayWrite, blocks: () => (hasBlocks() ? SIGNS : {}) }),
        commentPlugin(bindingOf(this.editor), comments),
      ]
    },
  })
}
