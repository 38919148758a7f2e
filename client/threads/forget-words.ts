import { forgetDrafts } from './drafts.ts'
import { clearKept } from './kept-words.ts'
import { closeOutboxes } from './my-outbox.ts'

/** Forgets every comment that a member has begun or not sent, on this device: at signing out (SY11). */
export function forgetWords(member: string): void {
  closeOutboxes(member)
  forgetDrafts(member)
  clearKept(member)
}
