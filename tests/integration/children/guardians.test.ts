import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildTestApp, monday, testApp } from '../../support/app'
import {
  acceptWith,
  childOf,
  invite,
  linkOf,
  linkSecond,
  makeChild,
  ofChild,
  verify,
} from '../../support/children'
import { ok } from '../../support/story'
import { together, values } from '../../support/together'
import { elsewhere, here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let [mother, father, staff, stranger] = [] as unknown as Person[] as [Person, Person, Person, Person]
let id: string

beforeAll(async () => {
  await makeDivisions(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  stranger = await makePerson(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  mother = await makePerson(app, { name: '周敏' })
  father = await makePerson(app, { name: '李强' })
  id = (await makeChild(app, mother)).id
})

const end = (who: Person, linkId: string) =>
  ofChild<Record<string, never>>(app, 'endGuardianship', who, linkId)
const codeOf = (answer: { problem: { code?: string } }) => answer.problem.code

describe('an invitation', () => {
  test('links the second guardian, to whom the child then is their own', async () => {
    const { code, expiresAt } = await ok(
      ofChild<{ code: string; expiresAt: string }>(app, 'inviteGuardian', mother, id, { body: {} }),
    )
    expect([/^\d{8}$/.test(code), expiresAt]).toEqual([true, '2026-11-24T02:12:00.000Z'])
    const summary = await ok(acceptWith(app, father, code))
    expect(summary).toMatchObject({ id, nickname: '小满', verified: false })
    expect(codeOf(await ofChild(app, 'getChild', father, id))).toBe('guardian_not_verified')
    await verify(app, staff, father, id)
    expect((await childOf(app, father, id)).guardians).toMatchObject([
      { mine: false, name: '周敏', relation: 'mother' },
      { mine: true, name: '李强', relation: 'father' },
    ])
  })

  test('is kept as a keyed hash only', async () => {
    const code = await invite(app, mother, id)
    const { rows } = await pool.query<{ row: string }>('SELECT i::text AS row FROM guardian_invitations i')
    expect(rows.map(({ row }) => row).join()).not.toContain(code)
  })

  test('is used once, and its key answers the same again', async () => {
    const [code, key] = [await invite(app, mother, id), randomUUID()]
    const first = await ok(acceptWith(app, father, code, key))
    expect(await ok(acceptWith(app, father, code, key))).toEqual(first)
    expect(codeOf(await acceptWith(app, father, code))).toBe('invitation_wrong')
    expect(codeOf(await acceptWith(app, stranger, code))).toBe('invitation_wrong')
    expect(codeOf(await acceptWith(app, father, '00000000', key))).toBe('idempotency_key_reused')
  })

  test('is not for the one who made it', async () => {
    expect(codeOf(await acceptWith(app, mother, await invite(app, mother, id)))).toBe('invitation_wrong')
  })

  test('is over after a day, and when a new one was made', async () => {
    const old = await invite(app, mother, id)
    const code = await invite(app, mother, id)
    expect(codeOf(await acceptWith(app, father, old))).toBe('invitation_wrong')
    app.clock.set('2026-11-24T02:12:00Z')
    const late = await makePerson(app)
    expect(codeOf(await acceptWith(app, late, code))).toBe('invitation_wrong')
    app.clock.set('2026-11-24T02:11:59Z')
    expect((await acceptWith(app, late, code)).status).toBe(201)
  })

  test('of somebody who is no guardian any more is worth nothing', async () => {
    await linkSecond(app, mother, father, id)
    await ok(end(mother, await linkOf(app, father, id)))
    const code = await invite(app, mother, id)
    await pool.query('UPDATE guardians SET ended_at = now() WHERE child_id = $1 AND account_id = $2', [
      id,
      mother.accountId,
    ])
    expect(codeOf(await acceptWith(app, father, code))).toBe('invitation_wrong')
  })

  test('is not made for a third guardian, nor by a stranger', async () => {
    const ask = (who: Person) => ofChild(app, 'inviteGuardian', who, id, { body: {} })
    for (const who of [stranger, staff]) expect(codeOf(await ask(who))).toBe('not_found')
    await linkSecond(app, mother, father, id)
    expect(codeOf(await ask(mother))).toBe('two_guardians_already')
  })

  test('needs eight digits and a relation', async () => {
    for (const body of [{}, { code: '1234567', relation: 'father' }, { code: '12345678', relation: 'boss' }])
      expect((await app.call('acceptInvitation', { body, token: father.token })).status).toBe(422)
  })

  test('is tried ten times an hour by one account, then work is asked for', async () => {
    const strict = await buildTestApp(app.database, app.deps.config.redisUrl, { LINLI_RATE_SCALE: '1' })
    try {
      const guess = (n: number) => acceptWith(strict, father, String(n).padStart(8, '0'))
      for (let n = 0; n < 10; n++) expect(codeOf(await guess(n))).toBe('invitation_wrong')
      const { problem } = await guess(10)
      expect(problem.code).toBe('proof_needed')
    } finally {
      await strict.close()
    }
  })
})

describe('four who were invited at once', () => {
  const rivals = 4

  /** They all stand before the last step until the lock is given up, so that none of them sees another's link. */
  async function race(): Promise<{ yes: number; no: number; guardians: number }> {
    const people = await Promise.all(Array.from({ length: rivals }, () => makePerson(app)))
    const codes = people.map((_, n) => `9000000${n}`)
    await pool.query('DELETE FROM guardian_invitations')
    for (const code of codes)
      await pool.query(
        'INSERT INTO guardian_invitations (code_hash, child_id, created_by, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)',
        [
          app.deps.cipher.lookup('invitation', code),
          id,
          mother.accountId,
          app.clock.now(),
          '2026-11-24T02:12:00Z',
        ],
      )
    const gate = await pool.connect()
    await gate.query('BEGIN; LOCK TABLE guardians IN SHARE MODE')
    const running = together(rivals, (n) => acceptWith(app, people[n] as Person, codes[n] as string))
    while ((await waiting()) < rivals);
    await gate.query('COMMIT')
    gate.release()
    const answers = values(await running)
    return {
      yes: answers.filter((a) => a.status === 201).length,
      no: answers.filter((a) => codeOf(a) === 'two_guardians_already').length,
      guardians: await count(
        'SELECT count(*)::int AS n FROM guardians WHERE child_id = $1 AND ended_at IS NULL',
        [id],
      ),
    }
  }

  const count = async (sql: string, args: unknown[] = []): Promise<number> =>
    (await pool.query<{ n: number }>(sql, args)).rows[0]?.n ?? -1
  const waiting = () =>
    count(`SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND relation = 'guardians'::regclass`)

  test('one is linked, the others hear that there are two', async () => {
    expect(await race()).toEqual({ yes: 1, no: rivals - 1, guardians: 2 })
  })

  describe('with the index dropped', () => {
    beforeEach(() => pool.query('DROP INDEX IF EXISTS guardians_place_once'))

    test('the same race links more, at the latest when it is run a few times', async () => {
      let guardians = 0
      for (let n = 0; n < 30 && guardians <= 2; n++) {
        await pool.query('DELETE FROM guardians WHERE child_id = $1 AND place > 1', [id])
        guardians = (await race()).guardians
      }
      expect(guardians).toBeGreaterThan(2)
    })
  })
})

describe('a link', () => {
  beforeEach(() => linkSecond(app, mother, father, id))

  test('that nobody verified is taken back by its owner, twice as once', async () => {
    const link = await linkOf(app, father, id)
    await ok(end(father, link))
    await ok(end(father, link))
    expect(codeOf(await ofChild(app, 'getChild', father, id))).toBe('not_found')
    expect((await childOf(app, mother, id)).guardians).toHaveLength(1)
  })

  test('is taken back by the one who added the child, not the other way round', async () => {
    const [hers, his] = [await linkOf(app, mother, id), await linkOf(app, father, id)]
    expect(codeOf(await end(father, hers))).toBe('not_allowed')
    await ok(end(mother, his))
    expect((await childOf(app, mother, id)).guardians).toHaveLength(1)
  })

  test('that was verified is ended by no guardian, and by no staff member alone', async () => {
    await verify(app, staff, father, id)
    const his = await linkOf(app, father, id)
    for (const who of [father, mother]) expect(codeOf(await end(who, his))).toBe('not_allowed')
    expect(codeOf(await end(staff, his))).toBe('not_found')
    expect((await childOf(app, father, id)).guardians).toHaveLength(2)
  })

  test('is not the last one', async () => {
    await ok(end(father, await linkOf(app, father, id)))
    const last = await linkOf(app, mother, id)
    expect(codeOf(await end(mother, last))).toBe('last_guardian')
  })

  test('of two who leave at once one stays', async () => {
    const links = [await linkOf(app, mother, id), await linkOf(app, father, id)]
    const answers = values(await together(2, (n) => end(n ? father : mother, links[n] as string)))
    expect(answers.map((a) => a.problem.code ?? 'left').sort()).toEqual(['last_guardian', 'left'])
  })

  test('does not exist for others', async () => {
    const away = await makePerson(app, { grants: [['staff', elsewhere]] })
    const his = await linkOf(app, father, id)
    for (const who of [stranger, away]) expect(codeOf(await end(who, his))).toBe('not_found')
    expect(codeOf(await end(staff, randomUUID()))).toBe('not_found')
    expect((await end(staff, 'x')).status).toBe(422)
  })
})
