/** How many pages PostgreSQL touches for an answer: neither the machine nor its load has a part in that. */
import pg from 'pg'

interface Asked {
  name: string | undefined
  text: string
  values: unknown[]
}

/** What this process asks of the database meanwhile. */
async function askedBy(work: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = []
  const { prototype } = pg.Client
  const { query } = prototype
  prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, values = []] = args as [string | Asked, unknown[]?]
    asked.push(
      typeof first === 'string'
        ? { name: undefined, text: first, values }
        : { name: first.name, text: first.text, values: first.values },
    )
    return Reflect.apply(query, this, args) as never
  } as never
  try {
    await work()
  } finally {
    prototype.query = query
  }
  return asked.filter(
    ({ text }) => /^\s*(SELECT|WITH)/.test(text) && !/\b(INSERT|UPDATE|DELETE)\b/.test(text),
  )
}

interface Plan {
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
}

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'NULL'
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString())
  if (Buffer.isBuffer(value) || value instanceof Uint8Array)
    return `'\\x${Buffer.from(value).toString('hex')}'`
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((one) => JSON.stringify(one)).join(',')}}`)
  return pg.escapeLiteral(String(value))
}

/** A statement with a name is asked so often that PostgreSQL may settle for one plan, as it does for the service. */
const settles = 6

async function pagesFor(pool: pg.Pool, { name, text, values }: Asked): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('SET random_page_cost = 1.1')
    const explain = 'EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON)'
    const list = values.length ? `(${values.map(literal).join(', ')})` : ''
    if (name) await client.query(`PREPARE looked AS ${text}`)
    if (name) for (let n = 0; n < settles; n++) await client.query(`EXECUTE looked ${list}`)
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
      name ? `${explain} EXECUTE looked ${list}` : `${explain} ${text}`,
      name ? [] : values,
    )
    const plan = rows[0]?.['QUERY PLAN'][0]?.Plan
    return (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0)
  } finally {
    await client.query('DEALLOCATE ALL')
    client.release()
  }
}

/** @param work asks the service that runs in this process */
export async function pagesOf(
  pool: pg.Pool,
  work: () => Promise<unknown>,
): Promise<{ name: string; pages: number }[]> {
  const asked = await askedBy(work)
  const touched: { name: string; pages: number }[] = []
  for (const one of asked)
    touched.push({ name: one.name ?? one.text.slice(0, 60), pages: await pagesFor(pool, one) })
  return touched
}
