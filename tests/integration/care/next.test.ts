/** What is next for a family: a day from which the child was fetched is over. */
import { expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { tomorrow } from '../../support/care'
import { linkOf } from '../../support/care-guardians'
import { ok } from '../../support/story'
import { here } from '../../support/world'
import { theDoor } from './door'

const app = await testApp()
const at = theDoor(app)
const { stage: s } = at

const nextDay = async () => {
  const { next } = await ok(
    app.call<{ next: { id: string; startsAt: string } | null }>('getHome', {
      params: { community: here },
      token: s.mother.token,
    }),
  )
  return [next?.id, next?.startsAt.slice(0, 10)]
}

test('the home page shows today’s care until the child is fetched, and then the next day', async () => {
  expect(await nextDay()).toEqual([s.child.caseId, '2026-11-23'])
  expect(await at.byGuardian(await linkOf(app, s.child.childId, s.mother))).toBe('kept')
  expect(await nextDay()).toEqual([s.child.caseId, tomorrow])
})
