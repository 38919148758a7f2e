import { useCallback, useEffect, useState } from 'react'
import { ApiError } from '../../api/api-error.ts'
import { getFile } from '../../api/request.ts'
import { type ExportChoice, exportPath } from './export-choice.ts'
import { type Preview, readPreview } from './read-preview.ts'

/** The server builds the whole document for a preview: not for every key that somebody presses in the draft. */
const REST_MS = 600

export interface Previewing {
  /** The last one that was made; it stays while the next is on its way. */
  readonly preview: Preview | null
  readonly isLoading: boolean
  readonly error: ApiError | null
  again(): void
}

/** Has the exporter make a preview, again whenever the choice or (`version`) the draft changes. */
export function usePreview(meeting: string, choice: ExportChoice, version: number): Previewing {
  const [preview, setPreview] = useState<Preview | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [isLoading, setLoading] = useState(true)
  const [times, setTimes] = useState(0)
  const path = exportPath(meeting, choice, 'html')

  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft's version and `times` only ask again.
  useEffect(() => {
    let isWanted = true
    setLoading(true)
    const ask = async (): Promise<void> => {
      try {
        const { file } = await getFile(path)
        const made = readPreview(await file.text(), document)
        if (!isWanted) return
        setPreview(made)
        setError(
          made === null ? new ApiError('internal', 'No document came.', 'Try again in a moment.', 0) : null,
        )
      } catch (thrown) {
        if (!isWanted) return
        setError(thrown instanceof ApiError ? thrown : new ApiError('internal', String(thrown), '', 0))
      }
      setLoading(false)
    }
    const timer = setTimeout(() => void ask(), preview === null ? 0 : REST_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [path, version, times])

  return { preview, isLoading, error, again: useCallback(() => setTimes((before) => before + 1), []) }
}
