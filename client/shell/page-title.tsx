import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

interface PageTitle {
  readonly title: string
  set(title: string): void
}

const TitleContext = createContext<PageTitle | undefined>(undefined)

/** Holds the title of the page inside, for the bar of phones. */
export function PageTitleProvider({ children }: { children: ReactNode }) {
  const [title, set] = useState('')
  const value = useMemo(() => ({ title, set }), [title])
  return <TitleContext value={value}>{children}</TitleContext>
}

/** Gives the page's title. */
export function usePageTitle(): string {
  return useContext(TitleContext)?.title ?? ''
}

/** Names the page: in the bar of phones, and in the browser's title from the nearest to the farthest. */
export function useNamedPage(title: string, documentTitle: readonly string[]): void {
  const set = useContext(TitleContext)?.set
  useEffect(() => set?.(title), [set, title])
  const full = [...documentTitle, 'Minuta'].filter((part) => part !== '').join(' · ')
  useEffect(() => {
    document.title = full
  }, [full])
}
