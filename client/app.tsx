import { type ComponentType, Suspense } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { BrowserRouter, matchPath, Outlet, Route, Routes, useLocation } from 'react-router'
import { loadAllMessages } from './i18n/load-catalogue.ts'
import { useText } from './i18n/text.tsx'
import { PageCode, PageOf } from './page-code.tsx'
import { NotFoundPage } from './pages/not-found/not-found-page.tsx'
import { PageBoundary } from './shell/page-boundary.tsx'
import { WaitingPage } from './shell/waiting-page.tsx'
import { Skeleton } from './ui/skeleton.tsx'
import { ToastProvider } from './ui/toast.tsx'

const home = new PageCode(async () => (await import('./pages/home/home-page.tsx')).HomePage)
const join = new PageCode(async () => (await import('./pages/join/join-page.tsx')).JoinPage)
const frame = new PageCode(async () => (await import('./shell/meeting-frame.tsx')).MeetingFrame)
const overview = new PageCode(async () => (await import('./pages/overview/overview-page.tsx')).OverviewPage)
const members = later(async () => (await import('./pages/setup/members-page.tsx')).MembersPage)
const lateWords = later(async () => (await import('./pages/late-words/late-words-page.tsx')).LateWordsPage)
const notes = later(async () => (await import('./pages/notes/notes-page.tsx')).NotesPage)
const merge = later(async () => (await import('./pages/merge/merge-page.tsx')).MergePage)
const coverage = later(async () => (await import('./pages/coverage/coverage-page.tsx')).CoveragePage)
const draft = later(async () => (await import('./pages/draft/draft-page.tsx')).DraftPage)
const ownWords = later(async () => (await import('./pages/own-words/own-words-page.tsx')).OwnWordsPage)
const exporting = later(async () => (await import('./pages/export/export-dialog.tsx')).ExportDialog)

/** The addresses inside a meeting. */
const INSIDE = [
  { path: '', code: overview },
  { path: 'topics/:topic', code: notes },
  { path: 'merge', code: merge },
  { path: 'coverage', code: coverage },
  { path: 'draft', code: draft },
  { path: 'draft/:item', code: draft },
  { path: 'words', code: ownWords },
  { path: 'late-words', code: lateWords },
  { path: 'setup/members', code: members },
]

/** A page whose words are not among those of the first pages: it is shown once they are there. */
function later(load: () => Promise<ComponentType>): PageCode {
  return new PageCode(async () => (await Promise.all([load(), loadAllMessages()]))[0])
}

/** Loads what an address shows, all at once instead of one part after the other has asked for it. */
export async function loadPage(pathname: string): Promise<void> {
  const inside = INSIDE.find(({ path }) => matchPath(`/m/:meeting/${path}`, pathname) !== null)
  if (inside !== undefined) await Promise.all([frame.load(), inside.code.load()])
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
              <Route index element={<PageOf code={home} />} />
              <Route path="join/:token" element={<PageOf code={join} />} />
            </Route>
            <Route path="m/:meeting" element={<Inside />}>
              {INSIDE.map(({ path, code }) => (
                <Route key={path} path={path} element={<PageOf code={code} />} />
              ))}
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
        <PageOf code={frame}>
          <Suspense fallback={<Skeleton />}>
            <Outlet />
          </Suspense>
          {isExporting && (
            <Suspense fallback={null}>
              <PageOf code={exporting} />
            </Suspense>
          )}
        </PageOf>
      </Suspense>
    </PageBoundary>
  )
}
