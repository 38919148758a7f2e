import { useSyncExternalStore } from 'react'
import { type MyMeetings, myMeetings } from './my-meetings.ts'

/** Gives the meetings that this browser is signed in to, asked of the server once for the page. */
export function useMyMeetings(): MyMeetings {
  return useSyncExternalStore(myMeetings.subscribe, myMeetings.read)
}
