import { LONG_ITEM_WORDS, LONG_SENTENCE_WORDS } from './advice-limits.ts'
import type { AdvisedLanguage } from './language-tables.ts'
import { type DraftReading, termKey } from './read-draft.ts'
import { type ItemReading, spanOf } from './read-item.ts'
import type { Sentence, Word } from './sentences.ts'
import { secondAction, skipAdverbs } from './two-actions.ts'
import type { Rung } from './words/language-words.ts'

interface Span {
  /** UTF-16, into the words of the item. */
  readonly from: number
  readonly to: number
}

/** One piece of advice: what stands where, and what is needed to say why. Never a rewrite. */
export type Advice = Span &
  (
    | { readonly kind: 'addressee'; readonly data: Readonly<Record<string, never>> }
    | { readonly kind: 'no-request'; readonly data: Readonly<Record<string, never>> }
    | { readonly kind: 'two-actions'; readonly data: Readonly<Record<string, never>> }
    | { readonly kind: 'weak'; readonly data: { readonly lang: AdvisedLanguage } }
    | {
        readonly kind: 'mixed'
        readonly data: { readonly lang: AdvisedLanguage; readonly rungs: readonly [Rung, Rung] }
      }
    | { readonly kind: 'grammar'; readonly data: { readonly draft: 'report' | 'upr' } }
    | {
        readonly kind: 'acronym'
        readonly data: { readonly name: string; readonly spelledOut: string | null }
      }
    | { readonly kind: 'term'; readonly data: { readonly name: string; readonly preferred: string } }
    | { readonly kind: 'long'; readonly data: { readonly words: number; readonly of: 'sentence' | 'item' } }
  )
export type AdviceKind = Advice['kind']

/**
 * Gives advice on one item, in the order of its text. What is asked of whom is judged in recommendations alone;
 * acronyms and terms in every text. Advice says where to look: it is never carried out by itself (domain.md).
 */
export function adviceOn(reading: ItemReading, draft: DraftReading): readonly Advice[] {
  if (reading.words.length === 0) return []
  const isRequest = reading.item.type === 'recommendation' && reading.tables !== null
  const all = [
    ...(isRequest ? [...onWhoAndWhat(reading), ...onStrength(reading), ...onGrammar(reading, draft)] : []),
    ...onAcronyms(reading, draft),
    ...onTerms(reading, draft),
    ...(reading.item.type === 'heading' ? [] : onLength(reading)),
  ]
  return all.sort((one, other) => one.from - other.from || one.to - other.to)
}

function onWhoAndWhat(reading: ItemReading): Advice[] {
  const { sentences, addressees, words, grammar } = reading
  const whole = { from: (words[0] as Word).from, to: (words.at(-1) as Word).to }
  if (grammar === null) return [{ kind: 'no-request', ...whole, data: {} }]
  const [asking] = sentences.filter(({ requests }) => requests.length > 0)
  const first = asking?.requests[0]
  const nobody =
    asking !== undefined && first?.asksNobody === true && addressees.length === 0
      ? [{ kind: 'addressee' as const, ...spanOf(asking.sentence, { start: 0, end: first.end }), data: {} }]
      : []
  return [...nobody, ...onSecondAction(reading)]
}

function onSecondAction({ sentences, tables }: ItemReading): Advice[] {
  const asking = sentences.filter(({ requests }) => requests.length > 0)
  const [one] = asking
  const first = one?.requests[0]
  if (one === undefined || first === undefined || tables === null) return []
  const verb = secondAction(one.sentence, first, tables)
  const again = one.requests[1]
  const other = asking.slice(1).find(({ requests: [request] }) => (request?.addressees.length ?? 0) > 0)
  const { sentence } = one
  if (again !== undefined && (verb === null || again.start <= verb)) return twoActions(sentence, again.start)
  if (verb !== null) return twoActions(sentence, verb)
  return other?.requests[0] === undefined ? [] : twoActions(other.sentence, 0)
}

/** From where the second one begins to the end of its sentence. */
function twoActions(sentence: Sentence, start: number): Advice[] {
  return [{ kind: 'two-actions', ...spanOf(sentence, { start, end: sentence.words.length }), data: {} }]
}

function onStrength({ sentences, tables, lang }: ItemReading): Advice[] {
  if (tables === null || lang === null) return []
  const found: Advice[] = []
  let main: Rung | null = null
  for (const { sentence, requests } of sentences) {
    for (const [index, { rung, addressees, start, end, act }] of requests.entries()) {
      const place = skipAdverbs(sentence, act, tables)
      const weak = tables.weak.at(sentence.forms, place)
      if (rung === 7) found.push({ kind: 'weak', ...spanOf(sentence, { start, end }), data: { lang } })
      else if (weak !== null)
        found.push({
          kind: 'weak',
          ...spanOf(sentence, { start: place, end: place + weak.words }),
          data: { lang },
        })
      if (rung === null || (main !== null && addressees.length === 0 && index === 0)) continue
      if (main !== null && main !== rung)
        found.push({
          kind: 'mixed',
          ...spanOf(sentence, { start, end }),
          data: { lang, rungs: [main, rung] },
        })
      main ??= rung
    }
  }
  return found
}

function onGrammar({ grammar }: ItemReading, draft: DraftReading): Advice[] {
  if (grammar === null || draft.grammar === null || grammar.kind === draft.grammar) return []
  const { from, to } = grammar
  return [{ kind: 'grammar', from, to, data: { draft: draft.grammar } }]
}

/** Once in a draft: where an acronym is used first. */
function onAcronyms({ item, acronyms }: ItemReading, draft: DraftReading): Advice[] {
  return acronyms.flatMap(({ name, from, to, isSpelledOut }): Advice[] => {
    const known = draft.acronyms.get(name)
    const isFirst = known?.first.item === item.id && known.first.from === from
    if (!isFirst || isSpelledOut) return []
    return [{ kind: 'acronym', from, to, data: { name, spelledOut: known.spelledOut?.item ?? null } }]
  })
}

/** Once in an item for each name. */
function onTerms({ lang, terms }: ItemReading, draft: DraftReading): Advice[] {
  const told = new Set<string>()
  return terms.flatMap(({ concept, name, from, to }): Advice[] => {
    const preferred = draft.terms.get(termKey(lang, concept))
    if (preferred === undefined || preferred.name === name || told.has(name)) return []
    told.add(name)
    return [{ kind: 'term', from, to, data: { name, preferred: preferred.name } }]
  })
}

function onLength({ sentences, words }: ItemReading): Advice[] {
  if (words.length > LONG_ITEM_WORDS) {
    const span = { from: (words[LONG_ITEM_WORDS] as Word).from, to: (words.at(-1) as Word).to }
    return [{ kind: 'long', ...span, data: { words: words.length, of: 'item' } }]
  }
  return sentences.flatMap(({ sentence }): Advice[] => {
    const { length } = sentence.words
    if (length <= LONG_SENTENCE_WORDS) return []
    const span = spanOf(sentence, { start: LONG_SENTENCE_WORDS, end: length })
    return [{ kind: 'long', ...span, data: { words: length, of: 'sentence' } }]
  })
}
