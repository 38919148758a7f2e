import { lazy, Suspense } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { BrowserRouter, Outlet, Route, Routes, useLocation } from 'react-router'
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
const MembersPage = lazy(async () => ({
  default: (await import('./pages/setup/members-page.tsx')).MembersPage,
}))
const MergePage = lazy(async () => ({ default: (await import('./pages/merge/merge-page.tsx')).MergePage }))
const DraftPage = lazy(async () => ({ default: (await import('./pages/draft/draft-page.tsx')).DraftPage }))

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
              <Route path="merge" element={<MergePage />} />
              <Route path="draft" element={<DraftPage />} />
              <Route path="draft/:item" element={<DraftPage />} />
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
  const { pathname } = useLocation()
  return (
    <PageBoundary page={pathname}>
      <Suspense fallback={<WaitingPage />}>
        <MeetingFrame>
          <Suspense fallback={<Skeleton />}>
            <Outlet />
          </Suspense>
        </MeetingFrame>
      </Suspense>
    </PageBoundary>
  )
}
