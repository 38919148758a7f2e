/** How the worker answers a request of the page. */
export type Served =
  /** Not touched: the browser asks the server as if there were no worker. */
  | 'untouched'
  /** A page: asked of the server, and from this device where the server is silent. */
  | 'page'
  /** A file whose name holds a hash of its content: from this device, for what a name holds never changes. */
  | 'asset'
  /** A file under a fixed name, such as an icon: asked of the server, and from this device without it. */
  | 'file'

/** What is looked at in a request. */
export interface Asked {
  readonly method: string
  readonly url: string
  readonly mode: string
}

/** Addresses below which only the server answers. An invitation's address holds its token: it is kept nowhere. */
const SERVER_ONLY = /^\/(api|sync|join|screen|healthz|readyz|metrics)(\/|$)/

/** Decides how a request is answered; `origin` is the worker's own. */
export function howServed({ method, url, mode }: Asked, origin: string): Served {
  const { origin: asked, pathname } = new URL(url)
  if (method !== 'GET' || asked !== origin || SERVER_ONLY.test(pathname)) return 'untouched'
  if (pathname.startsWith('/assets/')) return mode === 'navigate' ? 'untouched' : 'asset'
  if (mode === 'navigate') return 'page'
  return pathname === '/manifest.webmanifest' || pathname.startsWith('/icons/') ? 'file' : 'untouched'
}

/** Tells whether a page's answer is one to show. Behind a proxy a server that is down says 502, one that starts 503. */
export function isPageToShow({ status }: Pick<Response, 'status'>): boolean {
  return status < 500
}

/** Tells whether an answer may be kept as a file: whole, from here, and not a page in its place. */
export function isFileToKeep({
  status,
  type,
  headers,
}: Pick<Response, 'status' | 'type' | 'headers'>): boolean {
  return status === 200 && type === 'basic' && !(headers.get('Content-Type') ?? '').startsWith('text/html')
}
