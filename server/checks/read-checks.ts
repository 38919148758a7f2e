import type { CorrectionFact } from '../../shared/checks/check-facts.ts'
import { interventionsOf, mechanismsOf, statusOf } from '../../shared/checks/own-interventions.ts'
import { readInterventions } from '../../shared/notes/intervention.ts'
import type { MemberPrincipal } from '../../shared/permissions/principal.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { readRooms } from '../merge/read-rooms.ts'
import type { Registry } from '../registry/registry.ts'
import type { Rooms } from '../sync/rooms.ts'
import { checksOf, correctionsOf } from './check-maps.ts'
import { requireTopic } from './check-rights.ts'

/** How an intervention stands with a mechanism that spoke it. */
export interface ReadCheck {
  readonly lead: string
  readonly mechanism: string
  /** Of its words now: what a confirmation has to name. */
  readonly hash: string
  readonly status: 'unchecked' | 'confirmed' | 'changed-since'
  readonly confirmed: { readonly at: number; readonly by: string; readonly onBehalf: boolean } | null
}

/** The words of a topic's speakers as their mechanisms have checked them. */
export interface ReadChecks {
  /** In reading order, once for each mechanism that spoke. */
  readonly interventions: readonly ReadCheck[]
  /** The oldest first. */
  readonly corrections: readonly (CorrectionFact & { readonly id: string })[]
}

/** Gives a topic's confirmations and corrections to whoever may read its notes. Nothing is written. */
export async function readChecks(
  { registry, rooms }: { readonly registry: Pick<Registry, 'facts' | 'member'>; readonly rooms: Rooms },
  by: MemberPrincipal,
  topic: string,
): Promise<ReadChecks> {
  const { room } = requireTopic(registry, by, topic)
  return readRooms(rooms, [room], (docOf) => {
    const doc = docOf(room)
    const blocks = renderBlocks(doc.getText('text'))
    const order = readInterventions(blocks).map(({ id }) => id)
    const spoke = new Set(readInterventions(blocks).flatMap(({ speaker }) => mechanismsOf(speaker)))
    const interventions = [...spoke].flatMap((mechanism) =>
      interventionsOf(mechanism, blocks).map((own): ReadCheck => {
        const status = statusOf(own, mechanism, checksOf(doc))
        const confirmed =
          status.is === 'unchecked'
            ? null
            : { at: status.check.at, by: status.check.by, onBehalf: status.check.onBehalf }
        return { lead: own.id, mechanism, hash: own.hash, status: status.is, confirmed }
      }),
    )
    interventions.sort((one, other) => order.indexOf(one.lead) - order.indexOf(other.lead))
    const corrections = [...correctionsOf(doc).entries()].map(([id, fact]) => ({ id, ...fact }))
    corrections.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
    return { interventions, corrections }
  })
}
