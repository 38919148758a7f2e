const BUCKET_MS = 0.1
const BUCKETS = 600_000

/** Counts milliseconds in buckets of 0.1 ms up to a minute; what took longer counts as a minute. */
export class Histogram {
  readonly #buckets = new Uint32Array(BUCKETS + 1)
  count = 0
  most = 0

  add(ms: number): void {
    const bucket = Math.min(BUCKETS, Math.max(0, Math.round(ms / BUCKET_MS)))
    this.#buckets[bucket] = (this.#buckets[bucket] as number) + 1
    this.count++
    if (ms > this.most) this.most = ms
  }

  /** Gives what `share` (0 to 1) of all values are not above; NaN when there are none. */
  percentile(share: number): number {
    if (this.count === 0) return Number.NaN
    let left = Math.max(1, Math.ceil(this.count * share))
    for (let bucket = 0; bucket <= BUCKETS; bucket++) {
      left -= this.#buckets[bucket] as number
      if (left <= 0) return bucket * BUCKET_MS
    }
    return BUCKETS * BUCKET_MS
  }
}
