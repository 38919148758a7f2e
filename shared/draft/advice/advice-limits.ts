// From here on a text is called long, each with its reason.

/** Words of one recommendation: about 100 fit on the projection at 42 px (ui.md, picture 10); more is read in two pages. */
export const LONG_ITEM_WORDS = 100

/** Words of one sentence: read aloud at 150 a minute it takes 25 seconds, and has to be interpreted in one breath. */
export const LONG_SENTENCE_WORDS = 60

/** Recommendations of one grammar before another one stands out. */
export const GRAMMAR_NEEDS = 2
