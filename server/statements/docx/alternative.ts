import { childOf, childrenOf, type XmlElement } from '../parse-xml.ts'
import { type LeftOver, textsIn, wordsOf } from './left-over.ts'

/**
 * Chooses between the forms in which a file says one thing (ECMA-376-3, 9.3): Word writes a box once for itself and
 * once for older programs. A form that says something else is left with its words told.
 */
export function chooseAlternative(element: XmlElement, left: LeftOver): XmlElement | null {
  const choices = [...childrenOf(element, 'mc:Choice'), childOf(element, 'mc:Fallback')].filter(
    (choice) => choice !== undefined,
  )
  const chosen = choices.find((choice) => textsIn(choice).length > 0) ?? choices[0] ?? null
  const words = chosen === null ? '' : wordsOf(textsIn(chosen))
  for (const other of choices) {
    if (other === chosen) continue
    const said = wordsOf(textsIn(other))
    if (said === '' || said === words) left.pass(other)
    else left.leave('other', other, true)
  }
  return chosen
}
