import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RatingText } from '../../../bff/contracts/src/rating-texts'
import { checkOverdueTexts, checkRatingText, forgetRatings } from '../../../bff/src/modules/ratings/jobs'
import { testApp } from '../../support/app'
import { again, finishedBooking, makeRater, pageFor, rate } from '../../support/ratings'
import { act, deliverAll, ok } from '../../support/story'
import { elsewhere, here, liftQuota, makeDivisions, makePerson, type Person } from '../../support/world'
import { wechatChecker } from '../../support/wechat-checker'

const wechat = await wechatChecker()
const app = await testApp({
  WECHAT_APP_ID: 'wxlinli',
  WECHAT_APP_SECRET: 'secret',
  WECHAT_API_BASE: wechat.base,
})
let staff: Person
let party: Person
let id: string

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
})
beforeEach(async () => {
  Object.assign(wechat, { asked: [], answers: [] })
  app.clock.set('2026-11-23T02:12:00Z')
  staff = await again(app, staff)
  party = await makeRater(app, '周小敏')
  id = (await finishedBooking(app, party, staff)).id
  ;[staff, party] = [await again(app, staff), await again(app, party)]
})

const ratingId = async (): Promise<string> => {
  const { rows } = await app.database.pool.query<{ id: string }>(
    'SELECT id FROM ratings WHERE case_id = $1',
    [id],
  )
  return rows[0]?.id ?? ''
}
const say = (text: string, publish = true) => ok(rate(app, party, id, { text, publish }))
const check = async () => checkRatingText(app.deps, await ratingId())
const textState = async () => (await ok(pageFor(app, party, id))).rating?.textState
const texts = async (): Promise<RatingText[]> => {
  const path = { params: { code: here } }
  return (await ok(app.call<{ texts: RatingText[] }>('listRatingTexts', path))).texts
}
const mine = async () => {
  const own = await ratingId()
  return (await texts()).find((text) => text.id === own)
}

/** The writer came by WeChat. */
const knownToWechat = () =>
  app.database.pool.query(
    `INSERT INTO login_identities (provider, subject_hash, subject_enc, account_id, created_at)
     VALUES ('wechat', $1, $2, $3, now())`,
    [
      app.deps.cipher.lookup('wechat', party.accountId),
      app.deps.cipher.encrypt('contact', 'openid-1'),
      party.accountId,
    ],
  )

test('a text is shown once it was checked, without names and numbers, and where its writer wants it', async () => {
  await say('杨会琼不在，小敏和周小敏等了半天，投影也没开，电话 138-0000-1234，找李师傅')
  expect(await mine()).toBeUndefined()
  await check()
  expect(await textState()).toBe('passed')
  const shown = await mine()
  expect(shown?.text).toBe('某某不在，某某和某某等了半天，投影也没开，电话 ＊＊＊，找某师傅')
  expect(Object.keys(shown ?? {}).sort()).toEqual(['id', 'reply', 'service', 'supplement', 'text'])
  expect(shown?.id).not.toBe(id)
})

test('who does not want it shown is read by staff alone', async () => {
  await say('投影不好用', false)
  await check()
  expect(await mine()).toBeUndefined()
  const list = await ok(
    app.call<{ texts: { text: string; public: boolean }[] }>('listTextsToAnswer', {
      query: { division: here },
      token: staff.token,
    }),
  )
  expect(list.texts.find((text) => text.text === '投影不好用')).toMatchObject({ public: false })
})

describe('the check', () => {
  test('by the list: what is on it is never shown, with signs between or not', async () => {
    await say('投影旁边有人代 开-发·票')
    await check()
    expect(await textState()).toBe('refused')
    expect(await mine()).toBeUndefined()
    expect(wechat.asked).toEqual([])
  })

  test.each([
    ['pass', 'passed'],
    ['review', 'doubtful'],
    ['risky', 'refused'],
  ])('by WeChat: %s is %s', async (suggest, expected) => {
    await knownToWechat()
    await say('投影很好')
    wechat.answers.push({ errcode: 0, result: { suggest } })
    await check()
    expect(await textState()).toBe(expected)
    const asked = wechat.asked.find(({ path }) => path.startsWith('/wxa/msg_sec_check?access_token='))
    expect(asked?.body).toEqual({ content: '投影很好', version: 2, scene: 2, openid: 'openid-1' })
  })

  test('a token that was replaced is fetched again, once', async () => {
    await knownToWechat()
    await say('投影很好')
    wechat.answers.push({ errcode: 40001 }, { errcode: 0, result: { suggest: 'pass' } })
    await check()
    expect(await textState()).toBe('passed')
    expect(wechat.asked.filter(({ path }) => path.startsWith('/wxa'))).toHaveLength(2)
  })

  test('when WeChat fails the rating stands, the text waits unseen and is checked later', async () => {
    await knownToWechat()
    await say('投影很好')
    wechat.answers.push({ errcode: -1 })
    expect(await check()).toBe(false)
    expect(await textState()).toBe('unchecked')
    expect(await mine()).toBeUndefined()
    app.clock.advance(11)
    wechat.answers.push({ errcode: 0, result: { suggest: 'pass' } })
    await checkOverdueTexts(app.deps)
    party = await again(app, party)
    expect(await textState()).toBe('passed')
  })

  test('words that were taken back while they were checked stay gone', async () => {
    await say('投影很好')
    await ok(app.call('eraseRatingText', { params: { id }, token: party.token }))
    await check()
    expect(await textState()).toBe('none')
  })
})

describe('an answer', () => {
  const reply = (who: Person, textId: string, text = '谢谢，已经修好了。') =>
    act(app, 'replyToText', who, textId, { body: { text } })

  test('is given once, stands with the text, and its writer is told', async () => {
    await say('投影坏了')
    await check()
    const textId = await ratingId()
    expect((await reply(staff, textId)).status).toBe(201)
    expect((await reply(staff, textId, '再谢一次')).problem).toMatchObject({
      status: 409,
      code: 'reply_given',
    })
    expect(await mine()).toMatchObject({
      reply: { text: '谢谢，已经修好了。', by: '杨会琼', on: '2026-11-25' },
    })
    expect((await ok(pageFor(app, party, id))).rating?.reply).toMatchObject({ by: '杨会琼' })
    await deliverAll(app)
    const { notices } = await ok(
      app.call<{ notices: { kind: string; caseId: string }[] }>('listNotices', { token: party.token }),
    )
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'rating_replied', caseId: id }))
  })

  test('is for staff of the place, and not for a text that is not checked', async () => {
    await say('投影坏了')
    const textId = await ratingId()
    expect((await reply(staff, textId)).problem?.code).toBe('not_found')
    await check()
    const away = await makePerson(app, { grants: [['staff', elsewhere]], community: elsewhere })
    const supervisor = await makePerson(app, { grants: [['supervisor', '5323']] })
    expect((await reply(away, textId)).problem?.code).toBe('not_found')
    expect((await reply(party, textId)).problem?.code).toBe('not_found')
    expect((await reply(supervisor, textId)).problem?.code).toBe('not_allowed')
  })
})

describe('words are taken back', () => {
  test('by their writer, everywhere, with a proof; the grade stays', async () => {
    await say('投影坏了')
    await check()
    const page = await ok(app.call('eraseRatingText', { params: { id }, token: party.token }))
    expect(page).toMatchObject({ rating: { grade: 'satisfied', text: null, textState: 'none' } })
    expect(await mine()).toBeUndefined()
    const { rows } = await app.database.pool.query('SELECT * FROM erasure_proofs WHERE about_id = $1', [
      party.accountId,
    ])
    expect(rows).toMatchObject([{ tag: 'contact', cause: 'asked', fields: 1 }])
  })

  test('by the clock after two years, with a proof', async () => {
    await say('投影坏了')
    app.clock.advance(729 * 1440)
    await forgetRatings(app.deps)
    const kept = async () =>
      (
        await app.database.pool.query<{ n: number }>(
          'SELECT count(text_enc)::int AS n FROM ratings WHERE case_id = $1',
          [id],
        )
      ).rows[0]?.n
    expect(await kept()).toBe(1)
    app.clock.advance(2 * 1440)
    while ((await forgetRatings(app.deps)) > 0);
    expect(await kept()).toBe(0)
  })
})
