import { useShellWidth } from '../../shell/shell-width.tsx'

/** Gives the way to a line of this page: beside the text the panel stays open, over it it closes. */
export function useLineAddress(): (line: string) => { readonly search: string; readonly hash: string } {
  const width = useShellWidth()
  const isBeside = width === 'wide' || width === 'middle'
  return (line) => ({ search: isBeside ? window.location.search : '', hash: encodeURIComponent(line) })
}
