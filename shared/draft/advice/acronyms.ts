/** An acronym where it is used, or where it is spelled out. */
export interface Acronym {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly isSpelledOut: boolean
}

/** Everybody in such a meeting knows these, in English, French or Spanish. */
const KNOWN = new Set(
  `UN ONU EU UE AU UA OSCE OEA OAS ASEAN ECOWAS CEDEAO SADC NATO OTAN OECD OCDE CIS CEI OHCHR HCDH ACNUDH UNODC ONUDC
  ILO OIT BIT IOM OIM UNHCR HCR ACNUR UNICEF UNDP PNUD WHO OMS UNESCO UNFPA UNAIDS ONUSIDA INTERPOL EUROPOL EUROJUST
  FRONTEX NGO NGOS ONG CSO CSOS UPR EPU SDG SDGS ODD ODS HIV VIH AIDS SIDA DNA ADN ID USA UK EE UU US LGBT LGBTI LGBTIQ
  CEDAW CRC ICCPR ICESCR GRETA ICAT IT ICT TIC TV PDF AM PM OK COVID`.split(/\s+/),
)
const SHORTEST = 2
const LONGEST = 10
const CAPITALS = /(?<![\p{L}\p{N}/.-])\p{Lu}[\p{Lu}\p{N}]{1,9}s?(?![\p{L}\p{N}/])/gu
const ROMAN = /^[IVXLC]+$/
/** Words in capitals for every word in small letters, past which a text is shouted and holds no acronyms. */
const SHOUTED = 0.5

/** Gives the acronyms of a text, but those that everybody knows. */
export function acronymsOf(text: string): Acronym[] {
  const found: Acronym[] = []
  for (const match of text.matchAll(CAPITALS)) {
    const name = match[0].replace(/s$/, '')
    const bare = name.length >= SHORTEST && name.length <= LONGEST && !/^\p{Lu}\p{N}+$/u.test(name)
    if (!bare || KNOWN.has(name) || KNOWN.has(match[0]) || ROMAN.test(name)) continue
    const from = match.index
    const to = from + match[0].length
    found.push({ name, from, to, isSpelledOut: isSpelledOut(text, from, to) })
  }
  if (found.length > SHOUTED * (text.match(/\p{Ll}{2,}/gu)?.length ?? 0))
    return found.filter((one) => one.isSpelledOut)
  return found
}

/** "National Referral Mechanism (NRM)", "NRM (national referral mechanism)", "NRM, the national …". */
function isSpelledOut(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 40), from)
  const after = text.slice(to, to + 40)
  if (/\p{L}{2,}\s*\((?:["“«]\s?|the |la |le |el )?$/u.test(before) && /^[^()]{0,12}\)/.test(after))
    return true
  return /^\s?\((?!\d)\p{L}+\s\p{L}/u.test(after)
}
