import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

// Hocuspocus with its defaults; with a folder, its SQLite extension on a file there.
const [peer, folder] = process.argv.slice(2)
const { load } = await import(pathToFileURL(join(peer, 'load.mjs')).href)
const { Server } = await load('@hocuspocus/server')
const extensions = []
if (folder !== undefined) {
  const { SQLite } = await load('@hocuspocus/extension-sqlite')
  extensions.push(new SQLite({ database: join(folder, 'hocuspocus.sqlite') }))
}
const server = new Server({ port: 0, address: '127.0.0.1', quiet: true, extensions })
await server.listen()
console.log(`ready at http://127.0.0.1:${server.address.port}`)
