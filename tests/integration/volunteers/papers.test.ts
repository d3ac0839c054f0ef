/** A paper counts from when staff have seen it until its last day; its volunteer hears before it ends. */
import { expect, test } from 'vitest'
import { tellOfPapers } from '../../../bff/src/modules/volunteers/jobs'
import { fitInside } from '../../../bff/src/modules/volunteers/service'
import { testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { act } from '../../support/story'
import { together, values } from '../../support/together'
import { volunteerStage } from '../../support/volunteers'
import { localTime } from '../../support/world'

const app = await testApp()
const stage = volunteerStage(app)
const { seenBy, decide, refused } = stage

const paper = (validUntil: string, kind = 'first_aid') => ({ kind, validUntil })
const papersIn = async (id: string) =>
  (await seenBy(stage.party, id)).facts.papers.map(({ kind, validUntil }) => [kind, validUntil])
const told = async () => (await stage.heardBy(stage.party)).filter((kind) => kind === 'paper_ends').length

test('staff add what they have seen, a newer one takes its place, and one that is no good is taken off', async () => {
  const id = await stage.verified()
  await decide('addPaper', stage.staff, id, paper('2027-01-31'))
  await decide('addPaper', stage.staff, id, paper('2026-12-31', 'vetting'))
  await decide('addPaper', stage.staff, id, paper('2029-01-31'))
  expect(await papersIn(id)).toEqual([
    ['vetting', '2026-12-31'],
    ['first_aid', '2029-01-31'],
  ])
  const [first] = (await seenBy(stage.staff, id)).facts.papers
  await decide('revokePaper', stage.staff, id, { paperId: first?.id })
  expect(await papersIn(id)).toEqual([['first_aid', '2029-01-31']])
  expect(await refused('revokePaper', stage.staff, id, { paperId: first?.id })).toBe('not_found')
  const party = { accountId: stage.party.accountId, childId: null }
  const fit = await app.deps.db.transaction((tx) => fitInside(app.deps, tx, party, app.clock.now()))
  expect(fit?.papers).toEqual([{ kind: 'first_aid', validUntil: '2029-01-31' }])
})

test.each([
  ['a day that is over', paper('2026-11-22'), 'paper_over'],
  ['no day', paper('soon'), 'invalid_request'],
  ['no day of the calendar', paper('2199-13-01'), 'invalid_request'],
  ['a kind that is none', paper('2027-01-31', 'diploma'), 'invalid_request'],
])('%s is refused', async (_, body, code) => {
  const id = await stage.verified()
  expect(await refused('addPaper', stage.staff, id, body)).toBe(code)
  expect(await papersIn(id)).toEqual([])
})

test('its last day is the last on which it can be added', async () => {
  const id = await stage.verified()
  await decide('addPaper', stage.staff, id, paper('2026-11-23'))
  expect(await papersIn(id)).toEqual([['first_aid', '2026-11-23']])
})

test('of two papers of a kind at once one counts', async () => {
  const id = await stage.verified()
  const staff = await fresh(app, stage.staff)
  const answers = values(
    await together(2, (n) => act(app, 'addPaper', staff, id, { body: paper(`2027-01-0${n + 1}`) })),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(await papersIn(id)).toHaveLength(1)
})

test('a month and a week before its end, and on the day, it is told once each', async () => {
  const id = await stage.verified()
  await decide('addPaper', stage.staff, id, paper('2027-01-10'))
  await decide('addPaper', stage.staff, id, paper('2028-01-10', 'vetting'))
  const on = async (day: string) => {
    app.clock.set(localTime(day, 9))
    await together(2, () => tellOfPapers(app.deps))
    await tellOfPapers(app.deps)
    return told()
  }
  expect([await on('2026-12-10'), await on('2026-12-11'), await on('2026-12-31')]).toEqual([0, 1, 1])
  // A worker that was down for days tells of where it stands, and not of what is behind.
  expect([await on('2027-01-05'), await on('2027-01-10'), await on('2027-01-20')]).toEqual([2, 3, 3])
})

test('of a paper that was taken off, or whose volunteer left, nobody is told', async () => {
  const id = await stage.verified()
  await decide('addPaper', stage.staff, id, paper('2026-12-01'))
  await decide('leaveVolunteers', stage.party, id)
  expect(await tellOfPapers(app.deps)).toBe(0)
})
