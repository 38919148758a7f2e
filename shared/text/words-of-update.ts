import * as Y from 'yjs'

/** Gives the words that an update inserts, as plain text: for people to look at before anybody applies it. */
export function wordsOfUpdate(update: Uint8Array): string {
  let words = ''
  for (const struct of Y.decodeUpdate(update).structs) {
    if (!(struct instanceof Y.Item)) continue
    if (struct.content instanceof Y.ContentString) words += struct.content.str
    // A marker begins a line.
    else if (struct.content instanceof Y.ContentType && words !== '') words += '\n'
  }
  return words
}
