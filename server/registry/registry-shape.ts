import { z } from 'zod'
import { isId } from '../../shared/ids/ids.ts'
import {
  ATTRIBUTION_LEVELS,
  type MechanismFact,
  type MeetingFact,
  type TopicFact,
} from '../../shared/meeting/facts.ts'
import { PHASES, ROLES, TOPIC_READERS } from '../../shared/permissions/principal.ts'

const id = z.string().refine(isId)

const topic = z.object({
  number: z.number().int(),
  title: z.string(),
  shortTitle: z.string().nullable(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  readers: z.enum(TOPIC_READERS),
  cap: z.enum(ATTRIBUTION_LEVELS),
}) satisfies z.ZodType<TopicFact>

const mechanism = z.object({
  code: z.string(),
  country: z.string().nullable(),
  name: z.string(),
  shortName: z.string(),
  region: z.string(),
}) satisfies z.ZodType<MechanismFact>

const meeting = z.object({
  title: z.string(),
  shortTitle: z.string(),
  form: z.string(),
  place: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  timeZone: z.string(),
  convener: z.string(),
  lang: z.string(),
  phase: z.enum(PHASES),
  smallestGroup: z.number().int(),
  isSample: z.boolean(),
  topics: z.record(z.string(), topic),
  mechanisms: z.record(z.string(), mechanism),
}) satisfies z.ZodType<MeetingFact>

const member = z.object({
  id,
  meeting: id,
  name: z.string(),
  role: z.enum(ROLES),
  topics: z.array(id),
  mechanism: z.string().nullable(),
  colour: z.number().int(),
})

const invitation = z.object({
  /** SHA-256 of the token; the token itself is kept nowhere. */
  hash: z.string(),
  meeting: id,
  member: id,
  madeAt: z.number(),
  ends: z.number(),
  uses: z.number().int(),
  usesLeft: z.number().int(),
  firstUsedAt: z.number().nullable(),
  revoked: z.boolean(),
})

/** What the registry's file holds (JR6), version 1. Times are milliseconds since 1970. */
export const registryShape = z.object({
  format: z.literal(1),
  meetings: z.record(z.string(), meeting),
  members: z.array(member),
  invitations: z.array(invitation),
  signIns: z.array(z.object({ hash: z.string(), memberships: z.record(z.string(), id), at: z.number() })),
})

export type RegistryData = z.infer<typeof registryShape>
export type Meeting = RegistryData['meetings'][string]
export type Member = RegistryData['members'][number]
export type Invitation = RegistryData['invitations'][number]
