import type * as Y from 'yjs'
import { findDraftItem } from '../../shared/draft/draft-item.ts'
import { MinutaError } from '../../shared/errors/errors.ts'
import type { RoomName } from '../../shared/ids/ids.ts'
import { MAX_MEMBER_COMMENTS, MAX_THREAD_COMMENTS, MAX_THREADS } from '../../shared/limits/http-limits.ts'
import type { MemberPrincipal } from '../../shared/permissions/principal.ts'
import {
  type CommentFact,
  type CommentPart,
  type ThreadFact,
  type ThreadRoom,
  type ThreadSubject,
  threadRoom,
} from '../../shared/threads/thread-facts.ts'
import type { Commands, Work } from '../commands/commands.ts'
import type { Sender } from '../draft/draft-items.ts'
import { draftRoom } from '../draft/room-names.ts'
import { checkPassage } from './check-passage.ts'
import { followPassage } from './follow-passage.ts'
import type { NewComment, NewThread } from './thread-bodies.ts'
import { commentsOf, threadsOf } from './thread-maps.ts'
import {
  type RoomRights,
  requireComment,
  requireMentions,
  requireOwned,
  requireRoom,
  type ThreadRegistry,
} from './thread-rights.ts'

/** What commands that answer nothing answer. */
type Done = Readonly<Record<string, never>>

/** A comment that somebody names. */
export interface CommentPlace {
  readonly room: ThreadRoom
  readonly thread: string
  readonly comment: string
}

/**
 * Opens, answers and resolves threads, changes and deletes comments (TH1, TH2). Every fact is a key of its own, so that
 * of two that come at once both stand. Each rejects with MinutaError.
 */
export class Threads {
  readonly #commands: Commands
  readonly #registry: ThreadRegistry

  constructor(commands: Commands, registry: ThreadRegistry) {
    this.#commands = commands
    this.#registry = registry
  }

  /** Opens a thread with its first comment; gives the room that it is kept in. */
  open(sender: Sender, { id, subject, internal, comment }: NewThread): Promise<{ room: ThreadRoom }> {
    const room = threadRoom(subject, internal)
    const read = textRoom(subject)
    const others = read === null ? [] : [read]
    return this.#run(sender, 'thread-open', room, others, (rights, work) => {
      requireComment(rights)
      if (read !== null) requireRoom(this.#registry, sender.principal, read)
      requireMentions(this.#registry, rights, comment.parts)
      const doc = work.doc(rights.name)
      const threads = threadsOf(doc)
      if (threads.has(id) || commentsOf(doc).has(comment.id)) throw new MinutaError('id-taken')
      if (threads.size >= MAX_THREADS) throw new MinutaError('threads-full')
      const by = sender.principal.member
      requireShare(doc, by)
      const kept = checkSubject(work, sender.principal, subject)
      const fact: ThreadFact = { subject: kept, at: work.at, by, resolved: null }
      work.write(rights.name, () => {
        threads.set(id, fact)
        commentsOf(doc).set(comment.id, written(work, by, id, comment.parts))
      })
      return { room }
    })
  }

  /** Adds a comment to a thread, resolved or not. */
  comment(sender: Sender, thread: string, { room, id, parts }: NewComment): Promise<Done> {
    return this.#run(sender, 'comment-add', room, [], (rights, work) => {
      requireComment(rights)
      const doc = work.doc(rights.name)
      findThread(doc, thread)
      requireMentions(this.#registry, rights, parts)
      const comments = commentsOf(doc)
      if (comments.has(id)) throw new MinutaError('id-taken')
      const count = [...comments.values()].filter((comment) => comment.thread === thread).length
      if (count >= MAX_THREAD_COMMENTS) throw new MinutaError('thread-full')
      requireShare(doc, sender.principal.member)
      work.write(rights.name, () => {
        comments.set(id, written(work, sender.principal.member, thread, parts))
      })
      return {}
    })
  }

  /** Gives one's own comment other words. */
  edit(sender: Sender, place: CommentPlace, parts: readonly CommentPart[]): Promise<Done> {
    return this.#run(sender, 'comment-edit', place.room, [], (rights, work) => {
      const { comments, fact } = findOwn(work, rights, place)
      if (fact.deleted !== null) throw new MinutaError('conflict', 'This comment was deleted meanwhile.')
      requireMentions(this.#registry, rights, parts, fact.parts)
      if (JSON.stringify(parts) === JSON.stringify(fact.parts)) return {}
      work.write(rights.name, () => {
        comments.set(place.comment, { ...fact, parts, edited: work.at })
      })
      return {}
    })
  }

  /** Deletes one's own comment: its words go, a stub stays (TH2). Its thread stays, even if it was the first one. */
  delete(sender: Sender, place: CommentPlace): Promise<Done> {
    return this.#run(sender, 'comment-delete', place.room, [], (rights, work) => {
      const { comments, fact } = findOwn(work, rights, place)
      if (fact.deleted !== null) return {}
      work.write(rights.name, () => {
        comments.set(place.comment, { ...fact, parts: [], deleted: work.at })
      })
      return {}
    })
  }

  /** Resolves a thread or opens it again. Doing what is done is no fault: two people may press at once. */
  resolve(sender: Sender, thread: string, room: ThreadRoom, isResolved: boolean): Promise<Done> {
    const name = isResolved ? 'thread-resolve' : 'thread-reopen'
    return this.#run(sender, name, room, [], (rights, work) => {
      const doc = work.doc(rights.name)
      const fact = findThread(doc, thread)
      requireOwned(rights, 'resolve-thread', fact.by)
      if ((fact.resolved !== null) === isResolved) return {}
      const resolved = isResolved ? { at: work.at, by: sender.principal.member } : null
      work.write(rights.name, () => {
        threadsOf(doc).set(thread, { ...fact, resolved })
      })
      return {}
    })
  }

  async #run<Result>(
    { principal, key }: Sender,
    name: string,
    room: ThreadRoom,
    others: readonly (ThreadRoom | 'draft')[],
    carryOut: (rights: RoomRights, work: Work) => Result,
  ): Promise<Result> {
    const { meeting } = principal
    const command = { meeting, by: principal, key, name }
    const rights = (): RoomRights => requireRoom(this.#registry, principal, room)
    const rooms: RoomName[] = []
    try {
      // Before any room is opened, so that none comes into being for a topic that is none.
      for (const each of [room, ...others]) rooms.push(requireRoom(this.#registry, principal, each).name)
    } catch (error) {
      // An answer that was lost on its way is given again, whatever has changed since.
      const known = await this.#commands.resultOf<Result>(command)
      if (known !== null) return known.result
      throw error
    }
    // Once more when it is carried out: it may have waited, and rights may have changed.
    return this.#commands.run({ ...command, rooms, carryOut: (work) => carryOut(rights(), work) })
  }
}

/** Gives the room of the text that a thread is about. */
function textRoom(subject: ThreadSubject): ThreadRoom | 'draft' | null {
  if (subject.on === 'notes') return `notes/${subject.topic}`
  return subject.on === 'item' ? 'draft' : null
}

/** Gives what a thread is about as it is kept. Throws MinutaError where it is nothing of this meeting. */
function checkSubject(work: Work, { meeting }: MemberPrincipal, subject: ThreadSubject): ThreadSubject {
  if (subject.on === 'meeting') return subject
  if (subject.on === 'notes') {
    const room = `m/${meeting}/notes/${subject.topic}` as RoomName
    const { moves } = work.authorship(room)
    return { ...subject, passage: checkPassage(work.doc(room).getText('text'), moves, subject.passage) }
  }
  const room = draftRoom(meeting)
  const item = findDraftItem(work.doc(room), subject.item)
  if (item === null) throw new MinutaError('not-found', 'There is no such item in the draft.')
  if (subject.passage === null) return subject
  const { moves } = work.authorship(room)
  const passage = checkPassage(item.text, moves, subject.passage)
  const followed =
    passage.quote === '' ? followPassage(work.doc(room), moves, item, subject.passage.anchor) : null
  return followed ?? { ...subject, passage }
}

function written(work: Work, by: string, thread: string, parts: readonly CommentPart[]): CommentFact {
  return { thread, at: work.at, by, parts, edited: null, deleted: null }
}

function findThread(doc: Y.Doc, thread: string): ThreadFact {
  const fact = threadsOf(doc).get(thread)
  if (fact === undefined) throw new MinutaError('not-found', 'There is no such thread here.')
  return fact
}

function findOwn(
  work: Work,
  rights: RoomRights,
  { thread, comment }: CommentPlace,
): { comments: Y.Map<CommentFact>; fact: CommentFact } {
  const doc = work.doc(rights.name)
  findThread(doc, thread)
  const comments = commentsOf(doc)
  const fact = comments.get(comment)
  if (fact === undefined || fact.thread !== thread)
    throw new MinutaError('not-found', 'There is no such comment in this thread.')
  requireOwned(rights, rights.parts.kind === 'drafting' ? 'edit-internal-comment' : 'edit-comment', fact.by)
  return { comments, fact }
}

/** Throws where a member has written so much that the room would soon be full for all. */
function requireShare(doc: Y.Doc, member: string): void {
  const own = [...commentsOf(doc).values()].filter(({ by }) => by === member).length
  if (own >= MAX_MEMBER_COMMENTS)
    throw new MinutaError('threads-full', `One member may write ${MAX_MEMBER_COMMENTS} comments here.`)
}
