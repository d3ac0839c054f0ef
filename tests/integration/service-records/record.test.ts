import { describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { toldTo } from '../../support/consultations'
import { readPdf } from '../../support/pdf'
import { servedStage } from '../../support/service-records'
import { taskStage } from '../../support/tasks'
import { together, values } from '../../support/together'

const app = await testApp()
const stage = taskStage(app)
const own = servedStage(app, stage)

/** From the check-ins alone: from coming to going, within the task, down to half an hour. */
const recomputed = async (partyId: string) =>
  (
    await app.database.pool.query<{ month: string; halves: number }>(
      `SELECT to_char(t.starts_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month,
         sum(floor(extract(epoch FROM least(o.at, t.ends_at) - greatest(i.at, t.starts_at)) / 1800))::int AS halves
       FROM signups s JOIN tasks t ON t.id = s.task_id
         JOIN attendances i ON i.case_id = s.case_id AND i.way = 'in'
         JOIN attendances o ON o.case_id = s.case_id AND o.way = 'out'
       WHERE s.party_id = $1 AND s.state = 'completed' GROUP BY 1 ORDER BY 1 DESC`,
      [partyId],
    )
  ).rows

describe('hours', () => {
  test('of each month are those that check-ins give, and so is what stands in the record', async () => {
    const who = stage.volunteer
    await own.serve({ who, on: '2026-11-25' })
    await own.serve({ who, on: '2026-11-26', came: '14:20', went: '15:55' })
    await own.serve({ who, on: '2026-12-02', came: '13:50', went: '15:29' })
    const [mine] = await own.hours(who)
    const months = await recomputed(who.accountId)
    expect(months).toEqual([
      { month: '2026-12', halves: 2 },
      { month: '2026-11', halves: 7 },
    ])
    expect(mine).toMatchObject({ childId: null, nickname: null, halves: 9, months })
    expect(mine?.tasks.map(({ on, halves }) => [on, halves])).toEqual([
      ['2026-12-02', 2],
      ['2026-11-26', 3],
      ['2026-11-25', 4],
    ])
    const november = await own.issue(who, { fromDay: '2026-11-01', toDay: '2026-11-30' })
    expect(november).toMatchObject({
      halves: 7,
      fromDay: '2026-11-01',
      toDay: '2026-11-30',
      withdrawnAt: null,
    })
    expect((await readPdf(await own.pdf(who, november.id))).text).toContain('服务时长合计 3.5 小时')
    app.clock.advance(1)
    const all = await own.issue(who)
    expect(all).toMatchObject({ halves: 9, fromDay: '2026-11-25', toDay: '2026-12-02' })
    expect((await own.hours(who))[0]?.records.map(({ id }) => id)).toEqual([all.id, november.id])
  })

  test('that somebody objects to do not count until they are said again', async () => {
    const id = await own.serve({ who: stage.volunteer, on: '2026-11-25' })
    await stage.decide('disputeHours', stage.volunteer, id, { note: '少算了' })
    expect(await own.hours(stage.volunteer)).toMatchObject([{ halves: 0, tasks: [] }])
    expect((await own.issuing(stage.volunteer)).problem.code).toBe('record_empty')
  })
})

describe('the paper', () => {
  test('is text that can be selected, its letters lie within, and it is A4', async () => {
    const who = stage.volunteer
    await own.serve({ who, on: '2026-11-25', went: '15:30' })
    const record = await own.issue(who)
    const file = await own.pdf(who, record.id)
    const read = await readPdf(file)
    const { rows } = await app.database.pool.query<{ number: string }>(
      `SELECT number FROM cases WHERE type = 'volunteer' AND subject_id = $1`,
      [who.accountId],
    )
    for (const words of [
      '志愿服务记录证明',
      '赵海涛',
      rows[0]?.number ?? '',
      '1.5 小时',
      '陪伴聊天',
      '东兴社区',
      '2026-11-25',
      record.number,
      await own.codeOf(record.id),
      '/verify',
    ])
      expect(read.text).toContain(words)
    expect(read.pages.map(({ width, height }) => [width, height])).toEqual([[595, 842]])
    expect(read.fonts.length).toBeGreaterThanOrEqual(2)
    expect(read.fonts.filter(({ embedded }) => !embedded)).toEqual([])
    const told = (what: string) => file.toString('latin1').split(what).length - 1
    expect(told('/FontFile3 ')).toBe(told('/Type /FontDescriptor'))
    // Nothing is set in a letter that is not there.
    expect(read.text).not.toMatch(/[\0\ufffd]/)
  })

  test('goes on to further pages, each with its number', async () => {
    const who = stage.volunteer
    const id = await own.serve({ who, on: '2026-11-25' })
    // Sixty more of the same, written as rows.
    await app.database.pool.query(
      `WITH made AS (SELECT gen_random_uuid() AS id FROM generate_series(1, 60)),
         c AS (INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for,
             created_at, title, starts_at, ends_at, closed_at, finished_at)
           SELECT m.id, case_number('RW', now()), type, community_code, subject_id, actor_id, actor_role, state, waiting_for,
             created_at, title, starts_at, ends_at, closed_at, finished_at FROM made m, cases WHERE cases.id = $1 RETURNING id),
         s AS (INSERT INTO signups SELECT c.id, state, task_id, party_id, starts_at, ends_at FROM c, signups
           WHERE case_id = $1 RETURNING case_id)
       INSERT INTO signup_hours (case_id, halves, said_by, badge, at)
         SELECT s.case_id, 4, said_by, badge, at FROM s, signup_hours h WHERE h.case_id = $1`,
      [id],
    )
    const record = await own.issue(who)
    const { pages, text } = await readPdf(await own.pdf(who, record.id))
    expect(record.halves).toBe(61 * 4)
    expect(text).toContain('122 小时')
    expect(pages.length).toBeGreaterThanOrEqual(2)
    pages.forEach((page, n) => expect(page.text).toContain(`第 ${n + 1} 页，共 ${pages.length} 页`))
  })

  test('prints what the font has, and a mark for what it lacks, of a name with which sign that is', async () => {
    const who = await stage.joining('赵\u{2a6d6}', {}, '13977779999')
    // One of each plane, an emoji of five signs, and what turns a line around.
    const planes = [...Array(17).keys()].map((plane) => String.fromCodePoint(plane * 0x10000 + 0x4e01))
    const title = `包饺子👨‍👩‍👧\u202e${planes.join('')}`.slice(0, 48)
    const id = await own.serve({ who, on: '2026-11-25' })
    await app.database.pool.query(
      'UPDATE tasks SET title = $2 WHERE id = (SELECT task_id FROM signups WHERE case_id = $1)',
      [id, title],
    )
    const { text } = await readPdf(await own.pdf(who, (await own.issue(who)).id))
    expect(text).toContain('姓名 赵〓')
    expect(text).toContain('包饺子〓')
    expect(text).toContain('〓 是印不出的字，姓名里的依次是 U+2A6D6。')
    expect(text).not.toMatch(/[\0\ufffd]/)
  })

  test('is its person’s alone', async () => {
    await own.serve({ who: stage.volunteer, on: '2026-11-25' })
    const { id } = await own.issue(stage.volunteer)
    for (const who of [stage.staff, stage.township, await stage.joining('李福', {}, '13977778888')])
      expect((await own.reading(who, id)).problem.code).toBe('not_found')
  })

  test('ends today at the latest, and begins before it ends', async () => {
    await own.serve({ who: stage.volunteer, on: '2026-11-25' })
    const faults = async (body: object) =>
      (await own.issuing(stage.volunteer, body)).problem.errors?.map((e) => e.path)
    expect(await faults({ toDay: '2026-11-26' })).toEqual(['body.toDay'])
    expect(await faults({ fromDay: '2026-11-25', toDay: '2026-11-24' })).toEqual(['body.fromDay'])
  })
})

describe('a correction', () => {
  test('withdraws the record, tells its person once, and a new one can be had', async () => {
    const who = stage.volunteer
    const id = await own.serve({ who, on: '2026-11-25' })
    const other = await own.serve({ who, on: '2026-11-26' })
    const both = await own.issue(who)
    const later = await own.issue(who, { fromDay: '2026-11-26' })
    const code = await own.codeOf(both.id)
    expect(await own.valid(both.number, code)).toBe(true)
    await own.correct(who, id, 3)
    expect(await own.valid(both.number, code)).toBe(false)
    expect(await own.valid(later.number, await own.codeOf(later.id))).toBe(true)
    expect((await own.reading(who, both.id)).problem.code).toBe('record_withdrawn')
    const heard = await toldTo(app, who)
    expect(heard.filter((kind) => kind === 'record_withdrawn')).toHaveLength(1)
    const again = await own.issue(who)
    expect(again).toMatchObject({ halves: 7, withdrawnAt: null })
    expect((await readPdf(await own.pdf(who, again.id))).text).toContain('3.5 小时')
    await own.correct(who, other, 4)
    expect((await own.hours(who))[0]?.records.filter(({ withdrawnAt }) => withdrawnAt === null)).toHaveLength(
      2,
    )
  })

  test('in the same moment as a record is made is in it, or withdraws it', async () => {
    const who = stage.volunteer
    const id = await own.serve({ who, on: '2026-11-25' })
    await stage.decide('disputeHours', who, id, { note: '少算了' })
    await stage.decide('creditHours', stage.staff, id, { halves: 4 })
    for (let round = 0; round < 5; round++) {
      await stage.decide('disputeHours', who, id, { note: '还是不对' })
      const halves = round % 2 === 0 ? 2 : 3
      const tries = [...Array(4).keys()]
      const made = values(
        await together(tries.length + 1, async (n) => {
          if (n === tries.length) await stage.decide('creditHours', stage.staff, id, { halves })
          return n === tries.length ? undefined : own.issuing(who)
        }),
      )
      const ids = made.flatMap((answer) => (answer?.status === 201 ? [answer.body.id] : []))
      const { rows } = await app.database.pool.query<{ halves: number }>(
        'SELECT halves FROM service_records WHERE id = ANY ($1) AND withdrawn_at IS NULL',
        [ids],
      )
      expect(rows.every((row) => row.halves === halves)).toBe(true)
    }
  })
})
