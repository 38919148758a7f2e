import './statement-import.css'
import { FileInput } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import { usePasteLeft } from '../../manners/use-paste-left.ts'
import type { Topic } from '../../meeting/meeting.ts'
import { again } from '../../ui/again.ts'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { NotesDesk } from './notes-desk.ts'
import { useFileDrop } from './use-file-drop.ts'

const loadDialog = async () => ({ default: (await import('./statement-dialog.tsx')).StatementDialog })
const StatementDialog = lazy(again(loadDialog))

/** What the server reads. */
const ACCEPTED =
  '.docx,.md,.markdown,.txt,text/plain,text/markdown,application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A file that was chosen, and where its text is to go. */
export interface ChosenFile {
  readonly file: File
  readonly where: 'after-caret' | 'end'
}

interface StatementImport {
  /** Opens the device's choice of files. */
  readonly button: ReactNode
  /** The place to drop a file, and the dialog over the page. */
  readonly layer: ReactNode
}

/** Lets whoever writes these notes bring a written statement in: by a button, by dropping its file, by pasting. */
export function useStatementImport(
  desk: NotesDesk | null,
  topic: Topic,
  writes: boolean,
): StatementImport | null {
  const { t } = useText()
  const toast = useToast()
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<ChosenFile | null>(null)
  const hasCaret = useHadCaret(desk)
  usePasteLeft(desk?.editor.view.dom ?? null)
  const take = useCallback(
    (files: readonly File[]) => {
      const [file] = files
      if (file === undefined) return
      if (files.length > 1) toast.show(t('statements.oneAtATime'))
      setChosen({ file, where: hasCaret.current ? 'after-caret' : 'end' })
    },
    [toast, t, hasCaret],
  )
  const isOver = useFileDrop(writes && desk !== null, take)
  if (desk === null || (!writes && chosen === null)) return null
  return {
    button: writes && (
      <Button size="small" variant="quiet" icon={FileInput} onPress={() => input.current?.click()}>
        {t('statements.import')}
      </Button>
    ),
    layer: (
      <>
        <input
          ref={input}
          type="file"
          accept={ACCEPTED}
          hidden
          aria-label={t('statements.import')}
          onChange={({ target }) => {
            take([...(target.files ?? [])])
            // The same file can be chosen again.
            target.value = ''
          }}
        />
        {isOver && (
          <p className="statement-drop">
            <span>{t('statements.dropHere')}</span>
          </p>
        )}
        {chosen !== null && (
          <Suspense fallback={null}>
            <StatementDialog
              key={`${chosen.file.name} ${chosen.file.lastModified}`}
              desk={desk}
              topic={topic}
              chosen={chosen}
              writes={writes}
              onChoose={() => input.current?.click()}
              onClose={() => setChosen(null)}
            />
          </Suspense>
        )}
      </>
    ),
  }
}

/** Whether the reader has put the caret anywhere: before that it stands nowhere on purpose. */
function useHadCaret(desk: NotesDesk | null): { readonly current: boolean } {
  const had = useRef(false)
  useEffect(() => {
    had.current = false
    const dom = desk?.editor.view.dom
    const note = (): void => {
      had.current = true
    }
    dom?.addEventListener('focus', note)
    return () => dom?.removeEventListener('focus', note)
  }, [desk])
  return had
}
