import { useState } from 'react'
import { ApiError } from '../../api/api-error.ts'
import { getFile } from '../../api/request.ts'
import { useText } from '../../i18n/text.tsx'
import { useToast } from '../../ui/toast.tsx'
import { type ExportChoice, exportPath } from './export-choice.ts'

export interface Download {
  readonly isBusy: boolean
  readonly error: ApiError | null
  start(): void
}

/** Fetches the file and gives it to the reader, or says why there is none: a mere link could not. */
export function useDownload(meeting: string, choice: ExportChoice): Download {
  const { t } = useText()
  const toast = useToast()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)

  const start = async (): Promise<void> => {
    setBusy(true)
    setError(null)
    try {
      const { name, file } = await getFile(exportPath(meeting, choice, choice.format))
      const named = name ?? `${meeting}.${choice.format}`
      save(named, file)
      toast.show(t('export.downloaded', { file: named }))
    } catch (thrown) {
      setError(thrown instanceof ApiError ? thrown : new ApiError('internal', String(thrown), '', 0))
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, error, start: () => void start() }
}

function save(name: string, file: Blob): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the blob after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
