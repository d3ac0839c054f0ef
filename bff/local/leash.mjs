/**
 * Preloaded into every Node child of the launcher. The channel to the launcher closes when that dies, even by
 * `kill -9`: the child then ends as if asked to, and no port stays taken. Ctrl-C in a terminal reaches the whole
 * group, but the launcher alone decides in which order things stop.
 */
process.channel?.unref()
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.on('SIGINT', () => {})
