/** The command for keys, with the environment of the service: `node bff/dist/keys.js rotate`; see docs/operations.md › Keys. */
import pg from 'pg'
import { type Config, readConfig } from './config'
import { admit, checkValue, compareKeys, knownKeys, tokenId } from './keys/checks'
import { rotate } from './keys/rotation'
import { endAllSessions } from './modules/identity/all-sessions-store'

const stop = { asked: false }
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void (stop.asked = true))

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Everybody signs in again: tokens of the old key open nothing, and their sessions end. */
async function acceptToken({ databaseUrl, ...keys }: Config): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const others = (await knownKeys(client)).filter(({ kind }) => kind !== 'token')
    compareKeys(others, keys)
    await client.query('BEGIN')
    await client.query(`UPDATE key_checks SET value = $1, added_at = now() WHERE kind = 'token'`, [
      checkValue({ kind: 'token', id: tokenId, key: keys.tokenKey }),
    ])
    const ended = await endAllSessions(client)
    await client.query('COMMIT')
    say(`accepted; ${ended} sessions ended`)
  } finally {
    await client.end()
  }
}

async function run(command: string | undefined): Promise<void> {
  const config = readConfig()
  if (command === 'rotate') return rotate({ databaseUrl: config.databaseUrl, keys: config, stop, say })
  if (command === 'accept-token') return acceptToken(config)
  if (command !== 'check') throw new Error('node bff/dist/keys.js check | rotate | accept-token')
  say(`every key is the one; hashes are by ${await admit(config.databaseUrl, config)}`)
}

run(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
