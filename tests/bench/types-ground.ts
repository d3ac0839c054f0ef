/** Two communities with the same people and the same number of cases, of few services in one, of many in the other. */
import type { Kind } from '../../bff/src/modules/cases/kind'
import { openCase } from '../../bff/src/modules/cases/service'
import type { TestApp } from '../support/app'
import { makePerson, type Person } from '../support/world'
import { freshCode, makeCommunity } from './ground'
import { tableOf } from './types-kinds'

const minute = 60_000
const people = 5
const casesEach = 48

export interface TypesGround {
  community: string
  party: Person
  staff: Person
  /** The party's. */
  cases: string[]
}

export async function makeTables({ database }: TestApp, kinds: readonly Kind[]): Promise<void> {
  for (const kind of kinds)
    await database.pool
      .query(`CREATE TABLE IF NOT EXISTS ${tableOf(kind)} (case_id uuid PRIMARY KEY REFERENCES cases (id),
      purpose text NOT NULL, warm boolean NOT NULL); GRANT SELECT, INSERT ON ${tableOf(kind)} TO PUBLIC`)
}

/** All open and waiting for staff, each of the next service in turn, so that any page has all of them. */
export async function layTypes(app: TestApp, kinds: readonly Kind[]): Promise<TypesGround> {
  const community = await freshCode(app)
  await makeCommunity(app, community)
  const staff = await makePerson(app, { community, name: '杨会琼', grants: [['staff', community]] })
  const parties = await Promise.all(Array.from({ length: people }, () => makePerson(app, { community })))
  const cases: string[] = []
  for (let n = 0; n < people * casesEach; n++) {
    const [who, kind] = [parties[n % people], kinds[Math.floor(n / people) % kinds.length]]
    if (!who || !kind) throw new Error('nobody to ask, or nothing to ask for')
    const id = await ask(app, { community, accountId: who.accountId, kind, n })
    if (who === parties[0]) cases.push(id)
  }
  const [party] = parties
  if (!party) throw new Error('nobody lives there')
  return { community, party, staff, cases }
}

interface Asked {
  community: string
  accountId: string
  kind: Kind
  n: number
}

const ask = (app: TestApp, { community, accountId, kind, n }: Asked): Promise<string> =>
  app.deps.db.transaction(async (tx) => {
    const now = app.clock.now().getTime()
    const startsAt = now + 48 * 60 * minute + n * 7 * minute
    const id = await openCase(app.deps, tx, kind, {
      community,
      subjectId: accountId,
      actorId: accountId,
      actorRole: 'self',
      state: 'asked',
      title: '上门看望',
      dueAt: new Date(now + 240 * minute + n * minute),
      startsAt: new Date(startsAt),
      endsAt: new Date(startsAt + 60 * minute),
      at: new Date(now - n * minute),
    })
    await tx.$executeRawUnsafe(`INSERT INTO ${tableOf(kind)} VALUES ($1::uuid, '看看老人', true)`, id)
    return id
  })
