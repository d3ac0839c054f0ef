/** Names that the mask has missed are hidden by the person who lets doubtful words pass. */
import { beforeEach, expect, test } from 'vitest'
import type { RatingText } from '../../../bff/contracts/src/rating-texts'
import { testApp } from '../../support/app'
import { doubt, doubtfulRating, judge, judgementStage, pass, refusal } from '../../support/doubtful'
import { ok } from '../../support/story'
import { here } from '../../support/world'

const app = await testApp()
const { on, mine, record } = judgementStage(app)

const words = '找王强开门，王强不开，（王强）说找王'
const seal = async (id: string) =>
  (
    await app.database.pool.query<{ text_enc: string; supplement_enc: string }>(
      'SELECT text_enc, supplement_enc FROM ratings WHERE id = $1',
      [id],
    )
  ).rows[0]
const passing = (hide: string[], part: 'text' | 'supplement' = 'text', key?: string) =>
  judge(app, on.cast.township, on.rated.ratingId, { part, verdict: 'pass', hide }, key)
beforeEach(async () => {
  on.rated = await doubtfulRating(app, on.cast.rater, { text: words, supplement: '李芳改了，李芳好' })
})

test('is read by nobody else; what its writer sealed stays whole', async () => {
  const sealed = await seal(on.rated.ratingId)
  await doubt(app, on.rated.ratingId, 'supplement')
  app.clock.set('2026-11-24T02:12:00Z')
  await ok(passing(['王', '王强'], 'text', 'hide-names-1'))
  await ok(passing(['李芳'], 'supplement'))
  await ok(passing(['王', '王强'], 'text', 'hide-names-1'))
  const read = app.call<{ texts: RatingText[] }>('listRatingTexts', { params: { code: here } })
  expect((await ok(read)).texts.find(({ id }) => id === on.rated.ratingId)).toMatchObject({
    text: '找某某开门，某某不开，（某某）说找某某',
    supplement: '某某改了，某某好',
  })
  expect(await seal(on.rated.ratingId)).toEqual(sealed)
  expect(await mine()).toMatchObject({
    text: words,
    shown: '找某某开门，某某不开，（某某）说找某某',
    supplement: { text: '李芳改了，李芳好', shown: '某某改了，某某好' },
  })
  expect(JSON.stringify(await record())).not.toContain('王强')
})

test('stands in the words, or nothing is decided', async () => {
  const { problem } = await passing(['王强', '王刚', '.'])
  expect(problem).toMatchObject({ status: 422, code: 'invalid_request' })
  expect(problem.errors).toEqual(
    [1, 2].map((n) => ({
      path: `body.hide.${n}`,
      code: 'not_in_words',
      message: '这段话里没有这几个字',
    })),
  )
  expect((await mine())?.textState).toBe('doubtful')
  expect(await record()).toEqual([])
})

test.each([
  ['more than five pieces', ['王', '强', '找', '开', '门', '说'], 'body.hide'],
  ['a piece longer than ten signs', ['找王强开门，王强不开，'], 'body.hide.0'],
  ['an empty piece', ['王强', ' '], 'body.hide.1'],
])('is not %s', async (_what, hide, path) => {
  const { problem } = await passing(hide)
  expect(problem.errors).toMatchObject([{ path }])
})

test('belongs to no refusal', async () => {
  const body = { ...refusal, hide: ['王强'] }
  expect((await judge(app, on.cast.township, on.rated.ratingId, body)).problem.errors).toMatchObject([
    { path: 'body.hide', code: 'hide_of_pass' },
  ])
})

test('its writer is shown what others read, once it passed and where it is not what they wrote', async () => {
  expect(await mine()).toMatchObject({ text: words, shown: null, supplement: { shown: null } })
  await ok(judge(app, on.cast.township, on.rated.ratingId, pass))
  expect(await mine()).toMatchObject({ textState: 'passed', shown: null })
  await app.database.pool.query(`UPDATE ratings SET text_shown = '找某某开门' WHERE id = $1`, [
    on.rated.ratingId,
  ])
  expect((await mine())?.shown).toBe('找某某开门')
})
