/** Words are checked behind the rating's back: it never waits for them, and nobody reads them before. */
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkOverdueTexts } from '../../../bff/src/modules/ratings/jobs'
import { testApp } from '../../support/app'
import { rateBadly } from '../../support/follow-ups'
import { again, makeRater } from '../../support/ratings'
import { ok } from '../../support/story'
import { textStage } from '../../support/text-stage'
import { wechatChecker } from '../../support/wechat-checker'

const wechat = await wechatChecker()
const app = await testApp({
  WECHAT_APP_ID: 'wxlinli',
  WECHAT_APP_SECRET: 'secret',
  WECHAT_API_BASE: wechat.base,
})
const { on, say, check, nextDay, textState, mine } = textStage(app)
beforeEach(() => void Object.assign(wechat, { asked: [], answers: [] }))

/** The writer came by WeChat. */
async function knownToWechat(): Promise<void> {
  const id = randomUUID()
  await app.database.pool.query(
    `INSERT INTO login_identities (id, provider, subject_hash, subject_enc, account_id, created_at)
     VALUES ($1, 'wechat', $2, $3, $4, now())`,
    [
      id,
      app.deps.cipher.lookup('wechat', on.party.accountId),
      app.deps.cipher.encrypt('login_identities.subject_enc', id, 'openid-1'),
      on.party.accountId,
    ],
  )
}

const stateOf = async (ratingId: string): Promise<string | undefined> => {
  const { rows } = await app.database.pool.query<{ state: string }>(
    'SELECT text_state AS state FROM ratings WHERE id = $1',
    [ratingId],
  )
  return rows[0]?.state
}

describe('the check', () => {
  test('by the list: what is on it is never shown, with signs between or not', async () => {
    await say('投影旁边有人代 开-发·票')
    await check()
    expect(await textState()).toBe('refused')
    await nextDay()
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

  test('for whom WeChat does not answer any more, two hours after they were there, a person looks', async () => {
    await knownToWechat()
    await say('投影很好')
    wechat.answers.push({ errcode: 61010 })
    expect(await check()).toBe(true)
    expect(await textState()).toBe('doubtful')
    expect(await mine()).toBeUndefined()
  })

  test('when WeChat fails the rating stands, the text waits unseen and is checked later', async () => {
    await knownToWechat()
    await say('投影很好')
    wechat.answers.push({ errcode: -1 })
    expect(await check()).toBe(false)
    expect(await textState()).toBe('unchecked')
    await nextDay()
    expect(await mine()).toBeUndefined()
    app.clock.advance(11)
    wechat.answers.push({ errcode: 0, result: { suggest: 'pass' } })
    await checkOverdueTexts(app.deps)
    on.party = await again(app, on.party)
    expect(await textState()).toBe('passed')
  })

  test('a writer whose key is lost holds up nobody, and after many a round a person looks', async () => {
    await knownToWechat()
    await say('投影很好')
    await app.database.pool.query(
      `UPDATE login_identities SET subject_enc = replace(subject_enc, 'v2.', 'v2.lost-') WHERE account_id = $1`,
      [on.party.accountId],
    )
    app.clock.advance(1)
    const { ratingId } = await rateBadly(app, await makeRater(app), { text: '音响很好' })
    await app.database.pool.query(`UPDATE ratings SET text_state = 'unchecked' WHERE id = $1`, [ratingId])
    app.clock.advance(11)
    await checkOverdueTexts(app.deps)
    expect(await stateOf(ratingId)).toBe('passed')
    on.party = await again(app, on.party)
    for (let round = 1; round < 50; round += 1) {
      expect(await textState()).toBe('unchecked')
      await checkOverdueTexts(app.deps)
    }
    expect(await textState()).toBe('doubtful')
    expect(wechat.asked).toEqual([])
  })

  test('words that were taken back while they were checked stay gone', async () => {
    await say('投影很好')
    await ok(app.call('eraseRatingText', { params: { id: on.id }, token: on.party.token }))
    await check()
    expect(await textState()).toBe('none')
  })
})
