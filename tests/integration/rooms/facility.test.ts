/** A facility as a whole: who opens its door, what holidays close, where it is; and the partner unit that runs it. */
import { describe, expect, test } from 'vitest'
import type { DeskFacility, RoomHits, RoomPlanned } from '../../../bff/contracts/src/room-desk'
import type { Room } from '../../../bff/contracts/src/rooms'
import { testApp } from '../../support/app'
import { roomDeskStage } from '../../support/room-desk'
import { facilityPlan, roomPlan } from '../../support/room-plans'
import { book, ok } from '../../support/story'
import { here, makePerson, makeRoom, nextDoor, wish } from '../../support/world'

const app = await testApp()
const { pool } = app.database
const { people, call, list, planOf, edit, room, facilityWith } = roomDeskStage(app)

test('whoever opens the door is sealed, kept where nothing is said, and taken out by name', async () => {
  const keeper = { name: '李师傅', phone: '139 0000 0001' }
  const made = await facilityWith({ keeper })
  expect(made.hasKeeper).toBe(true)
  const sealed = async () =>
    (
      await pool.query<{ name: string | null }>(
        'SELECT keeper_name_enc AS name FROM facilities WHERE id = $1',
        [made.id],
      )
    ).rows[0]?.name
  expect(await sealed()).not.toContain('李师傅')
  const kept = await ok(
    call<DeskFacility>('editFacility', people.staff, { id: made.id }, { ...facilityPlan(), version: 1 }),
  )
  expect(kept).toMatchObject({ hasKeeper: true, version: 2 })
  const gone = await ok(
    call<DeskFacility>(
      'editFacility',
      people.staff,
      { id: made.id },
      { ...facilityPlan(), version: 2, keeper: null },
    ),
  )
  expect([gone.hasKeeper, await sealed()]).toEqual([false, null])
})

describe('public holidays', () => {
  test('that would close what is booked are named as hits of the facility', async () => {
    const id = await makeRoom(app, { holidays: 'open', horizonDays: 60 })
    const { id: caseId } = await book(app, people.party, wish(id, 10, 11, '2027-01-01'))
    const facility = await planOf(id)
    const body = { ...facilityPlan(), version: 1 }
    const refused = await call('editFacility', people.staff, { id: facility.facility.id }, body)
    expect(refused.problem).toMatchObject({
      code: 'room_change_hits',
      facts: { hits: [{ caseId, why: ['closed'] }] },
    })
    const mark = (refused.problem.facts as RoomHits | undefined)?.mark
    await ok(
      call('editFacility', people.staff, { id: facility.facility.id }, { ...body, acknowledged: mark }),
    )
    expect((await room(id)).policy.holidays).toBe('closed')
  })
})

describe('a people.partner unit', () => {
  const ownHall = async () => {
    const facility = await facilityWith({
      name: '烟草公司职工活动厅',
      kind: 'partner_hall',
      ownerId: people.partner.accountId,
    })
    const added = await ok(
      call<RoomPlanned>('addRoom', people.staff, { id: facility.id }, { room: roomPlan() }),
    )
    return { facility, id: added.id }
  }

  test('sees and changes what it runs, closes it, and sees what is booked without anybody’s name', async () => {
    const { facility, id } = await ownHall()
    expect(facility.owner).toEqual({ id: people.partner.accountId, name: '烟草公司何玉兰' })
    const seen = await list(people.partner)
    expect([seen.isStaff, seen.facilities.map((f) => f.id)]).toEqual([false, [facility.id]])
    await ok(edit(id, { rules: '不抽烟' }, 1, {}, people.partner))
    await book(app, people.party, wish(id))
    expect((await ok(call<{ total: number }>('listRoomAhead', people.partner, { id }))).total).toBe(1)
    const closing = { startsAt: '2026-12-01T01:00:00Z', endsAt: '2026-12-01T03:00:00Z', reason: '检修' }
    await ok(call('addClosure', people.partner, { id }, closing))
    const asPartner = await ok(app.call<Room>('getRoom', { params: { id }, token: people.partner.token }))
    expect(asPartner.canManage).toBe(true)
  })

  test('runs nothing else, adds no facility, and says of none who runs it', async () => {
    const { facility } = await ownHall()
    const other = await makeRoom(app)
    expect((await edit(other, {}, 1, {}, people.partner)).status).toBe(404)
    expect((await call('addFacility', people.partner, { code: here }, facilityPlan())).status).toBe(404)
    const given = { ...facilityPlan(), version: 1, ownerId: null }
    expect((await call('editFacility', people.partner, { id: facility.id }, given)).problem.code).toBe(
      'not_allowed',
    )
  })

  test('runs nothing any more once it is no people.partner unit', async () => {
    const { id } = await ownHall()
    await pool.query('UPDATE grants SET revoked_at = now() WHERE account_id = $1', [people.partner.accountId])
    expect((await edit(id, {}, 1, {}, people.partner)).status).toBe(404)
    expect((await list()).facilities.flatMap((f) => f.owner ?? []).map((o) => o.id)).not.toContain(
      people.partner.accountId,
    )
  })

  test('is one of the community, or it is refused', async () => {
    const away = await makePerson(app, { name: '别处', grants: [['partner_unit', nextDoor]] })
    const tried = await call(
      'addFacility',
      people.staff,
      { code: here },
      facilityPlan({ ownerId: away.accountId }),
    )
    expect(tried.problem.code).toBe('owner_unknown')
  })
})

test('a position with its numbers the wrong way round is noticed', async () => {
  const { problem } = await call(
    'addFacility',
    people.staff,
    { code: here },
    facilityPlan({ position: { longitude: 25.03, latitude: 101.54 } }),
  )
  expect(problem.errors?.map(({ path, code }) => [path, code])).toEqual([
    ['body.position.longitude', 'position_abroad'],
    ['body.position.latitude', 'position_abroad'],
  ])
})
