/** Nobody outside reads a home, a number or a name of whoever is helped or helps: every reading there is, by everybody. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { askForHelp } from '../../support/needs'
import { runNeedJobs, taskStage } from '../../support/tasks'
import { elsewhere, here, localTime, makePerson, nextDoor, type Person } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)
const marks = {
  place: '红柳巷 17 号院',
  asker: '段彩凤',
  phone: '13911112222',
  wish: '眼睛看不清要换药',
  helper: '罗开云',
  helperPhone: '13933334444',
}
const found = (text: string): string[] =>
  Object.entries(marks).flatMap(([name, mark]) => (text.includes(mark) ? [name] : []))

const moved = { startsAt: localTime('2026-11-26', 10), endsAt: localTime('2026-11-26', 11) }

const people: Record<string, Person | undefined> = {}
const on = { task: '', need: '', first: '', second: '' }

beforeEach(async () => {
  const asker = await makePerson(app, { name: marks.asker, phone: marks.phone })
  const { id } = await askForHelp(app, asker, { wish: marks.wish, place: marks.place })
  on.need = id
  on.task = (
    await stage.task({
      needId: id,
      place: null,
      places: 2,
      twoPeople: true,
      adultsOnly: true,
      startsAt: localTime('2026-11-25', 10),
      endsAt: localTime('2026-11-25', 11),
    })
  ).id
  const first = await stage.joining(marks.helper, {}, marks.helperPhone)
  const second = await stage.joining('普桂兰', {}, '13955556666')
  on.first = (await stage.take(first, on.task)).id
  Object.assign(people, {
    first,
    second,
    another: await stage.joining('李福', {}, '13977778888'),
    resident: await makePerson(app),
    supervisor: stage.township,
    nextDoor: await makePerson(app, { name: '邻社区', grants: [['staff', nextDoor]] }),
    elsewhere: await makePerson(app, { name: '外县', grants: [['staff', elsewhere]] }),
    nobody: undefined,
  })
  on.second = ''
})

/** Everything that can be read around it, but for `open`. */
const readings = (): [EndpointName, object][] => {
  const cases = [on.need, on.first, on.second].filter(Boolean).map((id) => ({ params: { id } }))
  const task = { params: { id: on.task } }
  return [
    ['getHome', { params: { community: here } }],
    ['listTasks', { params: { community: here } }],
    ['listTasks', { params: { community: nextDoor } }],
    ['getTask', task],
    ['readRoll', task],
    ['listProposable', task],
    ['lookAtMove', { ...task, query: moved }],
    ['listDeskTasks', { params: { division: here }, query: { show: 'coming' } }],
    ['listDeskTasks', { params: { division: here.slice(0, 9) }, query: { show: 'past' } }],
    ['getTaskFigures', { query: { division: here.slice(0, 9) } }],
    ['listMyCases', { query: { show: 'open' } }],
    ['listNotices', { query: {} }],
    ['deskList', { query: { division: here } }],
    ...cases.flatMap((one): [EndpointName, object][] => [
      ['getCase', one],
      ['readNeed', one],
      ['readTaskPlace', one],
      ['readSignupCalendar', one],
      ['readContact', one],
      ['getLinePlace', one],
      ['getLineHistory', one],
    ]),
  ]
}

async function read(who: Person | undefined): Promise<Record<string, string[]>> {
  const token = who && (await fresh(app, who)).token
  const shown: Record<string, string[]> = {}
  for (const [name, sent] of readings()) {
    const { body } = await app.call(name, { ...sent, ...(token && { token }) })
    const marked = found(JSON.stringify(body))
    if (marked.length > 0) shown[name] = marked
  }
  return shown
}

const outside = ['another', 'resident', 'supervisor', 'nextDoor', 'elsewhere', 'nobody']

describe('while one of two stands', () => {
  test.each(['first', 'second', ...outside])('%s reads nothing of it', async (who) => {
    expect(await read(people[who])).toEqual({})
  })
})

describe('while both stand', () => {
  beforeEach(async () => {
    on.second = (await stage.take(people.second as Person, on.task)).id
    await runNeedJobs(app)
  })

  test.each(['first', 'second'])('%s reads the home, and no number yet', async (who) => {
    expect(await read(people[who])).toEqual({ readTaskPlace: ['place'] })
  })

  test.each(outside)('%s reads nothing of it', async (who) => {
    expect(await read(people[who])).toEqual({})
  })

  test('an hour before, they read the number', async () => {
    app.clock.set(new Date(localTime('2026-11-25', 9)))
    expect(await read(people.second)).toEqual({ readTaskPlace: ['place', 'phone'] })
  })

  test.each(['first', 'second', ...outside])('%s reads nothing once it is over', async (who) => {
    app.clock.set(new Date(localTime('2026-11-25', 11)))
    expect(await read(people[who])).toEqual({})
  })

  test('who has withdrawn reads nothing, and neither does whoever is left alone', async () => {
    await stage.decide('withdrawSignup', people.second as Person, on.second)
    await runNeedJobs(app)
    expect(await read(people.second)).toEqual({})
    expect(await read(people.first)).toEqual({})
  })
})

test('nothing of it is in the log, in a job or in a notice', async () => {
  on.second = (await stage.take(people.second as Person, on.task)).id
  await runNeedJobs(app)
  await read(people.second)
  const { rows } = await app.database.pool.query(
    `SELECT payload::text AS text FROM graphile_worker._private_jobs UNION ALL SELECT n::text FROM notices n
     UNION ALL SELECT t::text FROM tasks t UNION ALL SELECT c::text FROM cases c UNION ALL SELECT e::text FROM case_events e`,
  )
  expect(found(JSON.stringify(rows))).toEqual([])
  expect(found(app.logged())).toEqual([])
})
