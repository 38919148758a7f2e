import type * as Y from 'yjs'
import type { Block, CharId, Inline, Seam } from './block.ts'
import { inlineLength, ROOT_ID } from './block.ts'
import { type Run, readRuns } from './runs.ts'

/** A reader's own view of a text. */
export interface View {
  /** The marker of the block in which the reader's caret stands: shown even when somebody deletes it (TX13). */
  readonly held?: CharId | null
}

/**
 * Gives the blocks of a text as a reader sees them: a pure function of the Y state (TX2) that never writes (TX6).
 * There is always at least one block.
 */
export function renderBlocks(text: Y.Text, view: View = {}): Block[] {
  return displayRuns(readRuns(text), view)
}

/** Tells whether a run is hidden: deleted, with nothing visible in it. */
export function isHidden(run: Run): boolean {
  return run.gone && run.inlines.length === 0
}

interface Group {
  readonly head: Run
  readonly state: Block['state']
  readonly runs: Run[]
}

/** Groups raw runs into the blocks that show them (TX2). */
export function displayRuns(runs: readonly Run[], view: View = {}): Block[] {
  const groups: Group[] = []
  let nearest: Group | null = null
  let nearestId = ROOT_ID
  for (const run of runs) {
    if (run.item === null) {
      nearest = { head: run, state: 'shown', runs: [run] }
      if (run.inlines.length > 0) groups.push(nearest)
    } else if (isHidden(run)) {
      // Held blocks stand for this reader only, so they take no part in who is joined to whom.
      if (isHeld(run, view)) groups.push({ head: run, state: 'held', runs: [run] })
    } else if (nearest !== null && run.join === nearestId) {
      if (nearest.head.item === null && !groups.includes(nearest)) groups.unshift(nearest)
      nearest.runs.push(run)
      nearestId = run.id
    } else {
      nearest = { head: run, state: run.gone ? 'restored' : 'shown', runs: [run] }
      nearestId = run.id
      groups.push(nearest)
    }
  }
  if (groups.length === 0 && runs[0]?.item === null)
    groups.push({ head: runs[0], state: 'shown', runs: [runs[0]] })
  return groups.map(toBlock)
}

function isHeld(run: Run, view: View): boolean {
  const { held } = view
  return held != null && run.item?.id.client === held.client && run.item.id.clock === held.clock
}

function toBlock(group: Group): Block {
  const { head, state, runs } = group
  const seams: Seam[] = []
  let inlines: readonly Inline[] = head.inlines
  if (runs.length > 1) {
    const all: Inline[] = []
    let offset = 0
    for (const run of runs) {
      if (run !== head && run.item !== null) seams.push({ offset, id: run.id, marker: idOf(run.item) })
      for (const inline of run.inlines) offset += inlineLength(inline)
      all.push(...run.inlines)
    }
    inlines = all
  }
  const marker = head.item === null ? null : idOf(head.item)
  return { id: head.id, marker, attributes: head.attributes, state, inlines, seams, formats: head.formats }
}

function idOf(item: Y.Item): CharId {
  return { client: item.id.client, clock: item.id.clock }
}
