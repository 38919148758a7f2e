import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** Stands before a server, and may swallow what it is sent, as a network does that went away without a word. */
export class SwallowingProxy {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #takesNew = true

  private constructor(server: Server) {
    this.#server = server
  }

  static async before(url: string): Promise<SwallowingProxy> {
    const { hostname, port } = new URL(url)
    const server = createServer()
    const proxy = new SwallowingProxy(server)
    server.on('connection', (near) => proxy.#take(near, hostname, Number(port)))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** From now on nothing more comes through the connections there are. They stay open. */
  swallow(): void {
    for (const socket of this.#sockets) socket.unpipe().on('data', () => {})
  }

  /** Whether new connections reach the server; else they are taken, and never answered. */
  set takesNew(takes: boolean) {
    this.#takesNew = takes
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #take(near: Socket, hostname: string, port: number): void {
    this.#keep(near)
    if (!this.#takesNew) return
    const far = connect(port, hostname)
    this.#keep(far)
    near.pipe(far).pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.#sockets.delete(socket))
  }
}
