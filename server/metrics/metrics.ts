/** Upper bounds of a timing's buckets, in seconds: from far below a tick to a disk that hangs. */
const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]

interface Timing {
  readonly help: string
  readonly counts: number[]
  sum: number
  count: number
}

/** A number that is read when somebody asks. */
export interface Gauge {
  readonly name: string
  readonly help: string
  read(): number
}

/** What the server counts about itself, in Prometheus' text format 0.0.4. No personal data: numbers and codes alone. */
export class Metrics {
  readonly #gauges: Gauge[] = []
  readonly #timings = new Map<string, Timing>()
  readonly #refusals = new Map<string, number>()

  /** Adds a number to be read at each look. */
  addGauge(gauge: Gauge): void {
    this.#gauges.push(gauge)
  }

  /** Adds a timing; names end in `_seconds`. */
  addTiming(name: string, help: string): void {
    this.#timings.set(name, { help, counts: BUCKETS.map(() => 0), sum: 0, count: 0 })
  }

  /** Takes one measurement of a timing. */
  observe(name: string, ms: number): void {
    const timing = this.#timings.get(name)
    if (timing === undefined) throw new Error(`There is no timing ${name}.`)
    const seconds = ms / 1000
    timing.sum += seconds
    timing.count++
    for (const [index, bound] of BUCKETS.entries())
      if (seconds <= bound) timing.counts[index] = (timing.counts[index] ?? 0) + 1
  }

  /** Counts a refusal by its code. */
  countRefusal(code: string): void {
    this.#refusals.set(code, (this.#refusals.get(code) ?? 0) + 1)
  }

  /** Gives everything as Prometheus reads it. */
  text(): string {
    const lines: string[] = []
    for (const { name, help, read } of this.#gauges)
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${read()}`)
    lines.push(
      '# HELP minuta_refusals_total Updates refused, by code.',
      '# TYPE minuta_refusals_total counter',
    )
    for (const [code, count] of [...this.#refusals].sort())
      lines.push(`minuta_refusals_total{code="${code}"} ${count}`)
    for (const [name, { help, counts, sum, count }] of this.#timings) {
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} histogram`)
      for (const [index, bound] of BUCKETS.entries())
        lines.push(`${name}_bucket{le="${bound}"} ${counts[index]}`)
      lines.push(`${name}_bucket{le="+Inf"} ${count}`, `${name}_sum ${sum}`, `${name}_count ${count}`)
    }
    return `${lines.join('\n')}\n`
  }
}
