import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Me } from '../../../bff/contracts/src/identity'
import { testApp } from '../../support/app'
import { act, book, ok } from '../../support/story'
import { here, makeDivisions, makePerson, makeRoom, nextDoor, type Person, wish } from '../../support/world'

const app = await testApp()
const { pool } = app.database

beforeAll(() => makeDivisions(app))

const me = ({ token }: Person): Promise<Me> => ok(app.call<Me>('getMe', { token }))
const change = ({ token }: Person, body: object) => app.call<Me>('updateMe', { body, token })

describe('me', () => {
  test('says who I am, with my number masked', async () => {
    const person = await makePerson(app, { name: '周敏', phone: '13812345678' })
    expect(await me(person)).toEqual({
      id: person.accountId,
      name: '周敏',
      phone: '138****5678',
      community: {
        code: here,
        level: 'community',
        name: '东兴社区',
        fullName: '东兴社区',
        parent: '532301101',
        phone: '0878-3120000',
        within: ['楚雄市', '鹿城镇'],
      },
      elderMode: false,
      grants: [],
    })
  })

  test('changes only what was sent', async () => {
    const person = await makePerson(app, { name: '周敏' })
    await ok(change(person, { elderMode: true }))
    await ok(change(person, { community: nextDoor }))
    expect(await ok(change(person, { name: '  周小敏 ' }))).toMatchObject({
      elderMode: true,
      community: { code: nextDoor },
    })
    expect(await me(person)).toMatchObject({ name: '周小敏', elderMode: true, community: { code: nextDoor } })
  })

  test.each([
    ['no community at all', '532301101999'],
    ['a township', '532301101'],
  ])('does not move to %s', async (_, community) => {
    const person = await makePerson(app)
    const { problem } = await change(person, { community, name: '新名字' })
    expect(['not_found', 'invalid_request']).toContain(problem.code)
    expect(await me(person)).toMatchObject({ name: null, community: { code: here } })
  })

  test('is named by the first booking that gives a name, and not renamed by the next', async () => {
    const person = await makePerson(app)
    const roomId = await makeRoom(app)
    const named = (from: number, contactName: string) =>
      app.call('requestBooking', {
        body: { ...wish(roomId, from, from + 1), contactName },
        token: person.token,
      })
    expect((await named(7, '没订成')).status).toBe(422)
    expect((await me(person)).name).toBeNull()
    await ok(named(14, '普云'))
    await ok(named(18, '别的名字'))
    expect((await me(person)).name).toBe('普云')
  })
})

describe('a grant', () => {
  const give = (accountId: string, role: string, division: string) =>
    pool.query(
      `INSERT INTO grants (id, account_id, role, division_code, display_name, created_at)
       VALUES ($1, $2, $3, $4, '杨会琼', now())`,
      [randomUUID(), accountId, role, division],
    )

  test('is listed with the name of its division', async () => {
    const person = await makePerson(app, {
      grants: [
        ['staff', here],
        ['supervisor', '532301101'],
      ],
    })
    expect((await me(person)).grants).toEqual([
      { role: 'supervisor', division: '532301101', divisionName: '鹿城镇' },
      { role: 'staff', division: here, divisionName: '东兴社区' },
    ])
  })

  test('works from the next request on, and not one request longer', async () => {
    const [staff, party] = [await makePerson(app), await makePerson(app)]
    const ids = [await makeRoom(app), await makeRoom(app), await makeRoom(app)]
    const cases = await Promise.all(ids.map((roomId) => book(app, party, wish(roomId))))
    const confirm = async (n: number) => (await act(app, 'confirmBooking', staff, cases[n]?.id ?? '')).status
    expect(await confirm(0)).toBe(404)
    await give(staff.accountId, 'staff', here)
    expect(await confirm(0)).toBe(200)
    await pool.query('UPDATE grants SET revoked_at = now() WHERE account_id = $1', [staff.accountId])
    expect(await confirm(1)).toBe(404)
    expect((await me(staff)).grants).toEqual([])
    await give(staff.accountId, 'grid_worker', '532301101')
    expect(await confirm(1)).toBe(200)
  })

  test.each(['care_worker', 'legal_adviser', 'volunteer', 'partner_unit'])(
    'of a %s opens no booking of others',
    async (role) => {
      const [stranger, party] = [await makePerson(app), await makePerson(app)]
      await give(stranger.accountId, role, here)
      const { id } = await book(app, party, wish(await makeRoom(app)))
      expect((await app.call('getCase', { params: { id }, token: stranger.token })).status).toBe(404)
      expect((await act(app, 'confirmBooking', stranger, id)).status).toBe(404)
    },
  )
})
