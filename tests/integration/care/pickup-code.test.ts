import { describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { clock, makeCareSession, makeDoorCode, moveTo, tomorrow } from '../../support/care'
import { childrenSeen, ids, record, sayOne, send } from '../../support/care-day'
import { theDoor } from './door'

const app = await testApp()
const at = theDoor(app)
const s = at.stage

describe('a one-day code', () => {
  test('opens once', async () => {
    const code = await makeDoorCode(app, s.child.childId)
    expect(await at.byCode(code)).toBe('kept')
    expect(await at.byCode(code)).toBe('child_already_released')
    const [seen] = await childrenSeen(app, s.carer)
    expect(seen?.release).toMatchObject({ person: '邻居周师傅', method: 'code' })
  })

  test('that was used in another session of the day is used', async () => {
    const early = await makeCareSession(app, s.programme, { from: 14, to: 16 })
    await moveTo(app, clock('15:50'), s.carer)
    const code = await makeDoorCode(app, s.child.childId)
    await sayOne(app, s.carer, { kind: 'present', sessionId: early, childId: s.child.childId })
    const by = { method: 'code' as const, code }
    expect(
      await sayOne(app, s.carer, { kind: 'release', sessionId: early, childId: s.child.childId, by }),
    ).toBe('kept')
    await moveTo(app, clock('18:00'), s.carer)
    expect(await at.byCode(code)).toBe('code_used')
    expect(await at.refusals()).toEqual(['code_used'])
    expect(await at.told('release_refused')).toEqual(ids(s.mother, s.father, s.leader, s.staff))
  })

  test('opens on its own day only', async () => {
    const late = await makeDoorCode(app, s.child.childId, { code: '271828', day: '2026-11-22' })
    const soon = await makeDoorCode(app, s.child.childId, { code: '161803', day: tomorrow })
    expect(await at.byCode(late)).toBe('code_other_day')
    expect(await at.byCode(soon)).toBe('code_other_day')
    expect(await at.refusals()).toEqual(['code_other_day', 'code_other_day'])
  })

  test('wrong five times is good no more, and then only a leader hands the child over', async () => {
    const code = await makeDoorCode(app, s.child.childId)
    for (let n = 0; n < 5; n++) expect(await at.byCode('000000')).toBe('code_wrong')
    expect(await at.byCode(code)).toBe('code_wrong')
    expect(await at.refusals()).toHaveLength(6)
    expect(await at.overridden(s.carer)).toBe('not_duty_leader')
    expect(await at.overridden(s.leader)).toBe('kept')
  })

  test('wrong four times still opens; the same wrong one sent again is not counted again', async () => {
    const code = await makeDoorCode(app, s.child.childId)
    const wrong = record(app, { kind: 'release', ...at.about(), by: { method: 'code', code: '000000' } })
    for (let n = 0; n < 6; n++)
      expect(await send(app, s.carer, wrong)).toEqual([
        { id: wrong.id, outcome: 'refused', refusal: 'code_wrong' },
      ])
    for (let n = 0; n < 3; n++) expect(await at.byCode('000000')).toBe('code_wrong')
    expect(await at.refusals()).toHaveLength(4)
    expect(await at.byCode(code)).toBe('kept')
  })

  test('that was replaced is wrong', async () => {
    const old = await makeDoorCode(app, s.child.childId, { code: '111222' })
    await app.database.pool.query('UPDATE pickup_codes SET replaced_at = now() WHERE child_id = $1', [
      s.child.childId,
    ])
    const fresh = await makeDoorCode(app, s.child.childId, { code: '333444' })
    expect(await at.byCode(old)).toBe('code_wrong')
    expect(await at.byCode(fresh)).toBe('kept')
  })

  test('in the hands of a carer of another class opens nothing, and stays good', async () => {
    const code = await makeDoorCode(app, s.child.childId)
    expect(await at.byCode(code, s.neighbour)).toBe('other_class')
    expect(await at.refusals()).toEqual(['other_class'])
    expect(await at.byCode(code)).toBe('kept')
  })
})
