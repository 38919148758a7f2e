/** The tabs of the panel, as the address names them. */
const NOTES_TABS = ['comments', 'outline', 'authorship', 'withheld'] as const
export type NotesTab = (typeof NOTES_TABS)[number]

/** Gives the tab of a name; null for what is none. */
export function tabOf(name: string | null): NotesTab | null {
  return NOTES_TABS.find((tab) => tab === name) ?? null
}
