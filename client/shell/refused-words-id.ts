/** Names the panel with refused words in the page: the banner, which is loaded long before it, leads there. */
export const REFUSED_WORDS = 'refused-words'
