import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WebSocketServer } from 'ws'

// The floor of joining: answers sync step 1 with a ready-made frame, the whole state to who has nothing, a ready-made
// diff to who has something.
const folder = process.argv[2]
const state = readFileSync(join(folder, 'state.frame'))
const diff = readFileSync(join(folder, 'diff.frame'))

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
server.on('connection', (socket) => {
  socket.on('message', (frame) => {
    const isStep1 = frame[0] === 0 && frame[1] === 0
    if (isStep1) socket.send(frame.length <= 4 ? state : diff)
  })
  socket.on('error', () => socket.terminate())
})
server.on('listening', () => console.log(`ready at http://127.0.0.1:${server.address().port}`))
