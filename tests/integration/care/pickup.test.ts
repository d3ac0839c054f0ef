import { describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { makeDoorCode, makeDoorPerson, makePlaced } from '../../support/care'
import { childrenSeen, ids, record, send } from '../../support/care-day'
import { type Person } from '../../support/world'
import { theDoor } from './door'

const app = await testApp()
const at = theDoor(app)
const s = at.stage

describe('a listed person', () => {
  test('takes the child home; both guardians are told, and nobody else', async () => {
    expect(await at.listed(await makeDoorPerson(app, s.child.childId))).toBe('kept')
    expect(await at.told('child_released')).toEqual(ids(s.mother, s.father))
    const [seen] = await childrenSeen(app, s.carer)
    expect(seen).toMatchObject({
      mark: 'released',
      release: { person: '外婆赵秀英', method: 'listed', by: '王老师' },
    })
  })

  test('is good on the first and the last day of the period, and on no other', async () => {
    for (const [from, to] of [
      ['2026-11-24', undefined],
      ['2026-10-02', '2026-11-22'],
    ] as const) {
      const person = await makeDoorPerson(app, s.child.childId, {
        from,
        ...(to && { to }),
        name: `外婆${from}`,
      })
      expect(await at.listed(person)).toBe('person_not_valid_today')
    }
    expect(await at.refusals()).toEqual(['person_not_valid_today', 'person_not_valid_today'])
    const whole = await makeDoorPerson(app, s.child.childId, { from: '2026-11-23', to: '2026-11-23' })
    expect(await at.listed(whole)).toBe('kept')
  })

  test('of another child is not listed', async () => {
    const other = await makePlaced(app, s.programme)
    expect(await at.listed(await makeDoorPerson(app, other.childId))).toBe('person_not_listed')
    expect(await at.refusals()).toEqual(['person_not_listed'])
    expect(await at.told('release_refused')).toEqual(ids(s.mother, s.father, s.leader, s.staff))
  })

  test('who was taken off the list is not listed', async () => {
    const person = await makeDoorPerson(app, s.child.childId)
    await app.database.pool.query('UPDATE pickup_people SET ended_at = now() WHERE id = $1', [person])
    expect(await at.listed(person)).toBe('person_not_listed')
  })
})

describe('a barred person', () => {
  const bar = (name = '刘某某', number?: string) =>
    makeDoorPerson(app, s.child.childId, { kind: 'barred', name, ...(number && { phone: number }) })

  test('who is seen raises an alert that looks like any record to the carer', async () => {
    const personId = await bar()
    const [outcome] = await send(app, s.carer, record(app, { kind: 'barred_seen', ...at.about(), personId }))
    expect(outcome).toMatchObject({ outcome: 'kept', refusal: null })
    expect(await at.told('barred_person_seen')).toEqual(ids(s.mother, s.father, s.leader, s.staff))
    expect(await at.kinds()).toEqual(['present', 'barred_seen'])
  })

  test.each(['listed', 'code', 'override'])('is refused whatever the way: %s', async (way) => {
    const personId = await bar('刘 某·某', '13911112222')
    if (way === 'listed') {
      expect(await at.listed(personId)).toBe('person_barred')
      const sameName = await makeDoorPerson(app, s.child.childId, { name: '刘某某' })
      expect(await at.listed(sameName)).toBe('person_barred')
      const sameNumber = await makeDoorPerson(app, s.child.childId, { name: '刘二', phone: '13911112222' })
      expect(await at.listed(sameNumber)).toBe('person_barred')
    }
    if (way === 'code') {
      const code = await makeDoorCode(app, s.child.childId, { name: '刘某某' })
      expect(await at.byCode(code)).toBe('person_barred')
    }
    if (way === 'override') expect(await at.overridden(s.leader, '刘某某')).toBe('person_barred')
    expect(new Set(await at.refusals())).toEqual(new Set(['person_barred']))
    expect(await at.told('child_released')).toEqual([])
    const alerted = new Set(await at.told('barred_person_seen'))
    expect([...alerted].sort()).toEqual(
      way === 'override' ? ids(s.mother, s.father, s.staff) : ids(s.mother, s.father, s.leader, s.staff),
    )
  })

  test('who is a guardian is told nothing of what was seen at the door', async () => {
    await bar('爸爸')
    expect(await at.byCode('000001')).toBe('code_wrong')
    expect(await at.told('release_refused')).toEqual(ids(s.mother, s.leader, s.staff))
    const shown = async (who: Person) => {
      const { body } = await app.call<{ days: { records: { kind: string }[] }[] }>('getChildDays', {
        params: { id: s.child.childId },
        token: who.token,
      })
      return body.days.flatMap((d) => d.records.map((r) => r.kind)).sort()
    }
    expect(await shown(s.mother)).toEqual(['present', 'refused'])
    expect(await shown(s.father)).toEqual(['present'])
  })
})
