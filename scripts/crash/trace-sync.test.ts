import { describe, expect, it } from 'vitest'
import { canTrace, traceSync } from './trace-sync.ts'

const traceable = canTrace()
if (!traceable)
  console.log('strace is not installed or not allowed here: the order of sync and send is not traced.')

describe.skipIf(!traceable)('[SY1] the system calls of the real server', () => {
  it('no character leaves on a socket before the sync of its batch has returned', async () => {
    const { followed, early } = await traceSync(false)
    expect(followed).toBe(30)
    expect(early).toEqual([])
  }, 60_000)

  it('with syncs that do nothing, the trace says so', async () => {
    const { followed, early } = await traceSync(true)
    expect(followed).toBe(30)
    expect(early.length).toBe(30)
  }, 60_000)
})
