import type { Page } from 'playwright-core'

/** Selects words of the first line of a kind that holds them, as a mouse does. */
export async function selectWords(page: Page, words: string, line: string): Promise<void> {
  await page.evaluate(
    ({ wanted, kind }) => {
      // Names of others' carets stand among the words and are none of them.
      const piecesOf = (line: Element): Text[] => {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
        const pieces: Text[] = []
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
          if (node.parentElement?.closest('.remote-caret') === null) pieces.push(node as Text)
        return pieces
      }
      const wordsOf = (line: Element): string =>
        piecesOf(line)
          .map(({ data }) => data)
          .join('')
      const line = [...document.querySelectorAll(kind)].find((each) => wordsOf(each).includes(wanted))
      if (line === undefined) return
      const range = document.createRange()
      const start = wordsOf(line).indexOf(wanted)
      let at = 0
      for (const node of piecesOf(line)) {
        const { length } = node
        if (start >= at && start < at + length) range.setStart(node, start - at)
        const end = start + wanted.length
        if (end > at && end <= at + length) range.setEnd(node, end - at)
        at += length
      }
      line.closest<HTMLElement>('[contenteditable="true"]')?.focus()
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
    },
    { wanted: words, kind: line },
  )
}
