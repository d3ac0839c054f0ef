/** A Redis server in JavaScript, for machines without one: memory only, which is all Linli asks of Redis. */
import { createRedisServer } from 'js-redis-server'
import { Server } from 'node:net'

const [port = 0, databaseCount = 16] = process.argv.slice(2).map(Number)

/**
 * The package listens on every address of the machine and has no setting for it; this server has no password. Nor does it
 * send an answer at once while the one before is on its way (Nagle), which holds up the second of a pipeline by 44 ms.
 * @this {Server}
 */
function listenHere() {
  this.on('connection', (socket) => socket.setNoDelay(true))
  return listen.call(this, { port, host: '127.0.0.1' })
}
const listen = Server.prototype.listen
Server.prototype.listen = listenHere
const server = await createRedisServer({ port, databaseCount })
process.on('SIGTERM', () => void server.close().finally(() => process.exit(0)))
