/** Those around a child who are not, not yet or no longer what they were: everything they can read is searched for marks. */
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue, type EndpointName } from '../../bff/contracts/src/catalogue'
import { testApp } from '../support/app'
import { acceptWith, invite, linkOf, lookAt, ofChild, verify } from '../support/children'
import { fillIn, foundIn, makePeople, type Mark, marks, on, readers, spendDay } from '../support/marked-child'
import { goTo } from '../support/programmes'
import { ok } from '../support/story'
import { here, makeDivisions, makePerson, type Person } from '../support/world'

const app = await testApp()
const { pool } = app.database
const people = {} as Record<
  'secondKnown' | 'ended' | 'refused' | 'barred' | 'carerYesterday' | 'volunteer' | 'adviser' | 'partner',
  Person
>

/** A guardian more, whose link is ended behind the app's back when two are there already. */
async function linked(name: string): Promise<{ who: Person; link: string }> {
  const who = await makePerson(app, { name })
  await ok(acceptWith(app, who, await invite(app, readers.guardian, on.child)))
  return { who, link: await linkOf(app, who, on.child) }
}

beforeAll(async () => {
  await makeDivisions(app)
  await makePeople(app)
  await fillIn(app)
  // The second of the set-up makes room; whoever comes and goes here does so as in life, by staff.
  const { staff } = readers
  const refuse = async (link: string) => {
    await lookAt(app, staff, link)
    await ok(ofChild(app, 'refuseLink', staff, link, { body: { reason: 'papers_differ' } }))
  }
  await refuse(await linkOf(app, readers.second, on.child))
  const refused = await linked('被拒监护人')
  await refuse(refused.link)
  const barred = await linked(marks.barred)
  await refuse(barred.link)
  const ended = await linked('曾经监护人')
  await verify(app, staff, ended.who, on.child)
  const colleague = await makePerson(app, { name: '赵明', grants: [['staff', here]] })
  for (const one of [staff, colleague]) await lookAt(app, one, ended.link)
  const ending = await ok(
    ofChild<{ id: string }>(app, 'proposeEnding', staff, ended.link, { body: { reason: 'court_order' } }),
  )
  await ok(
    app.call('decideEnding', { params: { id: ending.id }, body: { approved: true }, token: colleague.token }),
  )
  const known = await linked('已知监护人')
  await verify(app, staff, known.who, on.child)
  await spendDay(app)
  Object.assign(people, {
    secondKnown: known.who,
    ended: ended.who,
    refused: refused.who,
    barred: barred.who,
    carerYesterday: readers.carer,
    volunteer: await makePerson(app, { grants: [['volunteer', here]] }),
    adviser: await makePerson(app, { grants: [['legal_adviser', here]] }),
    partner: await makePerson(app, { grants: [['partner_unit', here]] }),
  })
  // The carer's duty was of that day alone: on the next nothing of it is theirs.
  await pool.query("UPDATE care_duties SET ends_on = '2026-12-07' WHERE account_id = $1", [
    readers.carer.accountId,
  ])
  await goTo(app, '2026-12-08T08:30:00Z', ...Object.values(people), readers.guardian)
})

const gets = (
  Object.entries(catalogue) as [EndpointName, { method: string; path: string; query?: unknown }][]
).filter(([, { method }]) => method === 'GET')
/** Every id that is known here, as the id of whatever is asked for. */
const ids = (path: string): string[] =>
  path.includes(':id') ? [on.child, on.case, on.programme, on.link, on.volunteer] : [on.child]
const query = { division: here, community: here, show: 'all' }
const places = { code: here, community: here, division: here, day: '2026-12-07', token: 'x'.repeat(22) }

async function seen({ token }: Person): Promise<[EndpointName, Mark[]][]> {
  const all: [EndpointName, Mark[]][] = []
  for (const [name, { path, query: asks }] of gets) {
    const answers = await Promise.all(
      ids(path).flatMap((id) =>
        (asks ? [{}, { query }] : [{}]).map((sent) =>
          app.call(name, { params: { id, ...places }, ...sent, token }),
        ),
      ),
    )
    const found = foundIn(answers.map(({ body }) => JSON.stringify(body)).join('\n'))
    if (found.length > 0) all.push([name, found.sort()])
  }
  return all
}

describe('whoever is around a child reads of it', () => {
  test('as a second guardian whom staff know: what concerns the child, in its page and its export', async () => {
    const found = new Map(await seen(people.secondKnown))
    const ofOne = [...found.keys()].filter((name) => catalogue[name].path.includes(':id'))
    expect(ofOne.sort()).toEqual(['exportChild', 'getChild', 'getChildDays'])
    for (const mark of ['child', 'birth', 'allergy', 'medication', 'emergency', 'listed'] as const)
      expect(found.get('getChild')).toContain(mark)
    // The other's number is theirs alone.
    for (const each of found.values()) expect(each).not.toContain('guardianPhone')
  })

  test.each(['ended', 'refused', 'carerYesterday', 'volunteer', 'adviser', 'partner'] as const)(
    'as %s: nothing',
    async (which) => {
      expect(await seen(people[which])).toEqual([])
    },
  )

  test('as somebody barred: their own name, where they wrote it, and nothing of the child', async () => {
    const found = await seen(people.barred)
    expect(found.map(([name]) => name)).toContain('getMe')
    for (const [name, marksFound] of found) {
      expect([name, catalogue[name].path.includes(':id')]).toEqual([name, false])
      expect([name, marksFound]).toEqual([name, ['barred']])
    }
  })
})
