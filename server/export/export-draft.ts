import { MinutaError } from '../../shared/errors/errors.ts'
import type { MeetingId } from '../../shared/ids/ids.ts'
import type { AttributionLevel } from '../../shared/meeting/facts.ts'
import { type NameLanguage, parseNameLanguage } from '../../shared/names/name-language.ts'
import { buildReport } from '../../shared/report/build-report.ts'
import { type ReportInput, readDraftInput, readLedgerInput } from '../../shared/report/report-input.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { draftingRoom, draftRoom, ledgerRoom, notesRoom } from '../draft/room-names.ts'
import { readRooms } from '../merge/read-rooms.ts'
import type { Rooms } from '../sync/rooms.ts'
import { fileName } from './file-name.ts'
import { lowerByNotes } from './held-levels.ts'
import { type ExportFormat, writers } from './writers.ts'

/** What whoever exports asks for; null: as the meeting has it. */
export interface ExportRequest {
  readonly format: ExportFormat
  readonly attribution: AttributionLevel
  readonly language: NameLanguage | null
  readonly sections: readonly string[] | null
  readonly brackets: 'kept' | 'stripped'
}

/** A file to be sent. */
export interface ExportedFile {
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array
}

/**
 * Makes a file of the draft as it is on disk (SY1), for whoever may export. `topics` are all of the meeting's: their
 * notes say how much may be told of who spoke. Rejects with MinutaError.
 */
export async function exportDraft(
  rooms: Rooms,
  meeting: MeetingId,
  topics: readonly string[],
  request: ExportRequest,
): Promise<ExportedFile> {
  const input = await readInput(rooms, meeting, topics)
  const language = request.language ?? parseNameLanguage(input.meeting.lang) ?? 'en'
  const { attribution, sections, brackets } = request
  const report = buildReport(input, { attribution, language, sections, brackets })
  const writer = writers[request.format]
  return {
    name: fileName(input.meeting, language, writer.extension),
    mime: writer.mime,
    bytes: await writer.write(report),
  }
}

function readInput(rooms: Rooms, meeting: MeetingId, topics: readonly string[]): Promise<ReportInput> {
  const names = [
    ledgerRoom(meeting),
    draftRoom(meeting),
    draftingRoom(meeting),
    ...topics.map((topic) => notesRoom(meeting, topic)),
  ]
  return readRooms(rooms, names, (docOf) => {
    const ledger = readLedgerInput(docOf(ledgerRoom(meeting)), docOf(draftingRoom(meeting)))
    if (ledger === null) throw new MinutaError('not-found', 'There is no such meeting.')
    const agenda = ledger.topics.map(([id]) => id)
    const notes = new Map(
      topics.map((topic) => [topic, renderBlocks(docOf(notesRoom(meeting, topic)).getText('text'))]),
    )
    return {
      ...ledger,
      ...readDraftInput(docOf(draftRoom(meeting)), agenda),
      provenance: lowerByNotes(ledger.provenance, notes),
    }
  })
}
