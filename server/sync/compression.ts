import type { PerMessageDeflateOptions } from 'ws'

/**
 * How sockets compress where the operator asked for it (RFC 7692): thin links carry a text in a third of its bytes, and
 * each frame costs the server a turn of zlib, which on a wide link is slower than sending it as it is.
 */
export const COMPRESSION: PerMessageDeflateOptions = {
  // What is typed is some 60 bytes: zlib would make it no smaller.
  threshold: 1024,
  // Nothing is remembered between frames, so that each is bounded by itself; the window of 8 kB and the hash tables keep
  // 64 KiB for each connection that was sent a large frame, where zlib by default keeps 256 KiB.
  serverNoContextTakeover: true,
  clientNoContextTakeover: true,
  serverMaxWindowBits: 13,
  zlibDeflateOptions: { level: 1, memLevel: 6 },
  // Of Node's four threads two are left for files and names.
  concurrencyLimit: 2,
}
