/** Whoever staff have once known is ended by papers and two of the staff, and all that they asked for ends with them. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { consentVersion } from '../../../bff/contracts/src/children'
import { finishFreezes } from '../../../bff/src/modules/children/freezes'
import { childPorts } from '../../../bff/src/lines'
import { testApp } from '../../support/app'
import { childOf, linkOf, lookAt, ofChild, proofsOf, summaryOf } from '../../support/children'
import { deliverAll, ok } from '../../support/story'
import { twoGuardians } from '../../support/two-guardians'
import { here, makeDivisions, makePerson, type Person, signIn } from '../../support/world'

const app = await testApp()
let [mother, father, staff] = [] as unknown as Person[] as [Person, Person, Person]
let id: string

beforeAll(async () => {
  await makeDivisions(app)
})
beforeEach(async () => {
  ;({ mother, father, staff, id } = await twoGuardians(app))
})

/** @param since what stood before */
const told = async (who: Person, since = 0): Promise<string[]> => {
  await deliverAll(app)
  const { notices } = await ok(app.call<{ notices: { kind: string }[] }>('listNotices', { token: who.token }))
  return notices.slice(0, notices.length - since).map(({ kind }) => kind)
}

describe('a verified guardian is ended', () => {
  const propose = async (by: Person, of = father) =>
    ofChild<{ id: string }>(app, 'proposeEnding', by, await linkOf(app, of, id), {
      body: { reason: 'court_order' },
    })
  const readLink = async (of: Person) =>
    ok(
      ofChild<{ verified: boolean; known: boolean }>(
        app,
        'readPendingLink',
        staff,
        await linkOf(app, of, id),
      ),
    )
  const decide = (by: Person, ending: string, approved = true) =>
    app.call('decideEnding', { params: { id: ending }, body: { approved }, token: by.token })
  let second: Person
  let link: string

  beforeEach(async () => {
    second = await makePerson(app, { name: '赵明', grants: [['grid_worker', here]] })
    link = await linkOf(app, father, id)
    await lookAt(app, staff, link)
  })

  test('by two of staff who have both seen papers; both guardians are told, and the ended one reads no more', async () => {
    const ending = await ok(propose(staff))
    expect((await propose(staff)).problem.code).toBe('ending_open')
    expect((await decide(staff, ending.id)).problem.code).toBe('second_person_needed')
    expect((await decide(second, ending.id)).problem.code).toBe('papers_first')
    expect((await childOf(app, father, id)).id).toBe(id)
    await lookAt(app, second, link)
    const [mothers, fathers] = [(await told(mother)).length, (await told(father)).length]
    await ok(decide(second, ending.id))
    for (const name of ['getChild', 'exportChild', 'listChildAccess', 'getChildDays'] as const)
      expect((await ofChild(app, name, father, id)).problem.code).toBe('not_found')
    expect((await ofChild(app, 'barPerson', father, id, { body: { name: '赵铁柱' } })).problem.code).toBe(
      'not_found',
    )
    expect(await told(mother, mothers)).toContain('guardian_ended')
    const { notices } = await ok(
      app.call<{ notices: { kind: string; facts: { childId: string | null } }[] }>('listNotices', {
        token: father.token,
      }),
    )
    // Of the child's days and of what its guardians do they read nothing any more, also of before.
    expect(fathers).toBe(1)
    expect(notices).toHaveLength(1)
    // It opens nothing that the reader may not open any more.
    expect(notices[0]).toMatchObject({ kind: 'guardian_ended', facts: { childId: null } })
    expect((await decide(second, ending.id)).problem.code).toBe('action_not_open')
  })

  test('not where the second says no, nor the last one, nor by a guardian', async () => {
    const ending = await ok(propose(staff))
    await lookAt(app, second, link)
    await ok(decide(second, ending.id, false))
    expect((await childOf(app, father, id)).id).toBe(id)
    // It may be proposed again, and then the other way round.
    const again = await ok(propose(second))
    await ok(decide(staff, again.id))
    expect((await propose(staff, mother)).problem.code).toBe('last_guardian')
    expect((await propose(mother, mother)).status).toBeGreaterThanOrEqual(403)
  })

  test('by two also after another name ended the verification: no clerk alone refuses whom staff have known', async () => {
    const refuse = async (who: Person, child: string) => {
      const of = await linkOf(app, who, child)
      await lookAt(app, staff, of)
      return ofChild(app, 'refuseLink', staff, of, { body: { reason: 'not_the_person' } })
    }
    await ok(ofChild(app, 'changeChild', father, id, { body: { birthDate: '2017-05-23' } }))
    expect((await refuse(mother, id)).problem.code).toBe('not_allowed')
    expect(await readLink(mother)).toMatchObject({ verified: false, known: true })
    const ending = await ok(propose(staff, mother))
    await lookAt(app, second, await linkOf(app, mother, id))
    await ok(decide(second, ending.id))
    expect((await ofChild(app, 'getChild', mother, id)).problem.code).toBe('not_found')
    // The last one whom staff have known keeps the child, as ever.
    expect((await refuse(father, id)).problem.code).toBe('not_allowed')
    expect((await childOf(app, father, id)).id).toBe(id)
    expect(await proofsOf(app, id)).toEqual([])
  })

  test.each(['eraseChild', 'decideConsent'] as const)(
    'who froze the child by %s, with all that they asked for',
    async (name) => {
      const body = name === 'eraseChild' ? {} : { version: consentVersion, decision: 'refused' }
      await ok(ofChild(app, name, father, id, { body }))
      await lookAt(app, staff, link)
      const ending = await ok(propose(staff))
      await lookAt(app, second, link)
      await ok(decide(second, ending.id))
      expect(await summaryOf(app, mother, id)).toMatchObject({ frozen: null })
      const { rows } = await app.database.pool.query(
        'SELECT outcome, ended_by, for_guardian FROM child_freezes WHERE child_id = $1',
        [id],
      )
      const forGuardian = await linkOf(app, mother, id)
      expect(rows).toEqual([{ outcome: 'stopped', ended_by: second.accountId, for_guardian: forGuardian }])
      expect(await told(mother)).toContain('guardian_freeze_stopped')
      app.clock.advance(3 * 24 * 60)
      expect(await finishFreezes(app.deps, childPorts)).toBe(0)
      Object.assign(mother, await signIn(app.deps, mother.accountId))
      expect(await childOf(app, mother, id)).toMatchObject({ id, consented: true })
    },
  )

  test('and what the other one asked for goes on', async () => {
    await ok(ofChild(app, 'eraseChild', mother, id, { body: {} }))
    await lookAt(app, staff, link)
    const ending = await ok(propose(staff))
    await lookAt(app, second, link)
    await ok(decide(second, ending.id))
    expect(await summaryOf(app, mother, id)).toMatchObject({ frozen: { what: 'erase', mine: true } })
  })
})
