import { useEffect, useState } from 'react'
import { get } from '../api/request.ts'

/** When a block's first words came and when it last changed, in milliseconds since 1970. */
export interface BlockTimes {
  readonly first: number
  readonly last: number
}

const NONE: ReadonlyMap<string, BlockTimes> = new Map()

/**
 * Gives the times of the notes' blocks, as the server's journal tells them. Empty until they are there, and where they
 * can't be had: a time is a help, nothing waits for it. `version` asks again when it changes.
 */
export function useBlockTimes(
  meeting: string,
  topic: string,
  version: unknown,
): ReadonlyMap<string, BlockTimes> {
  const [times, setTimes] = useState(NONE)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` is only there to ask again.
  useEffect(() => {
    let isWanted = true
    const path = `/api/meetings/${meeting}/rooms/${encodeURIComponent(`notes/${topic}`)}/times`
    get<{ blocks: Record<string, BlockTimes> }>(path).then(
      ({ blocks }) => {
        if (isWanted) setTimes(new Map(Object.entries(blocks)))
      },
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [meeting, topic, version])
  return times
}
