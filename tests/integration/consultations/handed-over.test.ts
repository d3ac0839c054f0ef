/** Of what was not handed over, whoever receives a matter learns not even that it is there, whatever it is. */
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { handedPart, type Referral, type Thread } from '../../../bff/contracts/src/consultation-thread'
import { testApp } from '../../support/app'
import { ask, fresh, offer, threadOf } from '../../support/consultations'
import { act, caseOf, ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let [party, sender, receiver] = [{} as Person, {} as Person, {} as Person]
let id = ''
/** Of each line in the thread: its words, and the picture that was put to it. */
const lines: { words: string | null; file: string | null; party: boolean; before: boolean }[] = []
const secrets = ['头一句', '补的话', '顾问的话', '更正的话', '追问的话']

const say = async (name: 'party' | 'sender' | 'receiver', body: Record<string, unknown>): Promise<void> => {
  const who = { party, sender, receiver }[name]
  const [wanted, sent] =
    name === 'party'
      ? (['addToConsultation', { ...body, files: [] }] as const)
      : body.n === undefined
        ? (['answerConsultation', body] as const)
        : (['correctLine', body] as const)
  await ok(act(app, wanted, who, id, { body: sent }))
  app.clock.advance(1)
}
const wrote = (words: string | null, by: 'party' | 'adviser', before = true): number =>
  lines.push({ words, file: null, party: by === 'party', before })

beforeAll(async () => {
  await makeDivisions(app)
  party = await makePerson(app, { name: '李秀英' })
  sender = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
  receiver = await makePerson(app, { name: '段永红', grants: [['mediator', here.slice(0, 6)]] })
  const reach = { reach: 'phone', words: '头一句', opposite: '张老板' } as const
  id = (await ask(app, party, reach)).id
  app.clock.advance(1)
  await say('party', { words: '补的话' })
  await say('sender', { as: 'answer', words: '顾问的话' })
  await say('sender', { n: 3, words: '更正的话' })
  await say('sender', { as: 'ask', words: '追问的话' })
  await ok(act(app, 'recordAttempt', sender, id, { body: { outcome: 'no_answer' } }))
  app.clock.advance(1)
  await ok(offer(app, sender, id))
  const [time] = (await threadOf(app, party, id)).appointments
  await ok(act(app, 'takeTime', party, time?.id ?? ''))
  app.clock.advance(1)
  const proposed = () =>
    act(app, 'proposeReferral', sender, id, { body: { kind: 'mediation', parts: ['question'] } })
  const last = async (): Promise<Referral | undefined> => (await threadOf(app, party, id)).referrals.at(-1)
  await ok(proposed())
  await ok(act(app, 'declineReferral', party, (await last())?.id ?? ''))
  app.clock.advance(1)
  await ok(proposed())
  await ok(act(app, 'consentReferral', party, (await last())?.id ?? ''))
  app.clock.advance(1)
  await ok(act(app, 'acknowledgeReferral', receiver, (await last())?.id ?? ''))
  app.clock.advance(1)
  for (const [words, by] of [
    ['头一句', 'party'],
    ['补的话', 'party'],
    ['顾问的话', 'adviser'],
    ['更正的话', 'adviser'],
    ['追问的话', 'adviser'],
  ] as const)
    wrote(words, by)
  await say('party', { words: '以后的话' })
  await say('receiver', { as: 'answer', words: '接收人的话' })
  wrote('以后的话', 'party', false)
  wrote('接收人的话', 'adviser', false)
  // A picture with each line of another kind, as if it had been sent along.
  for (const n of [1, 3, 6]) {
    const file = randomUUID()
    Object.assign(lines[n - 1] ?? {}, { file })
    await pool.query(
      `INSERT INTO consultation_line_files SELECT id, $3, 1 FROM consultation_lines WHERE case_id = $1 AND n = $2`,
      [id, n, file],
    )
  }
})

const subsets = <T>([first, ...rest]: readonly T[]): T[][] =>
  first === undefined ? [[]] : subsets(rest).flatMap((some) => [some, [first, ...some]])
const all = subsets(handedPart.options)
const whole = all.find((parts) => parts.length === handedPart.options.length) ?? []

interface Unread {
  consultations: { unread: number }[]
}
const unread = async (): Promise<number | undefined> =>
  (await ok(app.call<Unread>('listHandled', { query: { show: 'mine' }, token: receiver.token })))
    .consultations[0]?.unread

/** What a receiver of these parts is to see of each line, in order. */
const expected = (parts: readonly string[]) =>
  lines
    .map(({ words, file, before, party: isParty }, n) => ({
      words: !before || parts.includes(n === 0 ? 'question' : 'thread') ? words : null,
      files: file !== null && (!before || parts.includes('files')) ? [file] : [],
      isParty,
    }))
    .filter(({ words, files }) => words !== null || files.length > 0)

const came = ({ lines: got }: Thread) =>
  got.map(({ words, files, side }) => ({
    words,
    files: files.map((file) => file.id),
    isParty: side === 'party',
  }))

test.each(all)('handed over: %s %s %s %s %s', async (...given) => {
  const parts = given.filter((part) => part !== undefined)
  await pool.query('UPDATE consultations SET parts = $2 WHERE case_id = $1', [id, parts])
  await pool.query(`DELETE FROM consultation_reads WHERE case_id = $1 AND side = 'adviser'`, [id])
  Object.assign(receiver, await fresh(app, receiver))
  const wanted = expected(parts)
  expect(await unread()).toBe(wanted.filter(({ isParty }) => isParty).length)
  const thread = await threadOf(app, receiver, id)
  expect(came(thread)).toEqual(wanted)
  expect(thread.lines.map(({ n }) => n)).toEqual(wanted.map((_, n) => n + 1))
  const withThread = parts.includes('thread')
  const beside = [thread.attempts, thread.appointments, thread.referrals].map(({ length }) => length)
  expect(beside).toEqual(withThread ? [1, 1, 2] : [0, 0, 1])
  const { timeline, facts, lapsesAt } = await caseOf(app, receiver, id)
  // Both count from the minute of what was said.
  expect([lapsesAt, facts]).toMatchObject([null, { askUntil: null }])
  expect(timeline.map(({ action }) => action)).toEqual(
    withThread
      ? expect.arrayContaining(['correct', 'attempt', 'offer_times', 'decline'])
      : ['request', 'acknowledge', 'add', 'answer'],
  )
  const answers = JSON.stringify([thread, timeline])
  for (const secret of secrets)
    if (!wanted.some(({ words }) => words === secret)) expect(answers).not.toContain(secret)
  for (const [part, secret] of [
    ['opposite', '张老板'],
    ['phone', '李秀英'],
    ['phone', '"phone"'],
  ] as const)
    if (!parts.includes(part)) expect(JSON.stringify([thread.intake, thread.person])).not.toContain(secret)
  // Of the sender not even the badge, but where a line of theirs came along.
  const hers = withThread || parts.includes('files')
  expect(answers.includes('高正荣')).toBe(hers)
  // What is read is marked by the numbers that are shown.
  await ok(
    app.call('markThreadRead', { params: { id }, body: { upTo: wanted.length }, token: receiver.token }),
  )
  expect(await unread()).toBe(0)
  expect((await threadOf(app, receiver, id)).readUpTo.adviser).toBe(wanted.length)
})

test('whoever asked reads all of it, and a correction names the line that its reader sees', async () => {
  expect(came(await threadOf(app, await fresh(app, party), id))).toMatchObject(
    lines.map(({ words }) => ({ words })),
  )
  for (const parts of [['question'], whole]) {
    await pool.query('UPDATE consultations SET parts = $2 WHERE case_id = $1', [id, parts])
    const own = (await threadOf(app, receiver, id)).lines.find(({ words }) => words === '接收人的话')
    await ok(act(app, 'correctLine', receiver, id, { body: { n: own?.n, words: '改过的话' } }))
    expect((await threadOf(app, receiver, id)).lines.at(-1)).toMatchObject({ corrects: own?.n })
    expect((await threadOf(app, party, id)).lines.at(-1)).toMatchObject({ corrects: 7 })
  }
  expect((await act(app, 'correctLine', receiver, id, { body: { n: 3, words: '别人的' } })).status).toBe(404)
})

test('that somebody has answered before does not show in what the receiver may do', async () => {
  const [asker, mine, theirs] = await Promise.all([party, sender, receiver].map((who) => fresh(app, who)))
  if (!asker || !mine || !theirs) throw new Error('nobody is there')
  const other = await ask(app, asker)
  await ok(act(app, 'answerConsultation', mine, other.id, { body: { as: 'answer', words: '先调解。' } }))
  const proposal = { body: { kind: 'mediation', parts: ['question'] } }
  await ok(act(app, 'proposeReferral', mine, other.id, proposal))
  const referral = (await threadOf(app, asker, other.id)).referrals.at(-1)?.id ?? ''
  await ok(act(app, 'consentReferral', asker, referral))
  await ok(act(app, 'acknowledgeReferral', theirs, referral))
  await ok(act(app, 'answerConsultation', theirs, other.id, { body: { as: 'ask', words: '哪天方便？' } }))
  expect((await caseOf(app, theirs, other.id)).can).not.toContain('close')
  await ok(act(app, 'answerConsultation', theirs, other.id, { body: { as: 'answer', words: '周三来。' } }))
  await ok(act(app, 'answerConsultation', theirs, other.id, { body: { as: 'ask', words: '来得了吗？' } }))
  expect((await caseOf(app, theirs, other.id)).can).toContain('close')
})
