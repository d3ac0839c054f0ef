import { beforeAll, beforeEach } from 'vitest'
import type { RatingText } from '../../bff/contracts/src/rating-texts'
import { checkRatingText } from '../../bff/src/modules/ratings/jobs'
import type { TestApp } from './app'
import { again, finishedBooking, makeRater, pageFor, rate } from './ratings'
import { ok } from './story'
import { here, liftQuota, makeDivisions, makePerson, type Person } from './world'

/** Before each test a finished case of 周小敏, served by 杨会琼; and what becomes of what is written about it. */
export function textStage(app: TestApp) {
  const on = {} as { staff: Person; party: Person; id: string }
  beforeAll(async () => {
    await makeDivisions(app)
    await liftQuota(app)
    on.staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  })
  beforeEach(async () => {
    app.clock.set('2026-11-23T02:12:00Z')
    on.staff = await again(app, on.staff)
    on.party = await makeRater(app, '周小敏')
    on.id = (await finishedBooking(app, on.party, on.staff)).id
    for (const who of ['staff', 'party'] as const) on[who] = await again(app, on[who])
  })
  const ratingId = async (): Promise<string> => {
    const { rows } = await app.database.pool.query<{ id: string }>(
      'SELECT id FROM ratings WHERE case_id = $1',
      [on.id],
    )
    return rows[0]?.id ?? ''
  }
  return {
    on,
    ratingId,
    say: (text: string, publish = true) => ok(rate(app, on.party, on.id, { text, publish })),
    check: async () => checkRatingText(app.deps, await ratingId()),
    /** The first moment of the day after; everybody signs in anew. */
    nextDay: async () => {
      app.clock.set('2026-11-25T16:00:00Z')
      for (const who of ['staff', 'party'] as const) on[who] = await again(app, on[who])
    },
    textState: async () => (await ok(pageFor(app, on.party, on.id))).rating?.textState,
    /** The text as everybody reads it. */
    mine: async () => {
      const path = { params: { code: here } }
      const { texts } = await ok(app.call<{ texts: RatingText[] }>('listRatingTexts', path))
      const own = await ratingId()
      return texts.find((text) => text.id === own)
    },
  }
}
