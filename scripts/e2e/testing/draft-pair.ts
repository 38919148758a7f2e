import { launchBrowser } from './browser.ts'
import { DraftMeeting } from './draft-meeting.ts'
import type { DraftPerson } from './draft-person.ts'

/** Two rapporteurs, on the draft from the first test of a file to the last. */
export interface DraftPair {
  readonly meeting: DraftMeeting
  readonly ann: DraftPerson
  readonly ben: DraftPerson
  /** Sends them home and says what went wrong in their pages. */
  close(): Promise<readonly string[]>
}

/** Starts a browser and a meeting, and opens the draft for both once Ann has prepared it. */
export async function openDraftPair(prepare: (ann: DraftPerson) => Promise<unknown>): Promise<DraftPair> {
  const browser = await launchBrowser()
  const meeting = await DraftMeeting.start(browser)
  const ann = await meeting.person('A. Kaya', 'rapporteur')
  const ben = await meeting.person('L. Moreau', 'rapporteur')
  await prepare(ann)
  await Promise.all([ann.openDraft(), ben.openDraft()])
  const close = async (): Promise<readonly string[]> => {
    const faults = await meeting.close()
    await browser.close()
    return faults
  }
  return { meeting, ann, ben, close }
}
