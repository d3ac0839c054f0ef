/** (e) The figures of the whole prefecture from the prepared summary, against plain SQL over every case behind them. */
import type { FiguresPage } from '../../bff/contracts/src/figures'
import { figuresOf } from '../../bff/src/modules/figures/formulas'
import { closeRatingMonths } from '../../bff/src/modules/figures/jobs'
import type { TestApp } from '../support/app'
import { plainBlocks, plainMonths, type PlainRow, total } from '../support/figures'
import { plainPeople, type PlainPerson, plainPublished, publishedIn } from '../support/published'
import { makePerson } from '../support/world'
import { inProduction } from './in-production'
import { title } from './report'
import { realProcess } from '../support/process'

const prefecture = '5323'
const warmRounds = 200

async function timed<T>(work: () => Promise<T>): Promise<[ms: number, result: T]> {
  const start = performance.now()
  const result = await work()
  return [performance.now() - start, result]
}

/** Every month that is over, as the plain statement sees it; its first run finds nothing in memory. */
async function plain({ database }: TestApp): Promise<PlainRow[]> {
  const { rows } = await database.pool.query<PlainRow>(plainMonths)
  return rows
}

const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`

export async function benchFigures(
  app: TestApp,
  servers: { databaseUrl: string; redisUrl: string },
): Promise<void> {
  title('Figures of the prefecture')
  const [counting, months] = await timed(() => closeRatingMonths(app.deps))
  if (months > 0) console.log(`  ${months} months counted, released and published in ${ms(counting)}`)
  const { token } = await makePerson(app, { grants: [['supervisor', prefecture]] })
  const web = await realProcess('main', servers, inProduction)
  await web.ready()
  const ask = async (): Promise<FiguresPage> => {
    const answer = await fetch(`${web.base}/v1/figures/${prefecture}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return (await answer.json()) as FiguresPage
  }
  const [cold, page] = await timed(ask)
  const warm: number[] = []
  for (let round = 0; round < warmRounds; round++) warm.push((await timed(ask))[0])
  const median = warm.sort((a, b) => a - b)[warmRounds / 2] ?? 0
  const [plainCold, rows] = await timed(() => plain(app))
  const [plainWarm] = await timed(() => plain(app))
  console.log(`  page: first answer of a new process ${ms(cold)}, then p50 ${ms(median)}`)
  console.log(`  plain SQL: first ${ms(plainCold)}, again ${ms(plainWarm)}`)
  console.log(
    `  → plain SQL takes ${(plainCold / cold).toFixed(0)} × and ${(plainWarm / median).toFixed(0)} ×`,
  )
  const through = page.through ?? ''
  const people = await app.database.pool.query<PlainPerson>(plainPeople)
  const published = plainPublished(plainBlocks(rows, through, people.rows), people.rows).filter(
    ({ month }) => month > yearBefore(through),
  )
  const year = publishedIn(published, { division: prefecture, service: 'all' })
  const same = JSON.stringify(page.year) === JSON.stringify(figuresOf(year))
  const cases = total(rows)
  console.log(
    `  the page ${same ? 'equals' : 'DIFFERS FROM'} plain SQL over ${cases.rated + cases.lapsed} finished cases`,
  )
  await web.stop()
}

const yearBefore = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`
