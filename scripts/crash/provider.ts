import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/** Opens the topic's notes with y-websocket's own provider, unmodified, under a sign-in. */
export function openNotes(url: string, signIn: string, doc: Y.Doc = new Y.Doc()): WebsocketProvider {
  class SignedInSocket extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { authorization: `Bearer ${signIn}` } })
    }
  }
  return new WebsocketProvider(`${url.replace(/^http/, 'ws')}/sync`, 'm/m1/notes/t1', doc, {
    WebSocketPolyfill: SignedInSocket as never,
    disableBc: true,
    maxBackoffTime: 200,
  })
}

/** Resolves when the provider has the room's state. */
export function synced(provider: WebsocketProvider): Promise<void> {
  if (provider.synced) return Promise.resolve()
  return new Promise((resolve) => {
    provider.on('sync', (isSynced: boolean) => {
      if (isSynced) resolve()
    })
  })
}

/** Resolves as soon as `holds` is true of a document, looked at after each change. */
export function until(doc: Y.Doc, holds: () => boolean): Promise<void> {
  if (holds()) return Promise.resolve()
  return new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
  })
}

/** Gives the characters of the notes, without markers and ends. */
export function textOf(doc: Y.Doc): string {
  return doc.getText('text').toString()
}
