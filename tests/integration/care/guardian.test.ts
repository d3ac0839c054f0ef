import { describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { clock, makeDoorPerson, makePlaced, moveTo } from '../../support/care'
import { childrenSeen, daysOf, ids, record, send } from '../../support/care-day'
import { linkOf, verify } from '../../support/care-guardians'
import { ofChild } from '../../support/children'
import { ok } from '../../support/story'
import { together, values } from '../../support/together'
import { makePerson, type Person } from '../../support/world'
import { theDoor } from './door'

const app = await testApp()
const at = theDoor(app)
const s = at.stage

const verified = async () => (await verify(app, s.child.childId, s.mother))[0] ?? ''

/** The father's link as it is before staff have seen his papers. */
async function unknown(): Promise<string> {
  const link = await linkOf(app, s.child.childId, s.father)
  await app.database.pool.query('UPDATE guardians SET known_at = NULL WHERE id = $1', [link])
  return link
}

interface Came {
  id: string
  kind: string
  guardian_id: string | null
  detail_enc: string | null
}
/** The last release or refusal in the books, with what was sealed beside it. */
async function lastAtDoor() {
  const { rows } = await app.database.pool.query<Came>(
    `SELECT r.id, r.kind, r.guardian_id, d.detail_enc FROM care_records r LEFT JOIN care_details d ON d.record_id = r.id
     WHERE r.case_id = $1 AND r.kind IN ('released', 'refused') ORDER BY r.received_at DESC LIMIT 1`,
    [s.child.caseId],
  )
  const [row] = rows
  const sealed = row?.detail_enc
  const opened = sealed && app.deps.cipher.decrypt('care_details.detail_enc', row.id, sealed)
  return {
    kind: row?.kind,
    link: row?.guardian_id,
    detail: opened ? (JSON.parse(opened) as unknown) : null,
  }
}

describe('a verified guardian', () => {
  test('takes the child home without being listed; the record names them, and they are told', async () => {
    const link = await verified()
    expect(await at.byGuardian(link)).toBe('kept')
    expect(await at.told('child_released')).toEqual(ids(s.mother))
    expect(await lastAtDoor()).toEqual({
      kind: 'released',
      link,
      detail: { person: '妈妈', relation: 'mother' },
    })
    const [seen] = await childrenSeen(app, s.carer)
    expect(seen).toMatchObject({
      mark: 'released',
      release: { person: '妈妈', relation: 'mother', method: 'guardian', by: '王老师' },
    })
  })

  test('is named to the family as what they are to the child', async () => {
    await at.byGuardian(await verified())
    const [day] = await daysOf(app, s.mother, s.child.childId)
    expect(day?.records.at(-1)).toMatchObject({
      kind: 'released',
      person: '妈妈',
      relation: 'mother',
      method: 'guardian',
    })
  })

  test('without a name in their account takes the child home as well', async () => {
    await app.database.pool.query('UPDATE accounts SET name_enc = NULL WHERE id = $1', [s.mother.accountId])
    expect(await at.byGuardian(await verified())).toBe('kept')
    expect((await lastAtDoor()).detail).toEqual({ relation: 'mother' })
  })

  test('is shown to carers as one who may come, the other as one who may not yet', async () => {
    const link = await verified()
    const other = await unknown()
    const [seen] = await childrenSeen(app, s.carer)
    expect(seen?.guardians.map(({ id, verified, barredAs }) => ({ id, verified, barredAs }))).toEqual([
      { id: link, verified: true, barredAs: null },
      { id: other, verified: false, barredAs: null },
    ])
  })

  test('is handed the child by a carer on duty in its class alone', async () => {
    const link = await verified()
    expect(await at.byGuardian(link, s.offDuty)).toBe('not_on_duty')
    expect(await at.byGuardian(link, s.neighbour)).toBe('other_class')
    expect(await at.byGuardian(link, s.mother)).toBe('not_on_duty')
    expect(await at.kinds()).toEqual(['present', 'refused', 'refused'])
  })

  test('is handed the child once, whoever else is there', async () => {
    const link = await verified()
    const listed = await makeDoorPerson(app, s.child.childId)
    const said = values(await together(6, (n) => (n % 2 ? at.byGuardian(link) : at.listed(listed, s.leader))))
    expect(said.filter((one) => one === 'kept')).toHaveLength(1)
    expect(said.filter((one) => one === 'child_already_released')).toHaveLength(5)
  })
})

describe('is refused, and it is recorded:', () => {
  test('a guardian whom staff have not verified; those who must know are told', async () => {
    await verified()
    const link = await unknown()
    expect(await at.byGuardian(link)).toBe('guardian_not_verified')
    expect(await at.refusals()).toEqual(['guardian_not_verified'])
    expect(await lastAtDoor()).toMatchObject({ link, detail: { person: '爸爸', relation: 'mother' } })
    expect(await at.told('release_refused')).toEqual(ids(s.mother, s.leader, s.staff))
    expect(await at.told('child_released')).toEqual([])
  })

  test('one whose link was ended', async () => {
    const link = await verified()
    await app.database.pool.query('UPDATE guardians SET ended_at = now() WHERE id = $1', [link])
    expect(await at.byGuardian(link)).toBe('person_not_listed')
    expect((await childrenSeen(app, s.carer))[0]?.guardians.map((g) => g.id)).not.toContain(link)
  })

  test('another child’s guardian, who is not named in the books of this one', async () => {
    const stranger = await makePerson(app, { name: '别人的妈妈' })
    const other = await makePlaced(app, s.programme, { guardians: [stranger] })
    const [link = ''] = await verify(app, other.childId, stranger)
    expect(await at.byGuardian(link)).toBe('person_not_listed')
    expect(await lastAtDoor()).toEqual({ kind: 'refused', link: null, detail: {} })
  })

  test.each<[string, object]>([
    ['by name', { name: '妈 妈' }],
    ['by telephone', { name: '某某' }],
  ])('a guardian who is barred %s, verified or not; they hear nothing of it', async (way, wish) => {
    const phone = (await childrenSeen(app, s.carer))[0]?.guardians[0]?.phone ?? ''
    const same = way === 'by telephone' ? { phone } : {}
    const barredId = await makeDoorPerson(app, s.child.childId, { kind: 'barred', ...wish, ...same })
    const link = await linkOf(app, s.child.childId, s.mother)
    expect(await at.byGuardian(link)).toBe('person_barred')
    await verified()
    expect(await at.byGuardian(link)).toBe('person_barred')
    expect(await at.told('child_released')).toEqual([])
    expect(new Set(await at.told('barred_person_seen'))).toEqual(new Set(ids(s.father, s.leader, s.staff)))
    const [seen] = await childrenSeen(app, s.carer)
    expect(seen?.guardians.map((g) => g.barredAs)).toEqual([barredId, null])
    const days = await daysOf(app, s.mother, s.child.childId)
    expect(days[0]?.records.map((r) => r.kind)).toEqual(['present'])
  })
})

test('who is barred does not see either that somebody looked because they came; the other guardian does', async () => {
  const [, his = ''] = await verify(app, s.child.childId, s.mother, s.father)
  await makeDoorPerson(app, s.child.childId, { kind: 'barred', name: '爸爸' })
  const looks = async (who: Person) => {
    const { records } = await ok(
      ofChild<{ records: unknown[] }>(app, 'listChildAccess', who, s.child.childId),
    )
    const { document } = await ok(
      ofChild<{ document: { accessRecords: unknown[] } }>(app, 'exportChild', who, s.child.childId),
    )
    return [records.length, document.accessRecords.length]
  }
  const before = [await looks(s.mother), await looks(s.father)]
  expect(await at.byGuardian(his)).toBe('person_barred')
  const { rows } = await app.database.pool.query<{ id: string }>(
    `SELECT id FROM care_alerts WHERE child_id = $1 AND kind = 'barred'`,
    [s.child.childId],
  )
  await ok(app.call('getCareAlert', { params: { id: rows[0]?.id ?? '' }, token: s.leader.token }))
  expect(await looks(s.father)).toEqual(before[1])
  expect(await looks(s.mother)).toEqual([1, 2].map((more, k) => more + (before[0]?.[k] ?? 0)))
})

test('what was written without network arrives later, is judged anew, and is kept once', async () => {
  const link = await verified()
  const by = { method: 'guardian', guardianId: link } as const
  const released = record(app, { kind: 'release', ...at.about(), by })
  await moveTo(app, clock('18:20'), s.carer)
  const outcomes = [...(await send(app, s.carer, released)), ...(await send(app, s.carer, released))]
  expect(outcomes.map((o) => o.outcome)).toEqual(['kept', 'kept_before'])
  expect(await at.kinds()).toEqual(['present', 'released'])
  expect(await at.told('child_released')).toHaveLength(1)
})

test('a bar that was set while the tablet had no network counts when the record arrives, however often', async () => {
  const by = { method: 'guardian', guardianId: await verified() } as const
  const released = record(app, { kind: 'release', ...at.about(), by })
  await makeDoorPerson(app, s.child.childId, { kind: 'barred', name: '妈妈' })
  for (let n = 0; n < 2; n++)
    expect((await send(app, s.carer, released)).map((o) => o.refusal)).toEqual(['person_barred'])
  expect(await at.kinds()).toEqual(['present', 'refused'])
})
