/** A bare Koa handler that sends the bytes of the file it is given: what no service of ours can beat. */
import { readFileSync } from 'node:fs'
import Koa from 'koa'

const [file = '', port = '0'] = process.argv.slice(2)
const body = readFileSync(file)
const app = new Koa()
app.use((ctx) => {
  ctx.type = 'application/json'
  ctx.body = body
})
app.listen(Number(port), '127.0.0.1')
