import './banners.css'
import { ClockAlert, CloudOff, type LucideIcon, RefreshCw, TriangleAlert } from 'lucide-react'
import { lazy, Suspense, useSyncExternalStore } from 'react'
import { useNavigate } from 'react-router'
import { formatTime } from '../i18n/dates.ts'
import { useText } from '../i18n/text.tsx'
import type { Translate } from '../i18n/translate.ts'
import { appUpdate } from '../offline/app-update.ts'
import type { RoomClient } from '../sync/room-client.ts'
import { needsAnswer } from '../sync/room-state.ts'
import { again } from '../ui/again.ts'
import { Banner, type BannerProps } from '../ui/banner.tsx'
import { useOverlay } from '../ui/use-overlay.ts'
import { useCurrentStatus } from './current-status.tsx'
import { downloadText } from './download-text.ts'
import { REFUSED_WORDS } from './refused-words-id.ts'
import type { CurrentStatus } from './use-status.ts'
import { whereAddress } from './where-words.ts'
import { type BannerKind, isOfOutbox, whichBanner } from './which-banner.ts'

const loadRefused = async () => ({
  default: (await import('../threads/refused-wishes.tsx')).RefusedWishes,
})
const RefusedWishes = lazy(again(loadRefused))

/** Says what is wrong with this page's connection or storage, where the words are, and what to do. */
export function Banners() {
  const { t } = useText()
  const navigate = useNavigate()
  const { status, states, rooms } = useCurrentStatus()
  const wishes = useOverlay(loadRefused)
  const hasUpdate = useSyncExternalStore(appUpdate.subscribe, appUpdate.read)
  const kind = whichBanner(states, status, hasUpdate)
  if (kind === null) return null
  const isOfWishes = kind === 'comments' || kind === 'changes'
  const count = isOfWishes ? refusedWishes(states) : status.count
  const words = bannerWords(t, kind, count, status.asOf)
  const action =
    kind === 'refused' || kind === 'late' || kind === 'wipe'
      ? {
          label: t(kind === 'wipe' ? 'shell.banner.decide' : 'shell.banner.show'),
          onPress: () => showRefused(rooms, (page) => void navigate(page)),
        }
      : isOfWishes
        ? { label: t('shell.banner.show'), onPress: wishes.open }
        : actionFor(kind, t, rooms, () => void navigate('/'))
  return (
    <div className={kind === 'offline' ? 'banners banners-shrink' : 'banners'}>
      <Banner tone={toneOf(kind)} title={words.title} icon={iconOf(kind)} action={action}>
        {words.body}
      </Banner>
      <Suspense>{wishes.isOpen && <RefusedWishes onClose={wishes.close} />}</Suspense>
    </div>
  )
}

function refusedWishes(states: CurrentStatus['states']): number {
  return states.find(({ fault }) => isOfOutbox(fault))?.unsaved ?? 0
}

function toneOf(kind: BannerKind): BannerProps['tone'] {
  if (isOfUpdate(kind)) return 'information'
  return kind === 'offline' ||
    kind === 'reading' ||
    kind === 'signed-out' ||
    kind === 'late' ||
    kind === 'wipe'
    ? 'warning'
    : 'error'
}

function isOfUpdate(kind: BannerKind): boolean {
  return kind === 'old-version' || kind === 'new-version'
}

function iconOf(kind: BannerKind): LucideIcon {
  if (isOfUpdate(kind)) return RefreshCw
  if (kind === 'late') return ClockAlert
  return kind === 'offline' || kind === 'reading' ? CloudOff : TriangleAlert
}

function actionFor(
  kind: BannerKind,
  t: Translate,
  rooms: readonly RoomClient[],
  goHome: () => void,
): BannerProps['action'] {
  if (isOfUpdate(kind)) return { label: t('ui.reload'), onPress: appUpdate.reload }
  if (kind === 'signed-out') return { label: t('shell.banner.signIn'), onPress: goHome }
  if (kind === 'offline' || kind === 'reading') return undefined
  return {
    label: t('shell.banner.download'),
    onPress: () => downloadText('minuta-changes.txt', unsentOf(rooms)),
  }
}

/** Leads to the panel with the words, on this page or its own; where neither is open to the reader, gives the words. */
function showRefused(rooms: readonly RoomClient[], goTo: (page: string) => void): void {
  const panel = document.getElementById(REFUSED_WORDS)
  const room = rooms.find(({ state }) => needsAnswer(state))?.room
  const [, meeting = '', ...at] = room?.split('/') ?? []
  const page = whereAddress(meeting, at.join('/'))
  if (panel !== null) panel.focus()
  else if (page !== null && page !== location.pathname) goTo(page)
  else downloadText('minuta-changes.txt', unsentOf(rooms))
}

function unsentOf(rooms: readonly RoomClient[]): string {
  return rooms
    .map((room) => room.unsentText())
    .filter((text) => text !== '')
    .join('\n\n')
}

function bannerWords(
  t: Translate,
  kind: BannerKind,
  count: number,
  asOf: number | null,
): { title: string; body: string } {
  switch (kind) {
    case 'old-version':
      return { title: t('shell.banner.oldVersion'), body: t('shell.banner.oldVersionBody') }
    case 'new-version':
      return { title: t('shell.banner.oldVersion'), body: t('shell.banner.newVersionBody') }
    case 'signed-out':
      return {
        title: t('shell.banner.signedOut'),
        body: count === 0 ? t('shell.banner.signedOutNothing') : t('shell.banner.signedOutBody', { count }),
      }
    case 'refused':
      return { title: t('shell.banner.refused'), body: t('shell.banner.refusedBody', { count }) }
    case 'wipe':
      return { title: t('shell.banner.wipe'), body: t('shell.banner.wipeBody') }
    case 'comments':
      return { title: t('threads.unsent', { count }), body: t('threads.unsentBody') }
    case 'changes':
      return { title: t('outbox.refused', { count }), body: t('outbox.refusedBody') }
    case 'late':
      return { title: t('shell.banner.late'), body: t('shell.banner.lateBody', { count }) }
    case 'storage-full':
    case 'storage-failed':
      return {
        title: t(kind === 'storage-full' ? 'shell.banner.storageFull' : 'shell.banner.storageFailed'),
        body: count === 0 ? t('shell.banner.storageWait') : t('shell.banner.storageBody', { count }),
      }
    case 'device':
      return { title: t('shell.banner.device'), body: t('shell.banner.deviceBody') }
    case 'offline':
      return count === 0
        ? { title: t('shell.banner.offlineNothing'), body: t('shell.banner.offlineNothingBody') }
        : { title: t('shell.banner.offline', { count }), body: t('shell.banner.offlineBody', { count }) }
    case 'reading':
      return {
        title: t('shell.banner.reading'),
        body:
          asOf === null
            ? t('shell.banner.readingOld')
            : t('shell.banner.readingBody', { time: formatTime(asOf) }),
      }
  }
}
