/** What a decision about doubtful words does, once; and what their writer is told of it. */
import { describe, expect, test } from 'vitest'
import type { RatingText } from '../../../bff/contracts/src/rating-texts'
import { getRatingPage } from '../../../bff/src/modules/ratings/service'
import type { RowSchema } from '../../../bff/src/platform/rows'
import { testApp } from '../../support/app'
import { doubt, judge, judgementStage, pass, refusal } from '../../support/doubtful'
import { followUp, fresh } from '../../support/follow-ups'
import { deliverAll, ok } from '../../support/story'
import { here, type Person } from '../../support/world'

const app = await testApp()
const { on, codeOf, seenBy, mine, record } = judgementStage(app)

/** The text as everybody reads it from the next day on. */
const shown = async (): Promise<RatingText | undefined> => {
  const list = app.call<{ texts: RatingText[] }>('listRatingTexts', { params: { code: here } })
  return (await ok(list)).texts.find(({ id }) => id === on.rated.ratingId)
}
const noticesOf = async (who: Person) => {
  await deliverAll(app)
  const { token } = await fresh(app, who)
  const { notices } = await ok(
    app.call<{ notices: { kind: string; caseId: string }[] }>('listNotices', { token }),
  )
  return notices.filter(({ caseId }) => caseId === on.rated.ratedId)
}

describe('what passes', () => {
  test('stands where a checked text stands, and its writer is told', async () => {
    app.clock.set('2026-11-24T02:12:00Z')
    expect(await shown()).toBeUndefined()
    expect((await followUp(app, on.cast.unit, on.rated.id)).text).toBeNull()
    const said = await ok(judge(app, on.cast.township, on.rated.ratingId, pass))
    expect(said).toEqual({ id: on.rated.ratingId, ...pass, reason: null })
    expect(await shown()).toMatchObject({ text: '说话像吵架', supplement: '还是像吵架' })
    expect((await followUp(app, on.cast.unit, on.rated.id)).text).toBe('说话像吵架')
    expect(await mine()).toMatchObject({ textState: 'passed', textRefusal: null })
    expect(await noticesOf(on.cast.rater)).toMatchObject([{ kind: 'rating_text_passed' }])
  })

  test('a 追评 is judged apart from its text', async () => {
    await doubt(app, on.rated.ratingId, 'supplement')
    app.clock.set('2026-11-24T02:12:00Z')
    await ok(judge(app, on.cast.township, on.rated.ratingId, pass))
    expect(await shown()).toMatchObject({ text: '说话像吵架', supplement: null })
    expect(await mine()).toMatchObject({ supplement: { state: 'doubtful', refusal: null } })
    await ok(judge(app, on.cast.county, on.rated.ratingId, { ...pass, part: 'supplement' }))
    expect(await shown()).toMatchObject({ supplement: '还是像吵架' })
    expect(await noticesOf(on.cast.rater)).toHaveLength(2)
  })
})

describe('what is refused', () => {
  test('is read by nobody below; its writer is told why, in a notice without a word of it', async () => {
    await doubt(app, on.rated.ratingId, 'supplement')
    app.clock.set('2026-11-24T02:12:00Z')
    await ok(judge(app, on.cast.township, on.rated.ratingId, refusal))
    await ok(
      judge(app, on.cast.township, on.rated.ratingId, { ...refusal, part: 'supplement', reason: 'names' }),
    )
    expect(await shown()).toBeUndefined()
    expect(await seenBy(on.cast.county)).not.toContain(on.rated.ratingId)
    expect(await followUp(app, on.cast.unit, on.rated.id)).toMatchObject({ text: null, supplement: null })
    expect(await mine()).toMatchObject({
      text: '说话像吵架',
      textState: 'refused',
      textRefusal: 'insult',
      supplement: { text: '还是像吵架', state: 'refused', refusal: 'names' },
    })
    const told = await noticesOf(on.cast.rater)
    expect(told.map(({ kind }) => kind)).toEqual(['rating_text_refused', 'rating_text_refused'])
    expect(JSON.stringify(told)).not.toContain('吵架')
    expect((await noticesOf(on.cast.unit)).map(({ kind }) => kind)).not.toContain('rating_text_refused')
  })

  test('is told as of one moment, also when it is decided while the page is read', async () => {
    await doubt(app, on.rated.ratingId, 'supplement')
    const { db } = app.deps
    const statement = async <Schema extends RowSchema>(
      schema: Schema,
      name: string,
      sql: string,
      values: readonly unknown[],
    ) => {
      const rows = await db.statement(schema, name, sql, values)
      if (name === 'ratable')
        for (const part of ['text', 'supplement'] as const)
          await ok(judge(app, on.cast.township, on.rated.ratingId, { ...refusal, part }))
      return rows
    }
    const deps = { ...app.deps, db: { ...db, statement } }
    const { rating } = await getRatingPage(deps, on.cast.rater, on.rated.ratedId)
    expect(rating).toMatchObject({ textState: 'doubtful', supplement: { state: 'doubtful', refusal: null } })
    expect(await mine()).toMatchObject({ textState: 'refused', supplement: { state: 'refused' } })
  })

  test('needs a reason, and what passes has none', async () => {
    for (const body of [{ ...pass, verdict: 'refuse' } as const, { ...pass, reason: 'insult' } as const]) {
      const { problem } = await judge(app, on.cast.township, on.rated.ratingId, body)
      expect(problem).toMatchObject({ status: 422, code: 'invalid_request' })
      expect(problem.errors).toEqual([
        { path: 'body.reason', code: 'reason_of_refusal', message: '不公布要选一个原因，公布不用选' },
      ])
    }
    expect((await mine())?.textState).toBe('doubtful')
  })
})

describe('a decision', () => {
  test('is on record: who, when, what and why', async () => {
    await ok(judge(app, on.cast.township, on.rated.ratingId, refusal))
    const [by, at] = [on.cast.township.accountId, app.clock.now()]
    expect(await record()).toEqual([{ ...refusal, judged_by: by, judged_at: at }])
  })

  test('under the same key is the same; another finds nothing to decide', async () => {
    const key = 'judgement-1'
    const first = await ok(judge(app, on.cast.township, on.rated.ratingId, refusal, key))
    expect(await ok(judge(app, on.cast.township, on.rated.ratingId, refusal, key))).toEqual(first)
    expect((await judge(app, on.cast.township, on.rated.ratingId, pass, key)).problem.code).toBe(
      'idempotency_key_reused',
    )
    expect(await codeOf(on.cast.county)).toBe('action_not_open')
    expect(await record()).toHaveLength(1)
    expect(await noticesOf(on.cast.rater)).toHaveLength(1)
  })

  test.each(['unchecked', 'passed', 'refused'])('is not for a text that is %s', async (state) => {
    await app.database.pool.query('UPDATE ratings SET text_state = $2 WHERE id = $1', [
      on.rated.ratingId,
      state,
    ])
    expect(await seenBy(on.cast.township)).not.toContain(on.rated.ratingId)
    expect(await codeOf(on.cast.township)).toBe('action_not_open')
  })
})

describe('words that are taken back', () => {
  const erase = async () =>
    ok(
      app.call('eraseRatingText', {
        params: { id: on.rated.ratedId },
        token: (await fresh(app, on.cast.rater)).token,
      }),
    )

  test('before a decision are not there to be decided', async () => {
    await erase()
    expect(await seenBy(on.cast.township)).not.toContain(on.rated.ratingId)
    expect(await codeOf(on.cast.township)).toBe('action_not_open')
  })

  test('after it leave nothing of them, nor of why they were refused, to be read', async () => {
    await ok(judge(app, on.cast.township, on.rated.ratingId, refusal))
    await erase()
    expect(await mine()).toMatchObject({ text: null, textState: 'none', textRefusal: null })
    const { rows } = await app.database.pool.query<{ row: string }>(
      `SELECT x::text AS row FROM ratings x WHERE id = $1
       UNION ALL SELECT j::text FROM rating_text_judgements j WHERE rating_id = $1
       UNION ALL SELECT n::text FROM notices n WHERE case_id = $2`,
      [on.rated.ratingId, on.rated.ratedId],
    )
    expect(rows.length).toBeGreaterThan(2)
    expect(JSON.stringify(rows)).not.toContain('吵架')
  })
})
