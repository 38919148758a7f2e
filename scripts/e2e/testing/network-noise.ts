/**
 * Tells what a browser writes by itself when it is refused something or a server does not answer, also when it looks for
 * a new worker: what the page makes of that is what is tested.
 */
export function isNetworkNoise(message: string): boolean {
  return /WebSocket|Failed to load resource|ERR_|when fetching the script/.test(message)
}
