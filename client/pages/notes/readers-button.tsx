import { lazy, Suspense, useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { again } from '../../ui/again.ts'
import { Button } from '../../ui/button.tsx'

const ReadersDialog = lazy(
  again(async () => ({ default: (await import('./mark-readers.tsx')).ReadersDialog })),
)

/** Says to the chair who may read these notes, and leads to where that is changed. */
export function ReadersButton({ topic }: { topic: Topic }) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="quiet" size="small" onPress={() => setOpen(true)}>
        {t('marks.readers.open', { who: t(`marks.readers.${topic.readers}`) })}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <ReadersDialog topic={topic} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
