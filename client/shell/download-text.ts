/** Gives a text to the reader as a file of their device. */
export function downloadText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the blob after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
