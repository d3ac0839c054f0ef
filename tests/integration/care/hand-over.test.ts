import { describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { clock, makeCareProgramme, makeCarer, makeDoorPerson, makeDuty, makePlaced } from '../../support/care'
import { ids, recordsOf, sayOne } from '../../support/care-day'
import { makePerson } from '../../support/world'
import { theDoor } from './door'

const app = await testApp()
const at = theDoor(app)
const s = at.stage

describe('who hands over', () => {
  test('a carer off duty is refused, and it is recorded', async () => {
    expect(await at.listed(await makeDoorPerson(app, s.child.childId), s.offDuty)).toBe('not_on_duty')
    const kept = await recordsOf(app, s.child.caseId)
    expect(kept.at(-1)).toMatchObject({ kind: 'refused', refusal: 'not_on_duty', by_name: '休息的陈老师' })
  })

  test('a carer of another class is refused, and it is recorded', async () => {
    expect(await at.listed(await makeDoorPerson(app, s.child.childId), s.neighbour)).toBe('other_class')
    expect(await at.refusals()).toEqual(['other_class'])
  })

  test('a carer who was taken off duty just now, or whose grant is gone, is refused', async () => {
    const person = await makeDoorPerson(app, s.child.childId)
    await app.database.pool.query('UPDATE care_duties SET ended_at = $1 WHERE account_id = $2', [
      clock('17:30'),
      s.carer.accountId,
    ])
    expect(await at.listed(person)).toBe('not_on_duty')
    await app.database.pool.query('UPDATE grants SET revoked_at = now() WHERE account_id = $1', [
      s.leader.accountId,
    ])
    expect(await at.listed(person, s.leader)).toBe('not_on_duty')
    // Without a grant nobody may write into the books of a child, not even a refusal.
    expect(await at.refusals()).toEqual(['not_on_duty'])
  })

  test('to somebody from the street the child does not exist', async () => {
    const stranger = await makePerson(app)
    const elsewhere = await makeCarer(app, '外乡老师', '532329203206')
    for (const who of [stranger, elsewhere, s.staff, s.mother])
      expect(await at.overridden(who)).toBe('not_on_duty')
    expect(await at.kinds()).toEqual(['present'])
  })

  test('an override is for the duty leader, who says who was called and why; all who must know are told', async () => {
    expect(await at.overridden(s.carer)).toBe('not_duty_leader')
    expect(await at.refusals()).toEqual(['not_duty_leader'])
    expect(await at.overridden(s.leader)).toBe('kept')
    expect(await at.told('child_released')).toEqual(ids(s.mother, s.father))
    expect(await at.told('release_overridden')).toEqual(ids(s.mother, s.father, s.staff))
    const detail = await app.database.pool.query<{ id: string; detail_enc: string }>(
      `SELECT r.id, d.detail_enc FROM care_details d JOIN care_records r ON r.id = d.record_id
       WHERE r.case_id = $1 AND r.kind = 'released'`,
      [s.child.caseId],
    )
    const [row] = detail.rows
    const opened = app.deps.cipher.decrypt('care_details.detail_enc', row?.id ?? '', row?.detail_enc ?? '')
    expect(JSON.parse(opened)).toEqual({
      person: '二叔',
      relation: 'relative',
      called: '妈妈',
      reason: '外婆生病，妈妈来电',
    })
  })

  test('the leader of another class may not override here', async () => {
    await makeDuty(app, s.programme, s.neighbour, { classNo: 2, leader: true })
    expect(await at.overridden(s.neighbour)).toBe('other_class')
  })
})

describe('a child', () => {
  test('that was not called present, or called absent last, is handed to nobody', async () => {
    const other = await makePlaced(app, s.programme)
    const person = await makeDoorPerson(app, other.childId)
    const release = { kind: 'release', sessionId: s.session, childId: other.childId } as const
    const by = { method: 'listed', personId: person } as const
    expect(await sayOne(app, s.carer, { ...release, by })).toBe('child_not_present')
    await sayOne(app, s.carer, {
      kind: 'present',
      sessionId: s.session,
      childId: other.childId,
      at: clock('17:00'),
    })
    await sayOne(app, s.carer, {
      kind: 'absent',
      sessionId: s.session,
      childId: other.childId,
      at: clock('17:10'),
    })
    expect(await sayOne(app, s.carer, { ...release, by })).toBe('child_not_present')
    expect((await recordsOf(app, other.caseId)).filter((r) => r.kind === 'refused')).toHaveLength(2)
  })

  test('without a place, or whose place was given back, is in no class', async () => {
    const gone = await makePlaced(app, s.programme, { state: 'cancelled' })
    const present = { kind: 'present', sessionId: s.session } as const
    expect(await sayOne(app, s.carer, { ...present, childId: gone.childId })).toBe('other_class')
    const never = await makePlaced(app, await makeCareProgramme(app))
    expect(await sayOne(app, s.carer, { ...present, childId: never.childId })).toBe('other_class')
  })
})
