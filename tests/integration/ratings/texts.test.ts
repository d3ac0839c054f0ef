import { describe, expect, test } from 'vitest'
import type { RatingText } from '../../../bff/contracts/src/rating-texts'
import { forgetRatings } from '../../../bff/src/modules/ratings/jobs'
import { testApp } from '../../support/app'
import { again, pageFor } from '../../support/ratings'
import { act, deliverAll, ok } from '../../support/story'
import { textStage } from '../../support/text-stage'
import { elsewhere, here, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { on, ratingId, say, check, nextDay, textState, mine } = textStage(app)

test('a text is shown once it was checked, without names and numbers, and where its writer wants it', async () => {
  await say('杨会琼不在，小敏和周小敏等了半天，投影也没开，电话 138-0000-1234，找李师傅')
  await nextDay()
  expect(await mine()).toBeUndefined()
  await check()
  expect(await textState()).toBe('passed')
  const shown = await mine()
  expect(shown?.text).toBe('某某不在，某某和某某等了半天，投影也没开，电话 ＊＊＊，找某师傅')
  expect(Object.keys(shown ?? {}).sort()).toEqual(['id', 'reply', 'service', 'supplement', 'text'])
  expect(shown?.id).not.toBe(on.id)
})

describe('on the day of the rating', () => {
  const toAnswer = async (): Promise<RatingText | undefined> => {
    const asked = { query: { division: here }, token: on.staff.token }
    const { texts } = await ok(app.call<{ texts: RatingText[] }>('listTextsToAnswer', asked))
    const own = await ratingId()
    return texts.find(({ id }) => id === own)
  }
  const replied = async () =>
    (await act(app, 'replyToText', on.staff, await ratingId(), { body: { text: '谢谢' } })).status

  test('neither the unit nor the public reads it: its minute would say whose it is', async () => {
    await say('投影坏了')
    await check()
    app.clock.set('2026-11-25T15:59:59.999Z')
    on.staff = await again(app, on.staff)
    expect([await mine(), await toAnswer(), await replied()]).toEqual([undefined, undefined, 404])
    await nextDay()
    expect(await mine()).toMatchObject({ text: '投影坏了' })
    expect(await toAnswer()).toMatchObject({ text: '投影坏了' })
    expect(await replied()).toBe(201)
  })

  test('its 追评 waits for a day of its own', async () => {
    await say('投影坏了')
    await check()
    await nextDay()
    await app.database.pool.query(
      `UPDATE ratings SET supplement_enc = 'x', supplement_shown = '修好了', supplement_state = 'passed',
         supplement_at = $2 WHERE id = $1`,
      [await ratingId(), app.clock.now()],
    )
    const waiting = { text: '投影坏了', supplement: null }
    expect([await mine(), await toAnswer()]).toMatchObject([waiting, waiting])
    app.clock.set('2026-11-26T16:00:00Z')
    on.staff = await again(app, on.staff)
    const whole = { text: '投影坏了', supplement: '修好了' }
    expect([await mine(), await toAnswer()]).toMatchObject([whole, whole])
  })
})

test('a text of a rating that a review overturned is shown to nobody', async () => {
  await say('投影坏了')
  await check()
  await nextDay()
  expect(await mine()).toBeDefined()
  await app.database.pool.query('UPDATE ratings SET overturned_at = now() WHERE case_id = $1', [on.id])
  expect(await mine()).toBeUndefined()
})

test('who does not want it shown is read by staff alone', async () => {
  await say('投影不好用', false)
  await check()
  await nextDay()
  expect(await mine()).toBeUndefined()
  const list = await ok(
    app.call<{ texts: { text: string; public: boolean }[] }>('listTextsToAnswer', {
      query: { division: here },
      token: on.staff.token,
    }),
  )
  expect(list.texts.find((text) => text.text === '投影不好用')).toMatchObject({ public: false })
})

describe('an answer', () => {
  const reply = (who: Person, textId: string, text = '谢谢，已经修好了。') =>
    act(app, 'replyToText', who, textId, { body: { text } })

  test('is given once, stands with the text, and its writer is told', async () => {
    await say('投影坏了')
    await check()
    await nextDay()
    const textId = await ratingId()
    expect((await reply(on.staff, textId)).status).toBe(201)
    expect((await reply(on.staff, textId, '再谢一次')).problem).toMatchObject({
      status: 409,
      code: 'reply_given',
    })
    expect(await mine()).toMatchObject({
      reply: { text: '谢谢，已经修好了。', by: '杨会琼', on: '2026-11-26' },
    })
    expect((await ok(pageFor(app, on.party, on.id))).rating?.reply).toMatchObject({ by: '杨会琼' })
    await deliverAll(app)
    const { notices } = await ok(
      app.call<{ notices: { kind: string; caseId: string }[] }>('listNotices', { token: on.party.token }),
    )
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'rating_replied', caseId: on.id }))
  })

  test('is masked like what it answers', async () => {
    await say('投影坏了')
    await check()
    await nextDay()
    const said = '谢谢周小敏，11月21日来修，有事打13888001234'
    const answered = await ok(
      app.call<RatingText>('replyToText', {
        params: { id: await ratingId() },
        body: { text: said },
        token: on.staff.token,
      }),
    )
    expect(answered.reply?.text).toBe('谢谢某某，某月某日来修，有事打＊＊＊')
    expect((await mine())?.reply?.text).toBe('谢谢某某，某月某日来修，有事打＊＊＊')
  })

  test('that may still hold a name is not taken, until the name is out', async () => {
    await say('投影坏了')
    await check()
    await nextDay()
    const textId = await ratingId()
    const { problem } = await reply(on.staff, textId, '谢谢张丽华反映，请打13888001234找王主任')
    expect(problem).toMatchObject({ status: 422, code: 'invalid_request' })
    expect(problem.errors).toEqual([
      { path: 'body.text', code: 'may_name', message: '可能写了人名，请去掉再发' },
    ])
    expect(await mine()).toMatchObject({ reply: null })
    expect((await reply(on.staff, textId, '谢谢反映，请打13888001234找王主任')).status).toBe(201)
    expect((await mine())?.reply?.text).toBe('谢谢反映，请打＊＊＊找某主任')
  })

  test('is for staff of the place, and not for a text that is not checked', async () => {
    await say('投影坏了')
    await nextDay()
    const textId = await ratingId()
    expect((await reply(on.staff, textId)).problem?.code).toBe('not_found')
    await check()
    const away = await makePerson(app, { grants: [['staff', elsewhere]], community: elsewhere })
    const supervisor = await makePerson(app, { grants: [['supervisor', '5323']] })
    expect((await reply(away, textId)).problem?.code).toBe('not_found')
    expect((await reply(on.party, textId)).problem?.code).toBe('not_found')
    expect((await reply(supervisor, textId)).problem?.code).toBe('not_allowed')
  })
})

describe('words are taken back', () => {
  test('by their writer, everywhere, with a proof; the grade stays', async () => {
    await say('投影坏了')
    await check()
    await nextDay()
    expect(await mine()).toBeDefined()
    const page = await ok(app.call('eraseRatingText', { params: { id: on.id }, token: on.party.token }))
    expect(page).toMatchObject({ rating: { grade: 'satisfied', text: null, textState: 'none' } })
    expect(await mine()).toBeUndefined()
    const { rows } = await app.database.pool.query('SELECT * FROM erasure_proofs WHERE about_id = $1', [
      on.party.accountId,
    ])
    expect(rows).toMatchObject([{ tag: 'contact', cause: 'asked', fields: 1 }])
  })

  test('with what was answered to them, for an answer says what it answers', async () => {
    await say('投影坏了')
    await check()
    await nextDay()
    const textId = await ratingId()
    const reply = () => act(app, 'replyToText', on.staff, textId, { body: { text: '投影已经修好了' } })
    await ok(reply())
    await ok(app.call('eraseRatingText', { params: { id: on.id }, token: on.party.token }))
    const { rows } = await app.database.pool.query<object>('SELECT * FROM ratings WHERE id = $1', [textId])
    expect(rows).toMatchObject([{ reply: null, reply_by: null, reply_name: null, replied_at: null }])
    expect(JSON.stringify(rows)).not.toContain('投影')
    expect((await ok(pageFor(app, on.party, on.id))).rating).toMatchObject({ text: null, reply: null })
    const answered = app.call<{ texts: RatingText[] }>('listTextsToAnswer', {
      query: { division: here, show: 'answered' },
      token: on.staff.token,
    })
    expect((await ok(answered)).texts.map(({ id }) => id)).not.toContain(textId)
    expect((await reply()).problem.code).toBe('not_found')
  })

  test('by the clock after two years, with a proof', async () => {
    await say('投影坏了')
    app.clock.advance(729 * 1440)
    await forgetRatings(app.deps)
    const kept = async () =>
      (
        await app.database.pool.query<{ n: number }>(
          'SELECT count(text_enc)::int AS n FROM ratings WHERE case_id = $1',
          [on.id],
        )
      ).rows[0]?.n
    expect(await kept()).toBe(1)
    app.clock.advance(2 * 1440)
    while ((await forgetRatings(app.deps)) > 0);
    expect(await kept()).toBe(0)
  })
})
