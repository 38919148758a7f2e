import type { LexiconLanguage } from './lexicon/concept.ts'

type Stemmed = Exclude<LexiconLanguage, 'zh'>

/**
 * Endings that inflection adds, longest first, each with the fewest letters that must stay before it, and what stands
 * there instead.
 */
const ENDINGS: Readonly<
  Record<Stemmed, readonly (readonly [ending: string, keep: number, instead?: string])[]>
> = {
  en: [
    ['ations', 4],
    ['ation', 4],
    ['ments', 4],
    ['ment', 4],
    ['ings', 4],
    ['ing', 4],
    ['ied', 3, 'i'],
    ['ies', 3, 'i'],
    ['ed', 4],
    ['es', 4],
    ['ly', 4],
    ['s', 3],
    ['e', 3],
    ['y', 3, 'i'],
  ],
  fr: [
    ['ements', 4],
    ['ement', 4],
    ['ations', 4],
    ['ation', 4],
    ['ement', 4],
    ['elles', 4],
    ['elle', 4],
    ['ives', 4],
    ['ees', 4],
    ['ent', 4],
    ['ant', 4],
    ['aux', 3],
    ['ale', 3],
    ['ive', 4],
    ['ifs', 4],
    ['al', 3],
    ['if', 4],
    ['ee', 4],
    ['es', 3],
    ['er', 4],
    ['ir', 4],
    ['s', 3],
    ['x', 3],
    ['e', 3],
  ],
  es: [
    ['aciones', 4],
    ['amiento', 4],
    ['amente', 4],
    ['iones', 4],
    ['acion', 4],
    ['mente', 4],
    ['ados', 4],
    ['adas', 4],
    ['idos', 4],
    ['idas', 4],
    ['ion', 4],
    ['ado', 4],
    ['ada', 4],
    ['ido', 4],
    ['ida', 4],
    ['es', 3],
    ['os', 3],
    ['as', 3],
    ['ar', 4],
    ['er', 4],
    ['ir', 4],
    ['an', 4],
    ['en', 4],
    ['o', 3],
    ['a', 3],
    ['e', 3],
    ['s', 3],
  ],
  ar: [
    ['هما', 3],
    ['يات', 3],
    ['يين', 3],
    ['ات', 3],
    ['ون', 3],
    ['ين', 3],
    ['ان', 3],
    ['ها', 3],
    ['هم', 3],
    ['هن', 3],
    ['نا', 3],
    ['يه', 3],
    ['ه', 3],
    ['ي', 3],
    ['ا', 3],
  ],
  ru: [
    ['иями', 3],
    ['ями', 3],
    ['ами', 3],
    ['ыми', 3],
    ['ими', 3],
    ['ого', 3],
    ['его', 3],
    ['ому', 3],
    ['ему', 3],
    ['иях', 3],
    ['ости', 4],
    ['ость', 4],
    ['ов', 3],
    ['ев', 3],
    ['ей', 3],
    ['ий', 3],
    ['ый', 3],
    ['ой', 3],
    ['ая', 3],
    ['яя', 3],
    ['ое', 3],
    ['ее', 3],
    ['ые', 3],
    ['ие', 3],
    ['ия', 3],
    ['ии', 3],
    ['ию', 3],
    ['ых', 3],
    ['их', 3],
    ['ую', 3],
    ['юю', 3],
    ['ом', 3],
    ['ем', 3],
    ['ам', 3],
    ['ям', 3],
    ['ах', 3],
    ['ях', 3],
    ['ть', 3],
    ['а', 3],
    ['я', 3],
    ['о', 3],
    ['е', 3],
    ['ы', 3],
    ['и', 3],
    ['у', 3],
    ['ю', 3],
    ['ь', 3],
  ],
}

/** Gives what a folded word shares with its inflected forms. Light: one ending comes off, so that few words meet. */
export function lightStem(word: string, lang: string): string {
  if (!isStemmed(lang)) return word
  for (const [ending, keep, instead = ''] of ENDINGS[lang])
    if (word.length >= ending.length + keep && word.endsWith(ending))
      return word.slice(0, -ending.length) + instead
  return word
}

/**
 * Gives what a folded word shares with its plural, and in Arabic and Russian with its cases: as far as words of the
 * lexicon are read that are written out. A real stem would make "plazas" of "plazo".
 */
export function sameWord(word: string, lang: string): string {
  if (word.length < 4) return word
  if (lang === 'en') return word.replace(/ies$/, 'y').replace(/(?<=[sxz]|[cs]h)es$|(?<!s)s$/, '')
  if (lang === 'fr') return word.replace(/[sx]$/, '')
  if (lang === 'es') return word.replace(/s$/, '').replace(/e$/, '')
  return lightStem(word, lang)
}

function isStemmed(lang: string): lang is Stemmed {
  return Object.hasOwn(ENDINGS, lang)
}

const WITH_ARTICLE = /^[وف]?(?:[بك]?ال|لل)(?=.{2})/

/** Gives a folded Arabic word without the article and what stands before it. */
export function withoutArticle(word: string): string {
  return word.replace(WITH_ARTICLE, '')
}

/**
 * Gives what a folded Arabic word may be once "and", "by", "to", "as" and "the" come off its front: several, since a
 * word can begin with these letters by itself.
 */
export function arabicForms(word: string): readonly string[] {
  const forms = new Set([word, withoutArticle(word)])
  const bare = word.length > 3 && /^[وف]/.test(word) ? word.slice(1) : word
  forms.add(bare)
  forms.add(withoutArticle(bare))
  if (bare.length > 3 && /^[بلك]/.test(bare)) forms.add(bare.slice(1))
  return [...forms]
}
