import { EditorContent } from '@tiptap/react'
import { blockText } from '../../../shared/text/block.ts'
import { useText } from '../../i18n/text.tsx'
import { MentionList } from '../../manners/mention-list.tsx'
import { CaptureList } from './capture-list.tsx'
import { KindSprite } from './kind-sprite.tsx'
import type { NotesDesk } from './notes-desk.ts'
import { useCapture, useFromDesk } from './use-desk.ts'
import { useLinkedLine } from './use-linked-line.ts'

interface NotesTextProps {
  desk: NotesDesk
  writes: boolean
}

/** The text column: the editor, and the list that opens under its caret. */
export function NotesText({ desk, writes }: NotesTextProps) {
  const { t } = useText()
  const capture = useCapture(desk)
  const showsAuthorship = useFromDesk(desk, (from) => from.showsAuthorship)
  const isEmpty = useFromDesk(desk, isBlankText)
  const mentions = useFromDesk(desk, ({ words }) => words.mentions)
  useLinkedLine(desk)
  return (
    <div
      className="notes"
      data-mode={capture.mode}
      data-authorship={showsAuthorship || undefined}
      style={
        {
          '--notes-restored': JSON.stringify(t('notes.restored')),
          '--notes-held': JSON.stringify(t('notes.held')),
        } as React.CSSProperties
      }
    >
      <KindSprite />
      <EditorContent editor={desk.editor} />
      {isEmpty && capture.mode === 'text' && (
        <p className="notes-empty">{writes ? t('notes.emptyWriting') : t('notes.emptyReading')}</p>
      )}
      {(capture.mode === 'speaker' || capture.mode === 'kind') && (
        <CaptureList desk={desk} capture={capture} />
      )}
      <MentionList
        desk={desk}
        find={mentions}
        onMention={(label) => desk.words.tell({ did: 'mention', label })}
      />
    </div>
  )
}

function isBlankText({ blocks }: NotesDesk): boolean {
  return blocks.length === 1 && blocks.every((block) => blockText(block) === '')
}
