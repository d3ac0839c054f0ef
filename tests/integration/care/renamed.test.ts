/** A bar knows a person whatever they are called later, and takes no other's name for theirs. */
import { beforeEach, describe, expect, test } from 'vitest'
import { consentVersion } from '../../../bff/contracts/src/children'
import { codeTo, newPhone } from '../../support/accounts'
import { testApp } from '../../support/app'
import { makeDoorPerson } from '../../support/care'
import { childrenSeen, daysOf, ids, record, send } from '../../support/care-day'
import { linkOf, verify } from '../../support/care-guardians'
import { ofChild } from '../../support/children'
import { ok } from '../../support/story'
import { signIn, type Person } from '../../support/world'
import { theDoor } from './door'

const app = await testApp()
const at = theDoor(app)
const s = at.stage
const { pool } = app.database

const rename = (who: Person, name: string) => ok(app.call('updateMe', { body: { name }, token: who.token }))
const renumber = async (who: Person): Promise<void> => {
  const phone = newPhone()
  await ok(app.call('changePhone', { body: { phone, code: await codeTo(app, phone) }, token: who.token }))
}
const numberOf = async (who: Person): Promise<string> => {
  const { rows } = await pool.query<{ phone_enc: string }>('SELECT phone_enc FROM accounts WHERE id = $1', [
    who.accountId,
  ])
  return app.deps.cipher.decrypt('accounts.phone_enc', who.accountId, rows[0]?.phone_enc ?? '')
}
const kindsRead = async (who: Person) =>
  (await daysOf(app, who, s.child.childId)).flatMap((day) => day.records.map((r) => r.kind))
const bar = (who: Person, name: string) =>
  ofChild<{ id: string }>(app, 'barPerson', who, s.child.childId, { body: { name } })
const agree = async () => {
  const body = { version: consentVersion, decision: 'granted' }
  await ok(ofChild(app, 'decideConsent', s.mother, s.child.childId, { body }))
}

describe('a guardian who is barred', () => {
  let link: string
  beforeEach(async () => {
    ;[, link = ''] = await verify(app, s.child.childId, s.mother, s.father)
  })

  const isKnown = async (barredId: string): Promise<void> => {
    expect(await at.byGuardian(link)).toBe('person_barred')
    expect(await at.told('barred_person_seen')).toEqual(ids(s.mother, s.leader, s.staff))
    expect(await kindsRead(s.father)).toEqual(['present'])
    const [seen] = await childrenSeen(app, s.carer)
    expect(seen?.guardians.find((g) => g.id === link)?.barredAs).toBe(barredId)
  }

  test('and renames the account, twice, is barred as before and reads nothing of it', async () => {
    const barredId = await makeDoorPerson(app, s.child.childId, { kind: 'barred', name: '爸爸' })
    await rename(s.father, '老周')
    await rename(s.father, '老吴')
    await isKnown(barredId)
  })

  test('and takes another number is barred by the one before', async () => {
    const phone = await numberOf(s.father)
    const barredId = await makeDoorPerson(app, s.child.childId, { kind: 'barred', name: '某某', phone })
    await renumber(s.father)
    await renumber(s.father)
    await isKnown(barredId)
  })

  test('by a name that the account had before the bar', async () => {
    await rename(s.father, '老周')
    await isKnown(await makeDoorPerson(app, s.child.childId, { kind: 'barred', name: '爸爸' }))
  })

  test('and is called otherwise now is told of no other bar', async () => {
    await agree()
    await makeDoorPerson(app, s.child.childId, { kind: 'barred', name: '爸爸' })
    await rename(s.father, '老周')
    await ok(bar(s.mother, '王五'))
    const { rows } = await pool.query(
      `SELECT FROM notices WHERE account_id = $1 AND kind = 'guardian_bar_set'`,
      [s.father.accountId],
    )
    expect(rows).toEqual([])
    const { document, page } = await ok(
      ofChild<{ document: object; page: string }>(app, 'exportChild', s.father, s.child.childId),
    )
    expect(JSON.stringify([document, page])).not.toMatch(/王五/)
  })
})

test('the control: who is not barred takes the child home under another name and number', async () => {
  const [, link = ''] = await verify(app, s.child.childId, s.mother, s.father)
  await makeDoorPerson(app, s.child.childId, { kind: 'barred', name: '王五', phone: newPhone() })
  await rename(s.father, '老周')
  await renumber(s.father)
  expect(await at.byGuardian(link)).toBe('kept')
})

describe('the name that an account gave itself', () => {
  test.each([true, false])(
    'keeps nobody from being barred, verified %s; the one that staff saw does',
    async (known) => {
      await verify(app, s.child.childId, s.mother)
      if (!known)
        await pool.query('UPDATE guardians SET known_at = NULL WHERE account_id = $1', [s.father.accountId])
      await agree()
      await rename(s.father, '王五')
      expect((await bar(s.mother, '王五')).status).toBe(201)
      expect((await bar(s.mother, '爸爸')).problem.code).toBe(known ? 'person_is_guardian' : undefined)
    },
  )
})

describe('another birth date, given by the other guardian', () => {
  beforeEach(async () => {
    await verify(app, s.child.childId, s.mother, s.father)
    await agree()
  })
  const corrected = () =>
    ok(ofChild(app, 'changeChild', s.father, s.child.childId, { body: { birthDate: '2017-05-22' } }))

  test('takes no bar out of a guardian’s hand, and leaves nobody at the door', async () => {
    const { id: first } = await ok(bar(s.mother, '王五'))
    await corrected()
    await ok(bar(s.mother, '赵六'))
    await ok(ofChild(app, 'unbarPerson', s.mother, first))
    // Also where staff have seen the papers of the other anew.
    await verify(app, s.child.childId, s.father)
    await ok(bar(s.mother, '钱七'))
    const link = await linkOf(app, s.child.childId, s.mother)
    const [seen] = await childrenSeen(app, await signIn(app.deps, s.carer.accountId))
    expect(seen?.guardians.find((g) => g.id === link)?.verified).toBe(true)
    expect(await at.byGuardian(link)).toBe('kept')
  })

  test('makes no guardian of whom staff have never known', async () => {
    await pool.query(
      'UPDATE guardians SET verified_at = NULL, verified_by = NULL, known_at = NULL WHERE id = $1',
      [await linkOf(app, s.child.childId, s.father)],
    )
    expect(await at.byGuardian(await linkOf(app, s.child.childId, s.father))).toBe('guardian_not_verified')
    expect((await bar(s.father, '王五')).problem.code).toBe('guardian_not_verified')
  })
})

test('a name that is a dash less is looked at, and one whose hash is of an older form is barred', async () => {
  const { childId } = s.child
  const dashed = await makeDoorPerson(app, childId, { name: '丁—' })
  const barredId = await makeDoorPerson(app, childId, { kind: 'barred', name: '丁一' })
  const released = (personId: string) =>
    send(app, s.carer, record(app, { kind: 'release', ...at.about(), by: { method: 'listed', personId } }))
  expect((await released(dashed)).map((o) => o.refusal)).toEqual(['person_alike'])
  const same = await makeDoorPerson(app, childId, { name: '丁 一' })
  await pool.query(`UPDATE pickup_people SET name_hash = sha256('older') WHERE id = $1`, [barredId])
  expect((await released(same)).map((o) => o.refusal)).toEqual(['person_barred'])
})
