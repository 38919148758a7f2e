import { z } from 'zod'
import { isId } from '../../shared/ids/ids.ts'
import { PHASES, ROLES, TOPIC_READERS } from '../../shared/permissions/principal.ts'

// What stands in the registry's files, format 1. A field added later has a default, so that older files still read.

/** `__proto__` is an id by its letters, but no key of a plain object. */
const id = z.string().refine((value) => isId(value) && value !== '__proto__')
const instant = z.number().int().nonnegative()
const text = z.string().max(2000)

const meetingFields = {
  title: text,
  shortTitle: text.default(''),
  place: text.default(''),
  /** Days in the meeting's own time zone, first to last. */
  dates: z.array(z.iso.date()).default([]),
  timeZone: z.string().default('UTC'),
  /** BCP 47: what lines are in that say nothing else. */
  lang: z.string().default('en'),
  convener: text.default(''),
  phase: z.enum(PHASES).default('preparation'),
  /** Rapporteurs decide amendments too (design §9). */
  rapporteursDecide: z.boolean().default(false),
  /** Invented text: said beside the meeting's name wherever it stands. */
  sample: z.boolean().default(false),
}

const topic = z.object({
  title: text,
  shortTitle: text.default(''),
  /** Its place on the agenda, from 1. */
  number: z.number().int().default(0),
  /** When it is on, in words for people. */
  hours: text.default(''),
  readers: z.enum(TOPIC_READERS).default('all'),
})

const mechanism = z.object({
  /** ISO 3166 alpha-3; `XXA` and its like are fictional and named by their own text. */
  country: z.string().regex(/^[A-Z]{3}$/),
  countryName: text.default(''),
  name: text,
  region: text.default(''),
  type: text.default(''),
})

const member = z.object({
  /** Empty until they write it themselves. */
  name: z.string().max(200),
  role: z.enum(ROLES),
  mechanism: id.nullable().default(null),
  /** A rapporteur's assignments. */
  topics: z.array(id).default([]),
  /** Of the six of ui.md §5. */
  colour: z.number().int().min(1).max(6),
})

const invitation = z.object({
  id,
  hash: z.string(),
  member: id,
  made: instant,
  expires: instant,
  uses: z.number().int().nonnegative(),
  maxUses: z.number().int().positive(),
  revoked: z.boolean().default(false),
})

/** A meeting as it is founded: the fields with defaults may be left out. */
const founding = z.object({
  ...meetingFields,
  topics: z.record(id, topic).default({}),
  mechanisms: z.record(id, mechanism).default({}),
})

/** One meeting's file. */
export const meetingRecord = founding.extend({
  format: z.literal(1),
  id,
  members: z.record(id, member),
  invitations: z.array(invitation),
})

/** The file of sign-ins. */
export const signInsRecord = z.object({
  format: z.literal(1),
  signIns: z.array(
    z.object({
      hash: z.string(),
      /** Meeting → member: one membership in each. */
      memberships: z.record(id, id),
      created: instant,
      /** Of the day, not of the request. */
      seen: instant,
    }),
  ),
})

export type MeetingRecord = z.infer<typeof meetingRecord>
export type FoundingMeeting = z.input<typeof founding>
export type Invitation = z.infer<typeof invitation>
export type MemberRecord = z.infer<typeof member>
export type SignInsRecord = z.infer<typeof signInsRecord>
export type SignIn = SignInsRecord['signIns'][number]

/** Gives what stands under a key; nothing that every object has by itself. */
export function entryOf<T>(entries: Readonly<Record<string, T>>, key: string): T | null {
  return Object.hasOwn(entries, key) ? (entries[key] as T) : null
}
