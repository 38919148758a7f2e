import {
  Brackets,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleSlash,
  Lock,
  type LucideIcon,
  MessageSquare,
} from 'lucide-react'
import type { Status } from '../../shared/meeting/facts.ts'

const glyphs: Record<Status, LucideIcon> = {
  proposed: CircleDashed,
  'under-discussion': MessageSquare,
  bracketed: Brackets,
  'agreed-ad-referendum': CircleDot,
  agreed: CircleCheck,
  adopted: Lock,
  withdrawn: CircleSlash,
}

/** The sign of a recommendation's status, beside its word (`status.…`). */
export function StatusGlyph({ status }: { status: Status }) {
  const Glyph = glyphs[status]
  return <Glyph />
}
