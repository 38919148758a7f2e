// Loaded before each server of the bench: tells how much memory it holds, when asked over IPC.

process.on('message', async (message) => {
  if (message !== 'memory') return
  // Twice, with a turn of the loop between: what the first frees may hold what the second can.
  for (let pass = 0; pass < 2; pass++) {
    globalThis.gc()
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
  globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  process.send({ heapBytes: heapUsed + external })
})
// A bench that was stopped leaves nothing running.
process.on('disconnect', () => process.exit(1))
// The channel alone must not keep a server alive that has stopped.
process.channel?.unref()
