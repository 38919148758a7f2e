import { createContext, type ReactNode, useContext } from 'react'
import { type CurrentStatus, useStatus } from './use-status.ts'

const StatusContext = createContext<CurrentStatus | undefined>(undefined)

/** Finds out how things stand with saving, once for all that shows it: it changes at every key, and nothing else is drawn again. */
export function StatusProvider({ children }: { children: ReactNode }) {
  return <StatusContext value={useStatus()}>{children}</StatusContext>
}

export function useCurrentStatus(): CurrentStatus {
  const current = useContext(StatusContext)
  if (!current) throw new Error('What shows whether all is saved needs a StatusProvider above it')
  return current
}
