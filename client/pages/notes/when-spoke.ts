import type { NotesDesk } from './notes-desk.ts'

/** Says when somebody spoke in this topic last, by the first words of their latest intervention; null: not yet. */
export function whenSpoke(desk: NotesDesk, speaker: string): string | null {
  const last = desk.blocks.findLast(
    ({ attributes }) => attributes.speaker === speaker && attributes.lead === '1',
  )
  const at = last === undefined ? null : desk.times.first(last.id)
  return at === null ? null : desk.words.formatTime(at)
}
