import { BadgeCheck, Lightbulb, type LucideIcon, Mountain, Signpost, TrendingUp } from 'lucide-react'
import type { Kind } from '../../shared/meeting/facts.ts'

const glyphs: Record<Kind, LucideIcon> = {
  trend: TrendingUp,
  'good-practice': BadgeCheck,
  lesson: Lightbulb,
  challenge: Mountain,
  recommendation: Signpost,
}

/** The sign of a kind, beside its word (`kind.…`): colour and sign never stand alone. */
export function KindGlyph({ kind }: { kind: Kind }) {
  const Glyph = glyphs[kind]
  return <Glyph />
}
