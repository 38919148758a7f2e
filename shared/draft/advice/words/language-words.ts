/** Who can be asked in a recommendation, in the order in which a report names them. */
export const ADDRESSEES = [
  'states',
  'governments',
  'authorities',
  'rapporteurs',
  'parliaments',
  'courts',
  'police',
  'labour-inspectorates',
  'businesses',
  'civil-society',
  'un',
  'regional',
  'donors',
  'media',
  'others',
] as const
export type AddresseeKind = (typeof ADDRESSEES)[number]

/** How strongly something is asked for, from *must* (1) to *may wish to consider* (7): domain.md, UN drafting rules. */
export type Rung = 1 | 2 | 3 | 4 | 5 | 6 | 7

/**
 * What one language has for asking. Phrases stand between bars, words between spaces, as `fold` writes them; a word
 * that ends in `*` stands for every word that begins so.
 */
export interface LanguageWords {
  /** The ladder; who is asked stands before these: "States should". */
  readonly asked: Readonly<Partial<Record<Rung, string>>>
  /** The ladder; who is asked stands after these: "urges States to". */
  readonly asking: Readonly<Partial<Record<Rung, string>>>
  /** Asks, and nobody: "it is necessary to". */
  readonly impersonal: string
  /** What stands between who is asked and what is to be done, after `asking`. */
  readonly until: string
  readonly actors: Readonly<Partial<Record<AddresseeKind, string>>>
  /** After these an actor is not who is asked: "data *of* States". */
  readonly prepositions: string
  /** After these begins a clause of its own. */
  readonly subordinators: string
  /** "And", "or". */
  readonly coordinators: string
  /** What can be asked for, in the form that follows the ladder. */
  readonly verbs: string
  /** Those among them that are nouns or adjectives too: verbs only before a determiner. */
  readonly doubtful: string
  readonly determiners: string
  /** Words that change nothing about a verb beside them. */
  readonly adverbs: string
  /** Verbs that ask for less than the act: "consider adopting". */
  readonly weak: string
  /** What can be done to, and can do nothing itself. */
  readonly things: string
  /** Endings of such words. */
  readonly thingEndings: RegExp
  /** Endings of words in the passive, straight after one of `beings`. */
  readonly passiveEndings: RegExp
  readonly beings: string
  /** Before who does it, in the passive. */
  readonly agents: string
  /** Which word of a subject is its head. */
  readonly head: 'first' | 'last'
}
