import { useLayoutEffect, useRef } from 'react'
import { errorWords } from '../../i18n/error-words.ts'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Previewing } from './use-preview.ts'

/** The document as the exporter makes it. */
export function ExportPreview({ previewing }: { previewing: Previewing }) {
  const { t } = useText()
  const page = useRef<HTMLDivElement>(null)
  const { preview, error, isLoading, again } = previewing

  useLayoutEffect(() => {
    page.current?.replaceChildren(...(preview === null ? [] : [preview.article]))
  }, [preview])

  if (error !== null) {
    const { message, hint } = errorWords(t, error)
    return (
      <div className="export-failed" role="alert">
        <p>
          {t('export.previewFailed')} {message} {hint}
        </p>
        <Button size="small" onPress={again}>
          {t('ui.tryAgain')}
        </Button>
      </div>
    )
  }
  return (
    // Scrolls by itself: a keyboard must reach it (WCAG 2.1.1).
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
    <section className="export-paper" aria-label={t('export.preview')} aria-busy={isLoading} tabIndex={0}>
      {preview === null && <Skeleton lines={6} />}
      <div ref={page} />
    </section>
  )
}
