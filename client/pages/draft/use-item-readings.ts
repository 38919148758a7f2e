import { useEffect, useMemo, useRef, useState } from 'react'
import { type DraftItem, itemWords } from '../../../shared/draft/draft-item.ts'
import { again } from '../../ui/again.ts'
import { useDraft } from './draft-context.ts'
import { type ItemReader, type Reader, readOnce } from './read-once.ts'
import { useRestedWords } from './use-rested-words.ts'
import { NO_GROUP } from './view-labels.ts'
import type { Order } from './view-query.ts'

/** Code that reads words, with the first view that needs it: the lexicon is large. */
const READERS: Partial<Record<Order, (lang: string) => Promise<Reader>>> = {
  addressee: async (lang) => {
    const { addresseesOf } = await import('../../../shared/draft/advice/addressees.ts')
    const { guessLanguage } = await import('../../../shared/text/guess-language.ts')
    return (words) => addresseesOf(words, guessLanguage(words) ?? lang).map(({ kind }) => kind)
  },
  theme: async (lang) => {
    const { themesOf } = await import('./view-themes.ts')
    const { guessLanguage } = await import('../../../shared/text/guess-language.ts')
    return (words) => themesOf(words, guessLanguage(words) ?? lang)
  },
}

/**
 * Gives the groups that the words of items put them into; null while the code is on its way, or where no words are
 * read. An item in whose text somebody stands here stays where it is.
 */
export function useItemReadings(
  by: Order,
  items: ReadonlyMap<string, DraftItem>,
): ReadonlyMap<string, readonly string[]> | null {
  const { desk, language } = useDraft()
  const load = READERS[by]
  const [loaded, setLoaded] = useState<{ by: Order; read: ItemReader } | null>(null)
  const version = useRestedWords(desk, load !== undefined)
  const before = useRef<{ by: Order; groups: ReadonlyMap<string, readonly string[]> } | null>(null)

  useEffect(() => {
    if (load === undefined) return
    let isWanted = true
    void again(() => load(language))()
      // Code that does not run finds no groups; the items are there to be written in all the same.
      .catch((): Reader => () => [])
      .then((read) => {
        if (isWanted) setLoaded({ by, read: readOnce(read) })
      })
    return () => {
      isWanted = false
    }
  }, [by, load, language])

  const read = loaded?.by === by ? loaded.read : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the texts.
  const groups = useMemo(() => {
    if (read === null || load === undefined) return null
    const stays = heldItem()
    const known = before.current?.by === by ? before.current.groups : null
    return new Map(
      [...items].map(([id, item]) => {
        const own = (id === stays ? known?.get(id) : undefined) ?? read(id, itemWords(item))
        return [id, own.length === 0 ? [NO_GROUP] : own] as const
      }),
    )
  }, [read, load, by, items, version])

  useEffect(() => {
    before.current = groups === null ? null : { by, groups }
  })
  return groups
}

/** Gives the item that has the focus, or whose text has it. */
export function heldItem(): string | null {
  return document.activeElement?.closest<HTMLElement>('article[data-item]')?.dataset['item'] ?? null
}
