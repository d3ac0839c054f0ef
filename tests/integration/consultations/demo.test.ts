/** What a demonstration begins with: whoever tries it can hand over, and finds each thing that can come of a matter. */
import { beforeAll, expect, test } from 'vitest'
import type { AdviserList } from '../../../bff/contracts/src/adviser'
import { referralKind, type Thread } from '../../../bff/contracts/src/consultation-thread'
import { demoId } from '../../../prisma/seed/people'
import { testApp } from '../../support/app'
import { threadOf } from '../../support/consultations'
import { act, caseOf, ok } from '../../support/story'
import { type Person, signIn } from '../../support/world'

const app = await testApp({}, 'seeded')
beforeAll(() => app.clock.set(new Date()))

const as = (key: string): Promise<Person> => signIn(app.deps, demoId(key))
interface Row {
  id: string
  nextMeeting: string | null
  referral: { id: string } | null
}
const listed = async (who: Person, show: AdviserList): Promise<Row[]> =>
  (await ok(app.call<{ consultations: Row[] }>('listHandled', { query: { show }, token: who.token })))
    .consultations

const places = [
  {
    community: '532301101001',
    legal: '23-legal',
    mediator: '26-mediator',
    staff: '20-staff',
    people: ['13-proxy', '24-volunteer', '25-partner'],
  },
  {
    community: '532325102203',
    legal: '53-legal',
    mediator: '56-mediator',
    staff: '50-staff',
    people: ['43-proxy', '54-volunteer', '55-partner'],
  },
]

test.each(places)('each thing that can come of a matter is there: $community', async (place) => {
  const [legal, mediator, staff] = [await as(place.legal), await as(place.mediator), await as(place.staff)]
  const self = await ok(
    app.call<{ stations: object[]; duties: object[] }>('getAdviser', { token: legal.token }),
  )
  expect(self.stations).toHaveLength(1)
  expect(self.duties).toHaveLength(10)
  const mine = await listed(legal, 'mine')
  expect(mine.filter(({ nextMeeting }) => nextMeeting !== null)).toHaveLength(2)
  const threads = await Promise.all(mine.map(({ id }) => threadOf(app, legal, id)))
  const kindsOf = threads.flatMap(({ appointments }) => appointments.map(({ kind, state }) => [kind, state]))
  expect(kindsOf.sort()).toEqual([
    ['phone', 'taken'],
    ['station', 'taken'],
  ])
  expect(threads.flatMap(({ referrals }) => referrals.map(({ state }) => state)).sort()).toEqual([
    'proposed',
    'sent',
  ])
  const visited = threads.find(({ visit }) => visit !== null)
  expect(visited?.attempts.map(({ outcome }) => outcome)).toEqual(['no_answer', 'no_answer', 'no_answer'])
  const { visits } = await ok(
    app.call<{ visits: object[] }>('listVisits', {
      query: { community: place.community },
      token: staff.token,
    }),
  )
  expect(visits).toMatchObject([{ doneAt: null }])
  const [received] = await listed(mediator, 'mine')
  const handed = await threadOf(app, mediator, received?.id ?? '')
  expect(handed.lines.at(-1)).toMatchObject({
    by: expect.any(String) as string,
    words: expect.any(String) as string,
  })
  expect(await listed(await as('36-notary'), 'handed')).toHaveLength(2)
})

test.each(['24-volunteer', '54-volunteer'])(
  'a volunteer reads first what to do tomorrow: %s',
  async (key) => {
    const { token } = await as(key)
    const { next } = await ok(
      app.call<{ next: { type: string; state: string } }>('getHome', {
        params: { community: places[0]?.community ?? '' },
        token,
      }),
    )
    expect(next).toMatchObject({ type: 'signup', state: 'confirmed' })
  },
)

/** Whoever of them asked what this is. */
async function askerOf(
  id: string,
  keys: readonly string[],
): Promise<{ who: Person; last: string } | undefined> {
  for (const who of await Promise.all(keys.map(as))) {
    const { status, body } = await app.call<Thread>('readThread', { params: { id }, token: who.token })
    if (status === 200) return { who, last: body.referrals.at(-1)?.id ?? '' }
  }
  return undefined
}

test.each(places)(
  'whoever tries it can hand a matter over, to each of the four: $community',
  async (place) => {
    const legal = await as(place.legal)
    const cases = await Promise.all((await listed(legal, 'mine')).map(({ id }) => caseOf(app, legal, id)))
    const id = cases.find(({ can }) => can.includes('propose_referral'))?.id ?? ''
    for (const kind of referralKind.options) {
      await ok(act(app, 'proposeReferral', legal, id, { body: { kind, parts: ['question'] } }))
      const asker = await askerOf(id, place.people)
      if (!asker) throw new Error('Nobody asked this')
      await ok(act(app, 'declineReferral', asker.who, asker.last))
    }
  },
)
