/** Who looks at words that no checker could decide: units above the one they are about, and nobody else. */
import { describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import {
  doubt,
  doubtfulRating,
  judge,
  judgementStage,
  listDoubtful,
  pass,
  township,
} from '../../support/doubtful'
import { rateBadly } from '../../support/follow-ups'
import { ok } from '../../support/story'
import { here, makePerson, nextDoor } from '../../support/world'

const app = await testApp()
const { on, codeOf, seenBy, mine, record } = judgementStage(app)

describe('who decides', () => {
  test.each(['township', 'county', 'prefecture'] as const)('%s: staff of a unit above', async (who) => {
    expect(await seenBy(on.cast[who])).toContain(on.rated.ratingId)
    expect(await codeOf(on.cast[who])).toBe('201')
  })

  test.each([
    ['unit', 'not_allowed'],
    ['grid', 'not_allowed'],
    ['supervisor', 'not_allowed'],
    ['away', 'not_found'],
    ['stranger', 'not_found'],
    ['rater', 'not_found'],
  ] as const)('not %s, who sees no list of them either: %s', async (who, code) => {
    expect(await codeOf(on.cast[who])).toBe(code)
    for (const division of [here, township])
      expect((await listDoubtful(app, on.cast[who], division)).problem.code).toBe('not_found')
    expect((await mine())?.textState).toBe('doubtful')
    expect(await record()).toEqual([])
  })

  test('nobody who works in the rated community as well, or only walks its grid', async () => {
    const both = await makePerson(app, {
      grants: [
        ['staff', township],
        ['staff', here],
      ],
    })
    const walker = await makePerson(app, { grants: [['grid_worker', township]] })
    expect(await codeOf(both)).toBe('not_allowed')
    expect(await seenBy(both)).not.toContain(on.rated.ratingId)
    expect(await codeOf(walker)).toBe('not_allowed')
    expect((await listDoubtful(app, walker, township)).problem.code).toBe('not_found')
  })

  test('nobody who had a hand in what was rated, or wrote it; whoever is above them can', async () => {
    const handled = await doubtfulRating(app, on.cast.rater, { decidedBy: on.cast.township })
    const own = await doubtfulRating(app, on.cast.township)
    for (const { ratingId } of [handled, own]) {
      expect(await codeOf(on.cast.township, ratingId)).toBe('not_allowed')
      expect(await seenBy(on.cast.township)).not.toContain(ratingId)
      expect(await seenBy(on.cast.county)).toContain(ratingId)
      expect(await codeOf(on.cast.county, ratingId)).toBe('201')
    }
  })

  test('of a division above their own they see nothing', async () => {
    expect((await listDoubtful(app, on.cast.township, here.slice(0, 6))).problem.code).toBe('not_found')
    expect((await listDoubtful(app, on.cast.township, '532301999')).problem.code).toBe('not_found')
  })
})

describe('the list', () => {
  test('says the words, what they are and since which day, and no more', async () => {
    await doubt(app, on.rated.ratingId, 'supplement')
    const answer = await ok(listDoubtful(app, on.cast.township, here))
    const [text, supplement] = answer.texts.filter(({ id }) => id === on.rated.ratingId)
    const common = { id: on.rated.ratingId, service: 'booking', public: true, since: '2026-11-23' }
    expect(supplement).toEqual({
      ...common,
      part: 'text',
      communityName: text?.communityName,
      text: '说话像吵架',
    })
    expect(text).toEqual({
      ...common,
      part: 'supplement',
      communityName: text?.communityName,
      text: '还是像吵架',
    })
    const sent = JSON.stringify(answer) + Buffer.from(answer.next ?? '', 'base64url').toString()
    for (const secret of [
      on.rated.ratedId,
      on.rated.id,
      on.rated.roomName,
      on.cast.rater.accountId,
      'dissatisfied',
      ':12:',
    ])
      expect(sent).not.toContain(secret)
  })

  test('has the oldest first, page by page, each once, and counts them all', async () => {
    const away = { community: nextDoor }
    const ids: string[] = []
    for (let n = 0; n < 23; n++) {
      app.clock.advance(1)
      ids.push((await doubtfulRating(app, on.cast.rater, away)).ratingId)
    }
    const read: string[] = []
    let next: string | null | undefined
    do {
      const page = await ok(listDoubtful(app, on.cast.county, nextDoor, next ?? undefined))
      expect(page.waiting).toBe(23)
      read.push(...page.texts.map(({ id }) => id))
      // What was the last one may be decided meanwhile.
      if (next === undefined) await ok(judge(app, on.cast.prefecture, read.at(-1) ?? '', pass))
      next = page.next
      if (next) await doubt(app, read.at(-1) ?? '')
    } while (next)
    expect(read).toEqual(ids)
  })

  test('has none that a review found wrong: they are shown nowhere', async () => {
    await app.database.pool.query('UPDATE ratings SET overturned_at = now() WHERE id = $1', [
      on.rated.ratingId,
    ])
    expect(await seenBy(on.cast.township)).not.toContain(on.rated.ratingId)
    expect(await codeOf(on.cast.township)).toBe('action_not_open')
  })
})

test('a rating without words is none of a judge’s business', async () => {
  const wordless = await rateBadly(app, on.cast.rater)
  expect(await seenBy(on.cast.township)).not.toContain(wordless.ratingId)
  expect(await codeOf(on.cast.township, wordless.ratingId)).toBe('action_not_open')
})
