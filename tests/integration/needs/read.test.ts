/** What a need is about and where is read on record, while it is open, and stands nowhere else in clear. */
import { expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { askForHelp, needStage, wantedHelp } from '../../support/needs'
import { act } from '../../support/story'
import { untilWaiting } from '../../support/waiting'
import { here, type Person } from '../../support/world'

const app = await testApp()
const stage = needStage(app)
const { seenBy, decide } = stage

test('staff read what it is about on record, and only while it is open', async () => {
  const { id } = await askForHelp(app, stage.party)
  const { facts } = await seenBy(stage.staff, id)
  expect(facts).toMatchObject({ wish: null, place: null, helper: null })
  const read = async (who: Person) =>
    app.call('readNeed', { params: { id }, token: (await fresh(app, who)).token })
  expect((await read(stage.staff)).body).toEqual({
    wish: wantedHelp().wish,
    place: '北门小区 3 栋 402',
    helper: null,
    person: null,
    phone: null,
  })
  const records = await app.database.pool.query(
    `SELECT reader_name AS name, tag FROM access_records WHERE case_id = $1`,
    [id],
  )
  expect(records.rows).toEqual([{ name: '杨会琼', tag: 'contact' }])
  await decide('refuseNeed', stage.staff, id, { note: '请拨打 120' })
  expect((await read(stage.staff)).problem.code).toBe('contact_not_justified')
  expect((await read(stage.party)).status).toBe(200)
})

test('whoever reads it on record reads what is still open: its end waits', async () => {
  const { id } = await askForHelp(app, stage.party)
  const holder = await app.database.pool.connect()
  await holder.query('BEGIN; LOCK TABLE access_records IN EXCLUSIVE MODE')
  const reading = app.call('readNeed', { params: { id }, token: stage.staff.token })
  await untilWaiting(app.database.pool, 1)
  // The end of it waits for whoever is reading it on record.
  const refusing = act(app, 'refuseNeed', stage.township, id, { body: { note: '社区没有合适的人' } })
  await untilWaiting(app.database.pool, 2).finally(async () => {
    await holder.query('COMMIT')
    holder.release()
  })
  expect([(await reading).status, (await refusing).status]).toEqual([200, 200])
})

test('what is sealed is in no list, no log and no table in clear', async () => {
  const marker = '标记过的一句话'
  const { id } = await askForHelp(app, stage.party, { wish: marker, place: `${marker}的门牌` })
  const list = await app.call('deskList', { query: { division: here }, token: stage.staff.token })
  const mine = await app.call('listMyCases', { query: { show: 'open' }, token: stage.party.token })
  for (const { status, body } of [list, mine]) {
    expect([status, JSON.stringify(body).includes(id)]).toEqual([200, true])
    expect(JSON.stringify(body)).not.toContain(marker)
  }
  expect(app.logged()).not.toContain(marker)
  const { rows } = await app.database.pool.query<{ row: string }>('SELECT n::text AS row FROM needs n')
  expect(rows.map(({ row }) => row).join('\n')).not.toContain(marker)
})
