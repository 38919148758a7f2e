import { forgetItemWords } from '../outbox/item-words.ts'
import { clearKept } from '../outbox/kept-words.ts'
import { closeOutboxes } from '../outbox/my-outbox.ts'
import { forgetDrafts } from './drafts.ts'

/** Forgets what a member has begun or not sent, on this device: at signing out (SY11). */
export function forgetWords(member: string): void {
  closeOutboxes(member)
  forgetItemWords(member)
  forgetDrafts(member)
  clearKept(member)
}
