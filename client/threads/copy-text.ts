const NOWHERE = { anchorNode: null, anchorOffset: 0, focusNode: null, focusOffset: 0 }

/** Puts a text on the clipboard, also on plain http, where browsers have no clipboard to write to. Whether it is there. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const before = document.activeElement
    const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection() ?? NOWHERE
    const field = document.createElement('textarea')
    field.value = text
    field.className = 'visually-hidden'
    document.body.append(field)
    field.select()
    const isCopied = document.execCommand('copy')
    field.remove()
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    // The caret goes back to where it was: an editor would take the beginning of the page for it.
    if (anchorNode !== null && focusNode !== null)
      getSelection()?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
    return isCopied
  }
}
