import './waiting-page.css'
import { Skeleton } from '../ui/skeleton.tsx'

/** Stands while a meeting is being opened: the bars of the shell, empty, and lines where the text comes. */
export function WaitingPage() {
  return (
    <div className="waiting-page">
      <div className="waiting-page-bar" />
      <div className="waiting-page-text">
        <Skeleton lines={6} />
      </div>
    </div>
  )
}
