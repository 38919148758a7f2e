import { Component, type ReactNode } from 'react'
import { useText } from '../i18n/text.tsx'
import { isNotLoaded } from '../ui/again.ts'
import { Button } from '../ui/button.tsx'
import { TroublePage } from './trouble-page.tsx'

interface PageBoundaryProps {
  /** Another key, another page: what failed before is tried anew. */
  page: string
  children: ReactNode
}

interface Failure {
  readonly error: unknown
  readonly page: string
}

/** Catches a page that could not be drawn or loaded, and says so in its place. */
export class PageBoundary extends Component<PageBoundaryProps, { failure: Failure | null }> {
  override state: { failure: Failure | null } = { failure: null }

  static getDerivedStateFromError(error: unknown): { failure: Failure } {
    return { failure: { error, page: '' } }
  }

  static getDerivedStateFromProps(
    { page }: PageBoundaryProps,
    { failure }: { failure: Failure | null },
  ): { failure: Failure | null } {
    if (failure === null) return { failure }
    if (failure.page === '') return { failure: { ...failure, page } }
    return { failure: failure.page === page ? failure : null }
  }

  override render(): ReactNode {
    return this.state.failure === null ? this.props.children : <PageFailed error={this.state.failure.error} />
  }
}

function PageFailed({ error }: { error: unknown }) {
  const { t } = useText()
  // A file of another build was asked for, or there is no connection.
  const isLoading = isNotLoaded(error)
  return (
    <TroublePage
      title={isLoading ? t('shell.pageNotLoaded') : t('shell.pageFailed')}
      actions={
        <Button variant="primary" onPress={() => location.reload()}>
          {t('ui.reload')}
        </Button>
      }
    >
      {isLoading ? t('shell.pageNotLoadedBody') : t('shell.pageFailedBody')}
    </TroublePage>
  )
}
