import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import {
  clock,
  makeCareProgramme,
  makeCarer,
  makeCareSession,
  makeDoorCode,
  makeDoorPerson,
  makeDuty,
  makePlaced,
  moveTo,
  type Placed,
} from '../../support/care'
import { recordsOf, sayOne, toldOf } from '../../support/care-day'
import { together, values } from '../../support/together'
import { makeDivisions, type Person } from '../../support/world'

const carers = 8
const app = await testApp()
let people: Person[]
let [programme, session] = ['', '']

beforeAll(async () => {
  await makeDivisions(app)
  await moveTo(app, clock('17:40'))
  programme = await makeCareProgramme(app)
  session = await makeCareSession(app, programme)
  people = await Promise.all(Array.from({ length: carers }, (_, n) => makeCarer(app, `老师${n}`)))
  for (const carer of people) await makeDuty(app, programme, carer)
})

const first = (): Person => people[0] as Person

async function present(): Promise<Placed> {
  const child = await makePlaced(app, programme)
  await sayOne(app, first(), { kind: 'present', sessionId: session, childId: child.childId })
  return child
}

/** Every carer lets the same child go in the same instant. */
async function letGo(child: Placed): Promise<string[]> {
  const personId = await makeDoorPerson(app, child.childId)
  const by = { method: 'listed', personId } as const
  return values(
    await together(carers, (n) =>
      sayOne(app, people[n] ?? first(), { kind: 'release', sessionId: session, childId: child.childId, by }),
    ),
  )
}

const released = async (child: Placed): Promise<number> =>
  (await recordsOf(app, child.caseId)).filter((r) => r.kind === 'released').length

describe('one child, eight carers', () => {
  test('is handed over once; the others are told so, and it is recorded', async () => {
    for (let round = 0; round < 5; round++) {
      const child = await present()
      expect((await letGo(child)).sort()).toEqual([
        ...Array<string>(carers - 1).fill('child_already_released'),
        'kept',
      ])
      expect(await released(child)).toBe(1)
      expect((await recordsOf(app, child.caseId)).filter((r) => r.kind === 'refused')).toHaveLength(
        carers - 1,
      )
      expect(await toldOf(app, child.caseId, 'child_released')).toHaveLength(1)
    }
  })

  test('and one code: the code is spent once, and a refusal spends none', async () => {
    const child = await present()
    const code = await makeDoorCode(app, child.childId)
    const by = { method: 'code', code } as const
    const said = values(
      await together(carers, (n) =>
        sayOne(app, people[n] ?? first(), {
          kind: 'release',
          sessionId: session,
          childId: child.childId,
          by,
        }),
      ),
    )
    expect(said.filter((s) => s === 'kept')).toHaveLength(1)
    expect(await released(child)).toBe(1)
    const { rows } = await app.database.pool.query<{ attempts: number; used_at: Date | null }>(
      'SELECT attempts, used_at FROM pickup_codes WHERE child_id = $1',
      [child.childId],
    )
    expect(rows).toEqual([{ attempts: 0, used_at: expect.any(Date) }])
  })

  test('wrong codes in one moment are counted, and never more than five', async () => {
    const child = await present()
    await makeDoorCode(app, child.childId)
    await together(carers, (n) =>
      sayOne(app, people[n] ?? first(), {
        kind: 'release',
        sessionId: session,
        childId: child.childId,
        by: { method: 'code', code: '000000' },
      }),
    )
    const { rows } = await app.database.pool.query<{ attempts: number }>(
      'SELECT attempts FROM pickup_codes WHERE child_id = $1',
      [child.childId],
    )
    expect(rows).toEqual([{ attempts: 5 }])
  })

  /** The control: without the index the same race hands children over more than once. */
  test('without the guard is handed over to several', async () => {
    await app.database.pool.query('DROP INDEX care_records_released_once')
    let most = 0
    for (let round = 0; round < 10 && most < 2; round++) {
      const child = await present()
      await letGo(child)
      most = Math.max(most, await released(child))
    }
    expect(most).toBeGreaterThan(1)
  })
})
