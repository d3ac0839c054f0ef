/** Who waits in a line sees their place on the home page, beside what they have. */
import { beforeAll, expect, test } from 'vitest'
import type { CaseSummary } from '../../../bff/contracts/src/cases'
import { testApp } from '../../support/app'
import { waitSlot } from '../../support/line'
import { book, ok } from '../../support/story'
import { here, liftQuota, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})

interface Home {
  next: CaseSummary | null
  queued: { one: CaseSummary; place: number } | null
}
const home = (who: Person) => ok(app.call<Home>('getHome', { params: { community: here }, token: who.token }))

test('a place in a line stands beside what is next, and goes when its person leaves', async () => {
  const [room, free] = [await makeRoom(app), await makeRoom(app)]
  const [holder, first, second] = await Promise.all([makePerson(app), makePerson(app), makePerson(app)])
  await book(app, holder, wish(room, 10, 11))
  await ok(waitSlot(app, first, wish(room, 10, 11)))
  const mine = await ok(waitSlot(app, second, wish(room, 10, 11)))
  // What is hoped for is what is next where there is nothing else, and is said once.
  expect(await home(second)).toMatchObject({ next: { id: mine.id }, queued: null })
  const own = await book(app, second, wish(free, 14, 15))
  expect(await home(second)).toMatchObject({
    next: { id: own.id },
    queued: { one: { id: mine.id }, place: 2 },
  })
  expect((await home(holder)).queued).toBeNull()
  await ok(app.call('leaveLine', { params: { id: mine.id }, body: {}, token: second.token }))
  expect(await home(second)).toMatchObject({ next: { id: own.id }, queued: null })
})
