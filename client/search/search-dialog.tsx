import './search.css'
import { Search } from 'lucide-react'
import {
  type KeyboardEvent,
  useCallback,
  useDeferredValue,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { Link } from 'react-router'
import { useText } from '../i18n/text.tsx'
import type { Topic } from '../meeting/meeting.ts'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { speakerWords } from '../provenance/speaker-words.ts'
import { useOpenRooms } from '../sync/use-room.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { excerptOf } from './excerpt.ts'
import { entriesOfDraft, entriesOfNotes, type SearchEntry } from './search-entry.ts'
import { SearchIndex } from './search-index.ts'
import { topicFind } from './topic-find.ts'

interface SearchDialogProps {
  /** What is looked for when it opens. */
  words?: string
  onClose(): void
}

/** Finds words in the notes that this member may read, and in the draft. It asks nobody: what is here is looked through. */
export function SearchDialog({ words: begun = '', onClose }: SearchDialogProps) {
  const { t } = useText()
  const [words, setWords] = useState(begun)
  const onPage = useSyncExternalStore(topicFind.subscribe, topicFind.offered)
  const asked = useDeferredValue(words.trim())
  const { index, missing } = useSearchIndex()
  const found = useMemo(() => index.find(asked), [index, asked])
  const groups = useGroups(found)
  return (
    <Dialog
      title={t('search.title')}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <>
          {onPage !== null && (
            <Button
              variant="quiet"
              onPress={() => {
                onClose()
                onPage(words)
              }}
            >
              {t('search.topic.only')}
            </Button>
          )}
          <Button onPress={onClose}>{t('ui.close')}</Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows go through the links inside. */}
      <div className="search" onKeyDown={handleArrows}>
        <TextField
          label={t('search.words')}
          isLabelHidden
          type="search"
          icon={Search}
          value={words}
          onChange={setWords}
          placeholder={t('search.placeholder')}
          autoComplete="off"
          autoFocus
        />
        <p className="search-count" role="status">
          {asked === '' ? t('search.hint') : t('search.count', { count: found.length })}
        </p>
        {missing > 0 && <p className="search-missing">{t('search.missing', { count: missing })}</p>}
        {groups.map(({ title, entries }) => (
          <section key={title} className="search-group">
            <h3>{title}</h3>
            <ul>
              {entries.map((entry) => (
                <li key={entry.id}>
                  <Result entry={entry} words={asked} onGo={onClose} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

interface ResultProps {
  entry: SearchEntry
  words: string
  onGo(): void
}

function Result({ entry, words, onGo }: ResultProps) {
  const { language } = useText()
  const { id, mechanisms } = useMeeting()
  const { topic, target, text, speaker } = entry
  const who = speakerWords(speaker, mechanisms, language)
  const to =
    topic === null
      ? `/m/${id}/draft/${encodeURIComponent(target)}`
      : `/m/${id}/topics/${topic}#${encodeURIComponent(target)}`
  return (
    <Link to={to} className="search-result" onClick={onGo}>
      {who !== null && <bdi className="search-speaker">{who.name}</bdi>}
      <span className="search-text" dir="auto">
        {excerptOf(text, words).map((piece, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name.
          piece.isFound ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
        )}
      </span>
    </Link>
  )
}

/** The texts as they are when the dialog opens or they arrive, and how many are not on this device. */
function useSearchIndex(): { readonly index: SearchIndex; readonly missing: number } {
  const { language } = useText()
  const { id, topics, mechanisms, may } = useMeeting()
  const rooms = useOpenRooms()
  const there = useRoomsWithText(rooms)
  const readable = topics.filter((topic) => may('read-notes', { topic }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: other topics are other rooms.
  return useMemo(() => {
    const open = new Map(rooms.filter(({ state }) => state.text !== 'none').map((room) => [room.room, room]))
    const notes = readable.map((topic) => ({ topic, room: open.get(`m/${id}/notes/${topic.id}`) }))
    const draft = open.get(`m/${id}/draft`)
    const entries = [
      ...notes.flatMap(({ topic, room }) =>
        room === undefined ? [] : entriesOfNotes(topic.id, room.doc.getText('text')),
      ),
      ...(draft === undefined ? [] : entriesOfDraft(draft.doc)),
    ]
    const nameOf = (speaker: string | null): string => {
      return speakerWords(speaker, mechanisms, language)?.name ?? ''
    }
    const missing = notes.filter(({ room }) => room === undefined).length + (draft === undefined ? 1 : 0)
    return { index: new SearchIndex(entries, nameOf), missing }
  }, [rooms, there, id, mechanisms, language])
}

/** Names the rooms whose text is here: right after a page has opened, some are still on their way. */
function useRoomsWithText(rooms: ReturnType<typeof useOpenRooms>): string {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = rooms.map((room) => room.subscribe(listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
    [rooms],
  )
  return useSyncExternalStore(subscribe, () =>
    rooms.flatMap(({ room, state }) => (state.text === 'none' ? [] : room)).join(' '),
  )
}

/** Results by topic, in the order of the agenda; the draft last. */
function useGroups(found: readonly SearchEntry[]): { title: string; entries: readonly SearchEntry[] }[] {
  const { t } = useText()
  const { topics } = useMeeting()
  const of = (wanted: string | null) => found.filter(({ topic }) => topic === wanted)
  const titleOf = ({ number, title, shortTitle }: Topic): string => {
    return `${t('shell.topic', { number })} · ${shortTitle ?? title}`
  }
  return [
    ...topics.map((topic) => ({ title: titleOf(topic), entries: of(topic.id) })),
    { title: t('shell.draft'), entries: of(null) },
  ].filter(({ entries }) => entries.length > 0)
}

/** Arrows go from the words to the results, and through them. */
function handleArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, .search-result')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  const next = stops[at + step]
  if (at < 0 || next === undefined) return
  event.preventDefault()
  next.focus()
}
