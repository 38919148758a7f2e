import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/** What a page has loaded, in bytes on the wire: JavaScript gzipped, fonts as they are. */
export interface PageWeight {
  readonly script: number
  readonly fonts: number
}

/** Weighs everything that a page loads from now on, until `stop` is called. */
export function weigh(page: Page): { stop(): Promise<PageWeight> } {
  const loads: Promise<{ kind: 'script' | 'fonts'; bytes: number }>[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.endsWith('.js'))
      loads.push(response.body().then((body) => ({ kind: 'script', bytes: gzipSync(body).length })))
    if (pathname.endsWith('.woff2'))
      loads.push(response.body().then((body) => ({ kind: 'fonts', bytes: body.length })))
  })
  return {
    stop: async () => {
      const all = await Promise.all(loads)
      const sum = (kind: string): number =>
        all.reduce((bytes, load) => (load.kind === kind ? bytes + load.bytes : bytes), 0)
      return { script: sum('script'), fonts: sum('fonts') }
    },
  }
}
