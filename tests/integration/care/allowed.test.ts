/** What a guardian allowed at the door goes where another one, whom staff know, stands before them; and with their link. */
import { describe, expect, test } from 'vitest'
import { consentVersion } from '../../../bff/contracts/src/children'
import { testApp } from '../../support/app'
import { linkOf } from '../../support/care-guardians'
import { ofChild, verify as verifyAtDesk } from '../../support/children'
import { deliverAll, ok } from '../../support/story'
import { type Person, signIn } from '../../support/world'
import { theDoor } from './door'

const app = await testApp()
const at = theDoor(app)
const s = at.stage

describe('what a guardian whom staff never knew allowed', () => {
  const about = () => s.child.childId
  const agree = () =>
    ok(
      ofChild(app, 'decideConsent', s.mother, about(), {
        body: { version: consentVersion, decision: 'granted' },
      }),
    )
  const list = (name: string) =>
    ok(
      ofChild<{ id: string }>(app, 'addPickupPerson', s.mother, about(), {
        body: { name, relation: 'relative', validFrom: '2026-11-23' },
      }),
    )
  const codeFor = (day: string) =>
    ok(
      ofChild<{ code: string }>(app, 'makePickupCode', s.mother, about(), {
        body: { day, name: '二姨', relation: 'relative' },
      }),
    )
  const verifyFather = async () =>
    verifyAtDesk(app, await signIn(app.deps, s.staff.accountId), s.father, about())
  const told = async (who: Person) => {
    await deliverAll(app)
    const { notices } = await ok(
      app.call<{ notices: { kind: string }[] }>('listNotices', { token: who.token }),
    )
    return notices.map(({ kind }) => kind)
  }

  test('opens the door while nobody is known, and for a mother alone also afterwards', async () => {
    await app.database.pool.query('UPDATE guardians SET known_at = NULL WHERE child_id = $1', [about()])
    await agree()
    const [{ id }, { code }] = [await list('大舅'), await codeFor('2026-11-23')]
    await verifyAtDesk(app, await signIn(app.deps, s.staff.accountId), s.mother, about())
    expect(await told(s.mother)).not.toContain('guardian_allowed_ended')
    expect(await at.byCode(code)).toBe('kept')
    expect(await at.listed(id)).toBe('child_already_released')
  })

  test.each([
    ['once the other is verified', undefined],
    ['once the other has ended the link', 's.father'],
    ['once they took their own link back', 's.mother'],
  ])('opens it no more %s', async (_, by) => {
    await app.database.pool.query('UPDATE guardians SET known_at = NULL WHERE child_id = $1', [about()])
    await agree()
    const [{ id }, { code }] = [await list('大舅'), await codeFor('2026-11-23')]
    await codeFor('2026-11-24')
    const ender = by === 's.mother' ? s.mother : s.father
    if (by !== 's.mother') await verifyFather()
    if (by !== 's.mother') expect(await told(s.father)).toContain('guardian_allowed_ended')
    if (by === undefined) expect(await told(s.mother)).toContain('guardian_allowed_ended')
    else
      await ok(
        app.call('endGuardianship', {
          params: { id: await linkOf(app, about(), s.mother) },
          token: ender.token,
        }),
      )
    expect(await at.listed(id)).toBe('person_not_listed')
    expect(await at.byCode(code)).toBe('code_wrong')
    const { rows } = await app.database.pool.query(
      'SELECT 1 FROM pickup_codes WHERE child_id = $1 AND replaced_at IS NULL',
      [about()],
    )
    expect(rows).toEqual([])
  })

  test('is another thing than what one staff have known allowed, whose verification another name ended', async () => {
    await agree()
    await verifyAtDesk(app, await signIn(app.deps, s.staff.accountId), s.mother, about())
    const [{ id }, { code }] = [await list('大舅'), await codeFor('2026-11-23')]
    await ok(ofChild(app, 'changeChild', s.mother, about(), { body: { name: '李大满' } }))
    await verifyFather()
    expect(await told(s.father)).not.toContain('guardian_allowed_ended')
    expect(await at.byCode(code)).toBe('kept')
    expect(await at.listed(id)).toBe('child_already_released')
  })
})
