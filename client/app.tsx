import { type ComponentType, lazy, Suspense } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { BrowserRouter, Outlet, Route, Routes, useLocation } from 'react-router'
import { loadAllMessages } from './i18n/load-catalogue.ts'
import { useText } from './i18n/text.tsx'
import { NotFoundPage } from './pages/not-found/not-found-page.tsx'
import { PageBoundary } from './shell/page-boundary.tsx'
import { WaitingPage } from './shell/waiting-page.tsx'
import { Skeleton } from './ui/skeleton.tsx'
import { ToastProvider } from './ui/toast.tsx'

const HomePage = lazy(async () => ({ default: (await import('./pages/home/home-page.tsx')).HomePage }))
const JoinPage = lazy(async () => ({ default: (await import('./pages/join/join-page.tsx')).JoinPage }))
const MeetingFrame = lazy(async () => ({ default: (await import('./shell/meeting-frame.tsx')).MeetingFrame }))
const OverviewPage = lazy(async () => ({
  default: (await import('./pages/overview/overview-page.tsx')).OverviewPage,
}))
const MembersPage = later(async () => (await import('./pages/setup/members-page.tsx')).MembersPage)
const LateWordsPage = later(
  async () => (await import('./pages/late-words/late-words-page.tsx')).LateWordsPage,
)
const NotesPage = later(async () => (await import('./pages/notes/notes-page.tsx')).NotesPage)
const MergePage = later(async () => (await import('./pages/merge/merge-page.tsx')).MergePage)
const DraftPage = later(async () => (await import('./pages/draft/draft-page.tsx')).DraftPage)
const ExportDialog = later(async () => (await import('./pages/export/export-dialog.tsx')).ExportDialog)

/** A page whose words are not among those of the first pages: it is shown once they are there. */
function later(load: () => Promise<ComponentType>) {
  return lazy(async () => {
    const [page] = await Promise.all([load(), loadAllMessages()])
    return { default: page }
  })
}

/** Every address of the client and the page that answers it. Pages are files of their own, loaded when asked for. */
export function App() {
  const { language } = useText()
  return (
    <I18nProvider locale={language === 'ar' ? 'ar-AE' : language}>
      <BrowserRouter>
        <ToastProvider>
          <Routes>
            <Route element={<Outside />}>
              <Route index element={<HomePage />} />
              <Route path="join/:token" element={<JoinPage />} />
            </Route>
            <Route path="m/:meeting" element={<Inside />}>
              <Route index element={<OverviewPage />} />
              <Route path="topics/:topic" element={<NotesPage />} />
              <Route path="merge" element={<MergePage />} />
              <Route path="draft" element={<DraftPage />} />
              <Route path="draft/:item" element={<DraftPage />} />
              <Route path="late-words" element={<LateWordsPage />} />
              <Route path="setup/members" element={<MembersPage />} />
            </Route>
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </ToastProvider>
      </BrowserRouter>
    </I18nProvider>
  )
}

function Outside() {
  const { pathname } = useLocation()
  return (
    <PageBoundary page={pathname}>
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </PageBoundary>
  )
}

function Inside() {
  const { pathname, search } = useLocation()
  // The export is a dialog over whatever page one is on.
  const isExporting = new URLSearchParams(search).has('export')
  return (
    <PageBoundary page={pathname}>
      <Suspense fallback={<WaitingPage />}>
        <MeetingFrame>
          <Suspense fallback={<Skeleton />}>
            <Outlet />
          </Suspense>
          {isExporting && (
            <Suspense fallback={null}>
              <ExportDialog />
            </Suspense>
          )}
        </MeetingFrame>
      </Suspense>
    </PageBoundary>
  )
}
