/**
 * The second privacy text: it is a deployment's own where that has one, everybody is asked once from its day on, and nothing
 * that was on its way, or is on duty, is lost by it.
 */
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DeploymentText, Texts } from '../../../bff/contracts/src/agreements'
import type { SignedIn } from '../../../bff/contracts/src/identity'
import { defaults } from '../../../bff/src/modules/divisions/rules'
import { codeTo, newPhone } from '../../support/accounts'
import { testApp } from '../../support/app'
import {
  clock,
  makeCareProgramme,
  makeCarer,
  makeCareSession,
  makeDuty,
  makePlaced,
} from '../../support/care'
import { childrenSeen, record, sayOne, send } from '../../support/care-day'
import { rolledBack } from '../../support/database'
import { ok } from '../../support/story'
import { enter, makeTablet, putPin } from '../../support/tablet'
import { forgetAgreements, ticked } from '../../support/texts'
import { here, makeDivisions, makePerson, makeRoom, signIn, wish } from '../../support/world'

const app = await testApp()
const { pool } = app.database
const migration = new URL(
  '../../../prisma/migrations/20261201140000_privacy_text/migration.sql',
  import.meta.url,
)
/** A Monday, on which the second version takes effect as it begins. */
const day = '2026-11-30'
beforeAll(() => makeDivisions(app))

const read = (kind: string) => ok(app.call<DeploymentText>('getText', { params: { kind } }))
const words = ({ blocks }: DeploymentText): string =>
  blocks.flatMap((block) => (block.kind === 'list' ? block.items : [block.text])).join('\n')
const me = async (token: string) => (await app.call('getMe', { token })).status

describe('published', () => {
  const versions = (own: string) => {
    let found: string[] = []
    return rolledBack(pool, async (client) => {
      await client.query(`ALTER TABLE deployment_texts DISABLE TRIGGER USER; ALTER TABLE agreements DISABLE TRIGGER USER;
        DELETE FROM agreements; DELETE FROM deployment_texts WHERE version > 1; ${own}`)
      await client.query(await readFile(migration, 'utf8'))
      const { rows } = await client.query<{ kind: string; version: number; title: string }>(
        'SELECT kind, version, title FROM deployment_texts WHERE version > 1 ORDER BY kind, version',
      )
      found = rows.map(({ kind, version, title }) => `${kind} ${version} ${title}`)
    }).then(() => found)
  }
  const own = (kind: string, version: number) =>
    `INSERT INTO deployment_texts VALUES ('${kind}', ${version}, '本州的', '2027-01-01', '话')`

  test('where a deployment has no later version of its own; of each text by itself', async () => {
    expect(await versions('')).toEqual(['privacy 2 隐私政策', 'processors 2 第三方共享清单'])
    expect(await versions(own('privacy', 2))).toEqual(['privacy 2 本州的', 'processors 2 第三方共享清单'])
    expect(await versions(own('privacy', 7))).toEqual(['privacy 7 本州的', 'processors 2 第三方共享清单'])
    expect(await versions(own('processors', 2))).toEqual(['privacy 2 隐私政策', 'processors 2 本州的'])
  })

  test('it says for how long what is kept by default, and holds nothing but words', async () => {
    app.clock.set(clock('09:00', day))
    const text = words(await read('privacy'))
    const kept = defaults()
    expect([kept.keep_health_days, kept.keep_child_days, kept.keep_rating_text_days]).toEqual([30, 730, 730])
    expect([kept.keep_legal_days, kept.keep_need_days, kept.keep_visit_days]).toEqual([3 * 365, 180, 365])
    for (const said of ['三十天', '七百三十天', '办结后三年', '结束后一百八十天', '三百六十五天'])
      expect(text).toContain(said)
    for (const kind of ['privacy', 'processors'])
      expect(words(await read(kind)), kind).not.toMatch(/[{}<>]|^#/m)
  })
})

describe('from its day on', () => {
  test('everybody is asked once; what was refused meanwhile is done by the same tap', async () => {
    app.clock.set('2026-11-29T15:55:00Z')
    const phone = newPhone()
    const signedIn = await ok(
      app.call<SignedIn>('signInByPhone', {
        body: { phone, code: await codeTo(app, phone), device: '手机', ...ticked(1, 1) },
      }),
    )
    const { accessToken: token } = signedIn
    const body = wish(await makeRoom(app), 14, 16, '2026-12-03')
    expect((await ok(app.call<Texts>('listTexts'))).coming.map(({ kind }) => kind)).toEqual([
      'privacy',
      'processors',
    ])
    expect(await me(token)).toBe(200)
    app.clock.advance(6)
    const tap = { body, token, key: 'tap-in-the-middle-0001' }
    const refused = await app.call('requestBooking', tap)
    expect(refused.problem).toMatchObject({
      code: 'agreement_needed',
      facts: { agree: { privacy: 2, terms: 1 } },
    })
    // What was read before midnight is not agreed to after it.
    expect((await app.call('agree', { body: ticked(1, 1), token })).problem.code).toBe('agreement_needed')
    await ok(app.call('agree', { body: ticked(2, 1), token }))
    const [done, again] = [await app.call('requestBooking', tap), await app.call('requestBooking', tap)]
    expect([done.status, again.status, again.body.id]).toEqual([201, 201, done.body.id])
    expect(await me(token)).toBe(200)
  })

  test('who read the first one while signing in reads the second, and has spent no code', async () => {
    app.clock.set(clock('09:30', day))
    const phone = newPhone()
    const sent = { phone, code: await codeTo(app, phone), device: '手机' }
    const old = await app.call('signInByPhone', { body: { ...sent, ...ticked(1, 1) } })
    expect(old.problem.code).toBe('agreement_needed')
    expect((await app.call('signInByPhone', { body: { ...sent, ...ticked(2, 1) } })).status).toBe(201)
  })

  test('a shared tablet goes on; on their own phone a carer agrees, and what they recorded counts', async () => {
    app.clock.set(clock('16:20', day))
    const staff = await makePerson(app, { name: '社区值班员', grants: [['staff', here]] })
    const programme = await makeCareProgramme(app)
    const session = await makeCareSession(app, programme, { day })
    const [atTablet, byPhone] = [await makeCarer(app, '王老师'), await makeCarer(app, '李老师')]
    for (const carer of [atTablet, byPhone]) await makeDuty(app, programme, carer)
    const { childId } = await makePlaced(app, programme)
    const tablet = await makeTablet(app, staff)
    await putPin(app, atTablet)
    const entered = await ok(enter(app, tablet, atTablet))
    const { token } = await signIn(app.deps, byPhone.accountId)
    await forgetAgreements(app, 'privacy', 2)

    const onTablet = { token: entered.accessToken }
    expect((await childrenSeen(app, onTablet)).map((child) => child.childId)).toEqual([childId])
    expect(await sayOne(app, onTablet, { kind: 'present', sessionId: session, childId })).toBe('kept')

    const made = record(app, { kind: 'present', sessionId: session, childId })
    const refused = await app.call('sendCareRecords', { token, body: { records: [made] } })
    expect([(await app.call('getCareDay', { token })).problem.code, refused.problem.code]).toEqual([
      'agreement_needed',
      'agreement_needed',
    ])
    await ok(app.call('agree', { body: ticked(2, 1), token }))
    expect((await send(app, { token }, made)).map(({ outcome }) => outcome)).toEqual(['kept'])
    expect((await send(app, { token }, made)).map(({ outcome }) => outcome)).toEqual(['kept_before'])
  })
})
