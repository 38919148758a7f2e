/**
 * Tells whether an update brings a stub: a passage's words were kept back, and have just gone from the text. Yjs 13 writes
 * atoms as JSON into its updates; somebody's own words in this form are taken for one as well, which costs a moment.
 */
export function bringsStub(update: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(update).includes('"t":"withheld"')
}
