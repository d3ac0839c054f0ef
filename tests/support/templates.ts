import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { openToService, serviceUrl } from '../../bff/local/service-role'
import { migrate } from '../../prisma/migrate'
import { seedWhenEmpty } from '../../prisma/seed/seed'
import { testKeys } from './keys'

/** Databases to clone: `bare` has the newest schema and no rows, `seeded` is what `npm start` begins with. */
export interface Templates {
  /** A database of the same server, to give orders from. */
  server: string
  bare: string
  seeded: string
}

/** The same server, another database. */
export function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

const servicePassword = 'linli_service of the tests'

/** The same database as the service sees it: by the role that owns nothing. */
export const asService = (url: string): string => serviceUrl(url, servicePassword)

/** Lets the service into a server of a test's own. */
export const letServiceIn = (server: string): Promise<void> => openToService(server, servicePassword)

/** Runs one statement that no transaction may hold, e.g. CREATE DATABASE. */
export async function command(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

export async function makeTemplates(server: string): Promise<Templates> {
  const run = randomBytes(4).toString('hex')
  const templates = { server, bare: `linli_bare_${run}`, seeded: `linli_seeded_${run}` }
  await command(server, `CREATE DATABASE ${templates.bare}`)
  await migrate(databaseUrl(server, templates.bare))
  await letServiceIn(server)
  await command(server, `CREATE DATABASE ${templates.seeded} TEMPLATE ${templates.bare}`)
  await seedWhenEmpty(databaseUrl(server, templates.seeded), testKeys, () => {})
  return templates
}

export async function dropTemplates({ server, bare, seeded }: Templates): Promise<void> {
  for (const name of [bare, seeded]) await command(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
}
