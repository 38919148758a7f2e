import { useEffect, useState } from 'react'

/** Tells whether files are dragged over the page, and takes the ones that are dropped, wherever that is. */
export function useFileDrop(isOn: boolean, onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    if (!isOn) return
    // What leaves one element enters the next: files have left the page when they are in no element any more.
    let depth = 0
    const take = (event: DragEvent): boolean => {
      if (event.dataTransfer?.types.includes('Files') !== true) return false
      event.preventDefault()
      event.stopPropagation()
      return true
    }
    const handleEnter = (event: DragEvent): void => {
      if (!take(event)) return
      depth++
      setOver(true)
    }
    const handleOver = (event: DragEvent): void => {
      if (take(event) && event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy'
    }
    const handleLeave = (event: DragEvent): void => {
      if (!take(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const handleDrop = (event: DragEvent): void => {
      if (!take(event)) return
      depth = 0
      setOver(false)
      onFiles([...(event.dataTransfer?.files ?? [])])
    }
    // Ahead of the editor, which would take a dropped file for text.
    const options = { capture: true } as const
    window.addEventListener('dragenter', handleEnter, options)
    window.addEventListener('dragover', handleOver, options)
    window.addEventListener('dragleave', handleLeave, options)
    window.addEventListener('drop', handleDrop, options)
    return () => {
      setOver(false)
      window.removeEventListener('dragenter', handleEnter, options)
      window.removeEventListener('dragover', handleOver, options)
      window.removeEventListener('dragleave', handleLeave, options)
      window.removeEventListener('drop', handleDrop, options)
    }
  }, [isOn, onFiles])
  return isOver
}
