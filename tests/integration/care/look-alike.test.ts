import { describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { makeDoorCode, makeDoorPerson, moveTo, clock } from '../../support/care'
import { record, send } from '../../support/care-day'
import { ok } from '../../support/story'
import type { Person } from '../../support/world'
import { theDoor } from './door'

const app = await testApp()
const at = theDoor(app)
const s = at.stage

type By = Parameters<typeof record>[1]
const about = at.about
const release = async (who: Person, by: object, looked?: { personId: string; same: boolean }[]) => {
  const sent = record(app, { kind: 'release', ...at.about(), by, ...(looked && { looked }) } as By)
  const [outcome] = await send(app, who, sent)
  return outcome
}
const override = (name: string) => ({
  method: 'override',
  name,
  relation: 'relative',
  called: '妈妈',
  reason: '妈妈来电',
})
const bar = (name: string) => makeDoorPerson(app, s.child.childId, { kind: 'barred', name })
const lookedAt = async (): Promise<unknown> => {
  const { rows } = await app.database.pool.query<{ record_id: string; detail_enc: string }>(
    `SELECT d.record_id, d.detail_enc FROM care_details d JOIN care_records r ON r.id = d.record_id WHERE r.case_id = $1 AND r.kind = 'released'`,
    [s.child.caseId],
  )
  return rows.map(
    (row) =>
      (
        JSON.parse(app.deps.cipher.decrypt('care_details.detail_enc', row.record_id, row.detail_enc)) as {
          looked?: unknown
        }
      ).looked,
  )
}

describe('who is almost a barred person', () => {
  test('waits for a look: both names and what is alike are said, and nothing is written or told', async () => {
    const barred = await bar('刘建军')
    const outcome = await release(s.leader, override('刘健军'))
    expect(outcome).toMatchObject({
      outcome: 'refused',
      refusal: 'person_alike',
      alike: [{ personId: barred, said: '刘健军', name: '刘建军', alike: ['one_character', 'pinyin'] }],
    })
    expect(JSON.stringify(outcome)).not.toMatch(/barred|note/)
    expect(await at.kinds()).toEqual(['present'])
    expect(await at.told('barred_person_seen')).toEqual([])
  })

  test('goes with the child when a carer says that it is somebody else, and that is on the record', async () => {
    const personId = await bar('刘建军')
    expect(await release(s.leader, override('刘健军'), [{ personId, same: false }])).toMatchObject({
      outcome: 'kept',
    })
    expect(await lookedAt()).toEqual([[{ name: '刘建军', same: false }]])
  })

  test('is barred when a carer says that it is the same person', async () => {
    const personId = await bar('刘建军')
    const outcome = await release(s.leader, override('刘健军'), [{ personId, same: true }])
    expect(outcome).toMatchObject({ outcome: 'refused', refusal: 'person_barred' })
    expect(await at.told('barred_person_seen')).not.toEqual([])
  })

  test.each(['listed', 'code'])('is looked at however they come: %s', async (way) => {
    await bar('刘建军')
    const by =
      way === 'listed'
        ? { method: 'listed', personId: await makeDoorPerson(app, s.child.childId, { name: '刘建君' }) }
        : { method: 'code', code: await makeDoorCode(app, s.child.childId, { name: '刘 建·均' }) }
    expect(await release(s.carer, by)).toMatchObject({ outcome: 'refused', refusal: 'person_alike' })
    // The code is not spent by a look.
    const [barred] = (await release(s.carer, by))?.alike ?? []
    expect(await release(s.carer, by, [{ personId: barred?.personId ?? '', same: false }])).toMatchObject({
      outcome: 'kept',
    })
  })

  test('and an answer about somebody else is no answer', async () => {
    await bar('刘建军')
    const other = await makeDoorPerson(app, s.child.childId, { name: '王芳' })
    expect(await release(s.leader, override('刘健军'), [{ personId: other, same: false }])).toMatchObject({
      refusal: 'person_alike',
    })
  })

  test('whose child went an hour ago without network is on the record with the name, and nobody is asked', async () => {
    await bar('刘建军')
    const sent = record(app, { kind: 'release', ...at.about(), by: override('刘健军') } as By)
    await moveTo(app, clock('18:10'), s.leader)
    expect((await send(app, s.leader, sent))[0]).toMatchObject({ outcome: 'kept' })
    expect(await lookedAt()).toEqual([[{ name: '刘建军', same: null }]])
  })
})

test('a device whose clock is slow is asked like any other, if it says its time', async () => {
  await bar('刘建军')
  const now = app.clock.now().getTime()
  const slow = (minutes: number): string => new Date(now - minutes * 60_000).toISOString()
  const said = async (at: string, sentAt: string) => {
    const sent = { ...record(app, { kind: 'release', ...about(), by: override('刘健军') } as By), at }
    const body = { records: [sent], sentAt }
    const { outcomes } = await ok(
      app.call<{ outcomes: { refusal: string | null }[] }>('sendCareRecords', {
        body,
        token: s.leader.token,
      }),
    )
    return outcomes[0]?.refusal
  }
  expect(await said(slow(6), slow(6))).toBe('person_alike')
  expect(await said(slow(6), slow(0))).toBe(null)
})

test('whom a leader lets in and who is almost listed is looked at too; the same person goes as listed', async () => {
  const personId = await makeDoorPerson(app, s.child.childId, { name: '赵秀英' })
  expect(await release(s.leader, override('赵秀莹'))).toMatchObject({
    refusal: 'person_alike',
    alike: [{ personId, name: '赵秀英' }],
  })
  expect(await release(s.leader, override('赵秀莹'), [{ personId, same: true }])).toMatchObject({
    outcome: 'kept',
  })
})

test('names that are far apart stop nobody', async () => {
  await bar('刘建军')
  expect(await release(s.leader, override('王丽'))).toMatchObject({ outcome: 'kept' })
})

test.each([
  ['阿里木·买买提', '阿里木∙买买提'],
  ['张伟', '张\u200b伟'],
  ['张伟', '張偉'],
  ['张伟', '张\u00ad伟'],
])('barred as %s is barred as %j', async (barred, comes) => {
  await bar(barred)
  expect(await release(s.leader, override(comes))).toMatchObject({ refusal: 'person_barred' })
})
