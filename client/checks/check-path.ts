/** Gives where a topic's confirmations and corrections are asked for. */
export function checkPath(meeting: string, topic: string, rest: string): string {
  return `/api/meetings/${encodeURIComponent(meeting)}/topics/${encodeURIComponent(topic)}/${rest}`
}
