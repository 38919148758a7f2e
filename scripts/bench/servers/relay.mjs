import { WebSocketServer } from 'ws'

// The floor: no document, no disk. Hands each frame to everybody else in the room; with a window, collects for so many
// milliseconds and sends all of it to everybody in one message, each frame with its length before it.
const windowMs = Number(process.argv[2] ?? 0)
const rooms = new Map()

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
server.on('connection', (socket, request) => {
  const room = roomOf(request.url)
  room.sockets.add(socket)
  socket.on('message', (frame) => {
    if (windowMs > 0) collect(room, frame)
    else for (const other of room.sockets) if (other !== socket) other.send(frame)
  })
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    room.sockets.delete(socket)
    if (room.sockets.size === 0) rooms.delete(request.url)
  })
})
server.on('listening', () => console.log(`ready at http://127.0.0.1:${server.address().port}`))

function roomOf(url) {
  const known = rooms.get(url)
  if (known !== undefined) return known
  const room = { sockets: new Set(), waiting: [] }
  rooms.set(url, room)
  return room
}

function collect(room, frame) {
  if (room.waiting.length === 0) setTimeout(() => flush(room), windowMs)
  room.waiting.push(lengthOf(frame), frame)
}

function flush(room) {
  const message = Buffer.concat(room.waiting)
  room.waiting = []
  for (const socket of room.sockets) socket.send(message)
}

/** A varUint, as lib0 reads it. */
function lengthOf({ length }) {
  const bytes = []
  let rest = length
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128)
  return Buffer.from([...bytes, rest])
}
