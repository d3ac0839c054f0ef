import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { makeDoorCode, makeDoorPerson, makePlaced } from '../../support/care'
import { childrenSeen, daysOf, ids, record, send } from '../../support/care-day'
import { verify } from '../../support/care-guardians'
import { ofChild } from '../../support/children'
import { ok } from '../../support/story'
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

  test('is somebody who is barred from this child: no alarm names a person of the list, another child’s, or nobody', async () => {
    const other = await makePlaced(app, s.programme)
    const wrong = [
      await makeDoorPerson(app, s.child.childId),
      await makeDoorPerson(app, other.childId, { kind: 'barred', name: '刘某某' }),
      randomUUID(),
    ]
    for (const personId of wrong) {
      const [outcome] = await send(
        app,
        s.carer,
        record(app, { kind: 'barred_seen', ...at.about(), personId }),
      )
      expect(outcome).toMatchObject({ outcome: 'refused', refusal: null })
    }
    expect(await at.kinds()).toEqual(['present'])
    expect(await at.told('barred_person_seen')).toEqual([])
    // It was so when it was written: the bar was lifted while the record was on its way.
    const lifted = await bar()
    await app.database.pool.query('UPDATE pickup_people SET ended_at = now() WHERE id = $1', [lifted])
    const late = record(app, { kind: 'barred_seen', ...at.about(), personId: lifted })
    expect(await send(app, s.carer, late)).toMatchObject([{ outcome: 'kept' }])
  })

  test('who is recognised is named to the guardian who set the bar, and to no other', async () => {
    await verify(app, s.child.childId, s.mother, s.father)
    const personId = await bar('标记恶人', '13911112222')
    const sameNumber = await makeDoorPerson(app, s.child.childId, { name: '标记熟人', phone: '13911112222' })
    await send(app, s.carer, record(app, { kind: 'barred_seen', ...at.about(), personId }))
    for (const one of [personId, sameNumber]) expect(await at.listed(one)).toBe('person_barred')
    expect(await at.listed(randomUUID())).toBe('person_not_listed')
    const read = async (who: Person) => {
      const { page, document } = await ok(
        ofChild<{ page: string; document: { careRecords: object[] } }>(
          app,
          'exportChild',
          who,
          s.child.childId,
        ),
      )
      const days = await daysOf(app, who, s.child.childId)
      const people = days.flatMap((d) => d.records.filter((r) => r.kind !== 'present').map((r) => r.person))
      // Whom the father may pick up with stands on the list that he reads, too.
      const texts = [JSON.stringify(days), page, JSON.stringify(document)]
      return { people: people.sort(), named: texts.map((text) => text.includes('标记恶人')) }
    }
    expect(await read(s.mother)).toEqual({
      people: [null, '标记恶人', '标记恶人', '标记熟人'],
      named: [true, true, true],
    })
    expect(await read(s.father)).toEqual({ people: [null, null, null, null], named: [false, false, false] })
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
