/** Who this page is, in each meeting that it has open. */
const members = new Map<string, string>()
const MEETING = /^\/api\/meetings\/([^/?]+)\//

/**
 * Says as whom this page sends commands to a meeting. Another tab may sign this browser in as somebody else meanwhile:
 * the server then refuses what is sent here instead of carrying it out under the other's name.
 */
export function actAs(meeting: string, member: string): void {
  members.set(meeting, member)
}

/** Gives the headers that say so, for a request's path. */
export function actingAs(path: string): Readonly<Record<string, string>> {
  const member = members.get(MEETING.exec(path)?.[1] ?? '')
  return member === undefined ? {} : { 'Minuta-Member': member }
}
