import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode, useMemo } from 'react'

interface PageProps {
  readonly children?: ReactNode
}

/** The code of a page, a file of its own that is loaded when the page is shown, or ahead. */
export class PageCode {
  readonly #load: () => Promise<ComponentType<PageProps>>
  /** Asks for the code once it is drawn. */
  readonly Later: LazyExoticComponent<ComponentType<PageProps>>
  Loaded: ComponentType<PageProps> | null = null

  constructor(load: () => Promise<ComponentType<PageProps>>) {
    this.#load = load
    this.Later = lazy(async () => ({ default: await this.#keep() }))
  }

  /** Loads the code ahead. A failure is told by the page itself, which tries again once it is shown. */
  async load(): Promise<void> {
    await this.#keep().catch(() => null)
  }

  async #keep(): Promise<ComponentType<PageProps>> {
    this.Loaded = await this.#load()
    return this.Loaded
  }
}

/**
 * Draws a page. Where its code is there already, at once, with no waiting page before it: React leaves that one
 * standing for 300 ms, so that it does not flicker.
 */
export function PageOf({ code, children }: PageProps & { code: PageCode }) {
  // Kept while it is shown: the same page drawn as another component would begin anew.
  const Page = useMemo(() => code.Loaded ?? code.Later, [code])
  return <Page>{children}</Page>
}
