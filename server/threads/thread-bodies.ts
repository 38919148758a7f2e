import { z } from 'zod'
import { isId } from '../../shared/ids/ids.ts'
import { MAX_ANCHOR_CHARS } from '../../shared/text/anchor.ts'
import { commentLength, normalParts } from '../../shared/threads/comment-parts.ts'
import {
  type CommentPart,
  MAX_COMMENT,
  MAX_CONTEXT,
  MAX_QUOTE,
  type ThreadRoom,
} from '../../shared/threads/thread-facts.ts'
import { charClock, charId } from '../merge/merge-bodies.ts'

/** More pieces than a comment of this length has, were every second one a mention. */
const MAX_PARTS = MAX_COMMENT

const id = z.string().refine(isId, '1 to 64 letters, digits, "-" or "_"')

/** Names the room of a thread: `ledger`, `drafting` or `notes/<topic>`. */
export const threadRoomShape = z.custom<ThreadRoom>(
  (room) =>
    room === 'ledger' ||
    room === 'drafting' ||
    (typeof room === 'string' && room.startsWith('notes/') && isId(room.slice('notes/'.length))),
  '"ledger", "drafting" or "notes/" with a topic’s id',
)

// Half of a surrogate pair can't be stored: Yjs would keep another sign than the one that was sent.
const isWhole = (text: string): boolean => !/\p{Surrogate}/u.test(text)

const words = (max: number) => z.string().max(max).refine(isWhole, 'half a character')

const parts: z.ZodType<CommentPart[], unknown> = z
  .array(
    z.union([words(MAX_COMMENT), z.strictObject({ of: z.enum(['member', 'mechanism']), id })], {
      error: `words of at most ${MAX_COMMENT} characters, or a mention: { of, id }`,
    }),
  )
  .max(MAX_PARTS)
  .transform(normalParts)
  .refine((all) => all.length > 0, 'a comment needs words')
  .refine((all) => commentLength(all) <= MAX_COMMENT, `a comment has at most ${MAX_COMMENT} characters`)
  .refine(
    (all) => all.every((part) => typeof part !== 'string' || !/[^\P{Cc}\n]/u.test(part)),
    'a comment holds no control characters but line breaks',
  )

const passage = z.strictObject({
  anchor: z.strictObject({
    start: charId,
    end: charId,
    chars: z
      .array(charId.extend({ length: charClock.min(1) }))
      .min(1)
      .max(MAX_ANCHOR_CHARS)
      .exactOptional(),
  }),
  quote: words(MAX_QUOTE).min(1),
  before: words(MAX_CONTEXT),
  after: words(MAX_CONTEXT),
})

/** A thread that is to be opened, with its first comment. */
export const newThread = z.strictObject({
  id,
  subject: z.discriminatedUnion('on', [
    z.strictObject({ on: z.literal('notes'), topic: id, passage }),
    z.strictObject({ on: z.literal('item'), item: id, passage: passage.nullable() }),
    z.strictObject({ on: z.literal('meeting') }),
  ]),
  internal: z.boolean().describe('for the drafting group alone'),
  comment: z.strictObject({ id, parts }),
})
export type NewThread = z.output<typeof newThread>

/** A comment for a thread that is there. */
export const newComment = z.strictObject({ room: threadRoomShape, id, parts })
export type NewComment = z.output<typeof newComment>

/** A comment's new words. */
export const newWords = z.strictObject({ room: threadRoomShape, parts })

/** Whether a thread is to be resolved or open. */
export const resolution = z.strictObject({ room: threadRoomShape, resolved: z.boolean() })
