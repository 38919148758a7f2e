/** Looks for words in the text of the page, from the search through the meeting on. */
export type FindOnPage = (words: string) => void

const listeners = new Set<() => void>()
let offered: FindOnPage | null = null

/** How the search through the meeting reaches the one of the page that is open, where it has one. */
export const topicFind = {
  /** Offers a page's own search while it stands; the function that it gives takes the offer back. */
  offer(find: FindOnPage): () => void {
    tell(find)
    return () => {
      if (offered === find) tell(null)
    }
  },
  offered: (): FindOnPage | null => offered,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

function tell(find: FindOnPage | null): void {
  offered = find
  for (const listener of [...listeners]) listener()
}
