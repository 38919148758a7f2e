import { ATTRIBUTION_LEVELS, type AttributionLevel } from '../../../shared/meeting/facts.ts'
import { type NameLanguage, parseNameLanguage } from '../../../shared/names/name-language.ts'

/** The formats that a draft can be had in here. */
export const FORMATS = ['docx', 'md'] as const
export type Format = (typeof FORMATS)[number]

/** What whoever exports chooses. */
export interface ExportChoice {
  readonly format: Format
  /** The most that is told of who spoke. */
  readonly attribution: AttributionLevel
  readonly language: NameLanguage
}

/** Gives the choice to begin with: the public default names nobody (domain.md), headings in the meeting's language. */
export function firstChoice(meetingLang: string): ExportChoice {
  return { format: 'docx', attribution: 'none', language: parseNameLanguage(meetingLang) ?? 'en' }
}

/** Reads a kept choice, where anything may stand; what is not understood is as at first. */
export function parseChoice(kept: string | null, first: ExportChoice): ExportChoice {
  let read: Record<string, unknown> = {}
  try {
    read = (JSON.parse(kept ?? '{}') ?? {}) as Record<string, unknown>
  } catch {
    return first
  }
  return {
    format: FORMATS.find((format) => format === read['format']) ?? first.format,
    attribution: ATTRIBUTION_LEVELS.find((level) => level === read['attribution']) ?? first.attribution,
    language: parseNameLanguage(read['language']) ?? first.language,
  }
}

/** Gives the address of a file, or of its preview. */
export function exportPath(meeting: string, choice: ExportChoice, format: Format | 'html'): string {
  const { attribution, language } = choice
  const query = new URLSearchParams({ format, attribution, lang: language })
  if (format === 'html') query.set('preview', '1')
  return `/api/meetings/${meeting}/export?${query}`
}

/** Gives the topics that are capped below a level: less is told there than was asked for. */
export function cappedBelow<Topic extends { readonly cap: AttributionLevel }>(
  topics: readonly Topic[],
  level: AttributionLevel,
): Topic[] {
  const rank = (one: AttributionLevel): number => ATTRIBUTION_LEVELS.indexOf(one)
  return topics.filter(({ cap }) => rank(cap) > rank(level))
}
