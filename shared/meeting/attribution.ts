import { ATTRIBUTION_LEVELS, type AttributionLevel } from './facts.ts'

/** Gives whichever level tells less. */
export function lowerLevel(one: AttributionLevel, other: AttributionLevel): AttributionLevel {
  return ATTRIBUTION_LEVELS.indexOf(one) > ATTRIBUTION_LEVELS.indexOf(other) ? one : other
}

/** Reads a level from a marker, where anything may stand; null for what is none. */
export function parseLevel(value: unknown): AttributionLevel | null {
  return ATTRIBUTION_LEVELS.find((level) => level === value) ?? null
}

/** Who a line's `speaker` names (format.md). */
export type Speaker =
  | { readonly kind: 'mechanism'; readonly id: string }
  | { readonly kind: 'chair' }
  | { readonly kind: 'guest'; readonly name: string }

/** Reads `m:<mechanism>` (several joined by commas), `chair` or `guest:<name>`; empty: nobody yet. */
export function parseSpeakers(value: unknown): Speaker[] {
  if (typeof value !== 'string' || value === '') return []
  if (value === 'chair') return [{ kind: 'chair' }]
  if (value.startsWith('guest:')) return [{ kind: 'guest', name: value.slice('guest:'.length) }]
  return value
    .split(',')
    .filter((part) => part.startsWith('m:'))
    .map((part) => ({ kind: 'mechanism', id: part.slice('m:'.length) }))
}
