/** As much of a text as tells its language: it is read again at every key. */
const READ_CHARS = 400

/** Scripts that stand for one language, and letters by which others that write it are told from that one. */
const SCRIPTS: readonly (readonly [
  script: RegExp,
  lang: string,
  others: readonly (readonly [RegExp, string])[],
])[] = [
  [
    /\p{Script=Arabic}/gu,
    'ar',
    [
      [/[ټډړښڼ]/u, 'ps'],
      [/[ٹڈڑے]/u, 'ur'],
      [/[پچژگ]/u, 'fa'],
    ],
  ],
  [
    /\p{Script=Cyrillic}/gu,
    'ru',
    [
      [/[іїєґ]/iu, 'uk'],
      [/[ђћљњџ]/iu, 'sr'],
      [/[әғқңөұүһ]/iu, 'kk'],
    ],
  ],
  [
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
    'zh',
    [[/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja']],
  ],
  [/\p{Script=Hangul}/gu, 'ko', []],
  [/\p{Script=Hebrew}/gu, 'he', []],
  [/\p{Script=Greek}/gu, 'el', []],
  [/\p{Script=Georgian}/gu, 'ka', []],
  [/\p{Script=Armenian}/gu, 'hy', []],
  [/\p{Script=Thai}/gu, 'th', []],
  [/\p{Script=Devanagari}/gu, 'hi', []],
  [/\p{Script=Bengali}/gu, 'bn', []],
  [/\p{Script=Ethiopic}/gu, 'am', []],
]

/** Words that nobody speaks the language without: the most frequent ones, of a few letters. */
const WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    'the of and to in is that it for was are with be by not this have from which will been their has an',
  ),
  fr: words(
    'le la les des et en un une du que qui dans est pour sur par avec ce cette au aux ne pas sont il nous ont l d qu',
  ),
  es: words(
    'el la los las de y en un una que del es por para con se al su sus no como más este esta son ha lo',
  ),
  pt: words('o os as do da dos das e em um uma que não para com por se ao à na no são mais foi pelo pela'),
  de: words(
    'der die das und in den von zu mit ist im für auf nicht ein eine dem des sich auch werden wird sind',
  ),
  it: words('il lo gli di e in un una che è per con del della dei delle non si al alla sono nel nella'),
  nl: words('de het een en van in is dat op te voor met zijn niet aan er die wordt ook bij door'),
}

/** Fewer, and a name or a title would do. */
const FEWEST_HITS = 2
/** Of the words of a sentence, so many are of these in each of the languages; in a list of names, none. */
const FEWEST_OF_WORDS = 0.15

/**
 * Guesses which language a text is in, as BCP 47: by its script, and by its small words where the script is Latin. Null
 * where there is too little to tell by.
 */
export function guessLanguage(text: string): string | null {
  const read = text.slice(0, READ_CHARS)
  const latin = count(read, /\p{Script=Latin}/gu)
  let best: string | null = null
  let most = 0
  for (const [script, lang, others] of SCRIPTS) {
    const letters = count(read, script)
    if (letters <= most) continue
    most = letters
    best = others.find(([letter]) => letter.test(read))?.[1] ?? lang
  }
  return latin > most ? guessLatin(read) : best
}

function guessLatin(text: string): string | null {
  const read = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const hits = Object.entries(WORDS)
    .map(([lang, known]) => ({ lang, hits: read.filter((word) => known.has(word)).length }))
    .sort((one, other) => other.hits - one.hits)
  const [first, second] = hits
  if (first === undefined || first.hits < FEWEST_HITS || first.hits < read.length * FEWEST_OF_WORDS)
    return null
  return first.hits > (second?.hits ?? 0) ? first.lang : null
}

function count(text: string, letter: RegExp): number {
  return text.match(letter)?.length ?? 0
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
