import { beforeEach, describe, expect, it, vi } from 'vitest'
import { again } from './again.ts'

const listeners = new Set<() => void>()
const goOnline = (): void => {
  for (const listener of [...listeners]) listener()
}

beforeEach(() => {
  listeners.clear()
  vi.useFakeTimers()
  vi.stubGlobal('window', {
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  })
  return () => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  }
})

const gone = new TypeError('Failed to fetch dynamically imported module: /assets/panel.js')

describe('a part of a page that does not come', () => {
  it('is asked for again until it does, and at once when the network is back', async () => {
    const load = vi.fn().mockRejectedValueOnce(gone).mockRejectedValueOnce(gone).mockResolvedValue('panel')
    const loaded = again(load)()
    await vi.advanceTimersByTimeAsync(2999)
    expect(load).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(load).toHaveBeenCalledTimes(2)
    goOnline()
    expect(await loaded).toBe('panel')
    expect(load).toHaveBeenCalledTimes(3)
    expect(listeners.size).toBe(0)
  })

  it('and whose code is at fault is not asked for again', async () => {
    const load = vi.fn().mockRejectedValue(new TypeError('Cannot read properties of undefined'))
    await expect(again(load)()).rejects.toThrow('Cannot read')
    expect(load).toHaveBeenCalledTimes(1)
  })
})
