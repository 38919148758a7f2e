import { createServer } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

// The reference server as its own server.js starts it; with a folder, y-leveldb tied to it as it was in y-websocket.
const [peer, folder] = process.argv.slice(2)
const { load } = await import(pathToFileURL(join(peer, 'load.mjs')).href)
const { default: WebSocket } = await load('ws')
const { setPersistence, setupWSConnection } = await load('@y/websocket-server/utils')
if (folder !== undefined) setPersistence(await openLevel(join(folder, 'level')))

const sockets = new WebSocket.Server({ noServer: true })
sockets.on('connection', setupWSConnection)
const server = createServer()
server.on('upgrade', (request, stream, head) => {
  sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket, request))
})
server.listen(0, '127.0.0.1', () => console.log(`ready at http://127.0.0.1:${server.address().port}`))

async function openLevel(path) {
  const Y = await load('yjs')
  const { LeveldbPersistence } = await load('y-leveldb')
  const provider = new LeveldbPersistence(path)
  return {
    provider,
    async bindState(name, doc) {
      const stored = await provider.getYDoc(name)
      provider.storeUpdate(name, Y.encodeStateAsUpdate(doc))
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(stored))
      doc.on('update', (update) => provider.storeUpdate(name, update))
    },
    async writeState() {},
  }
}
