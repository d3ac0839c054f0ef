/** Whoever has no duty costs one statement, however much they send. */
import { expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { makeCarer } from '../../support/care'
import { record, recordsOf, send } from '../../support/care-day'
import { theDoor } from './door'

const app = await testApp()
const at = theDoor(app)
const { stage: s } = at

/** Runs `work`, and counts the transactions that it opened on the way. */
async function transactions(work: () => Promise<unknown>): Promise<number> {
  const { db } = app.deps
  const real = db.transaction
  let opened = 0
  const counting: typeof real = (...given) => {
    opened += 1
    return real(...given)
  }
  Object.assign(db, { transaction: counting })
  await work().finally(() => Object.assign(db, { transaction: real }))
  return opened
}

const hundred = () => Array.from({ length: 100 }, () => record(app, { kind: 'present', ...at.about() }))

test('a hundred records of somebody without a duty open no transaction, and none of them is kept', async () => {
  const before = await recordsOf(app, s.child.caseId)
  const stranger = await makeCarer(app, '没有排班的老师')
  for (const who of [stranger, s.mother, s.offDuty]) {
    const opened = await transactions(async () => {
      const outcomes = await send(app, who, ...hundred())
      expect(new Set(outcomes.map((one) => one.refusal))).toEqual(new Set(['not_on_duty']))
    })
    expect(opened).toBe(0)
  }
  expect(await recordsOf(app, s.child.caseId)).toEqual(before)
})

test('a hundred of whoever is on duty are a transaction each: the count counts', async () => {
  expect(await transactions(() => send(app, s.carer, ...hundred()))).toBe(100)
})

test('that a carer off duty wanted to hand a child over is kept once a batch', async () => {
  const by = { method: 'guardian', guardianId: s.child.childId } as const
  const records = Array.from({ length: 20 }, () => record(app, { kind: 'release', ...at.about(), by }))
  expect(await transactions(() => send(app, s.offDuty, ...records))).toBe(1)
  expect(await at.refusals()).toEqual(['not_on_duty'])
})
