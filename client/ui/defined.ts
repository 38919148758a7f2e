/** Drops what is undefined: under exactOptionalPropertyTypes an absent property and an undefined one differ. */
export function defined<Props extends object>(
  props: Props,
): { [Key in keyof Props]?: Exclude<Props[Key], undefined> } {
  const entries = Object.entries(props).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [Key in keyof Props]?: Exclude<Props[Key], undefined> }
}
