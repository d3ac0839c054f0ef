/** Two satisfaction surveys of the prefecture: one that is running, and last month's with its counted results. */
import type { Question } from '@linli/contracts/surveys'
import type { Client } from 'pg'
import { resultsOf, type Tally } from '../../bff/src/modules/surveys/blocks'
import { resultRows } from '../../bff/src/modules/surveys/closing'
import { optionsOf, paperDays } from '../../bff/src/modules/surveys/rules'
import { addDays, dayOf, instantAt, startOfDay } from '../../bff/src/platform/shanghai'
import type { DivisionRow } from './divisions'
import { demoCommunities } from './facilities'
import { insertRows } from './insert'
import { bookersOf, demoId, isNamed, staffOf } from './people'
import { diceFor, type Dice, uuidOf } from './random'
import type { AccountRow } from './rows'

const root = '5323'
const isDemo = (code: string): boolean => (demoCommunities as readonly string[]).includes(code)

const questions: Question[] = [
  { kind: 'grade', title: '您对社区服务总体满意吗？', options: [] },
  { kind: 'grade', title: '工作人员的态度您满意吗？', options: [] },
  {
    kind: 'choice',
    title: '您最希望先改进哪一项？',
    options: ['活动场地', '课后托管', '法律咨询', '办事时间', '养老服务'],
  },
  { kind: 'choice', title: '您平时怎样办社区的事？', options: ['手机上办', '到社区办', '家人代办'] },
]

interface Wave {
  key: string
  title: string
  /** Days from today. */
  from: number
  to: number
  /** Answers on the phone in one community at most; the two of the demonstration have more. */
  most: number
  sheets: number
}

const waves: Wave[] = [
  { key: 'last', title: '上季度社区服务满意度调查', from: -40, to: -11, most: 12, sheets: 14 },
  { key: 'running', title: '本季度社区服务满意度调查', from: -9, to: 11, most: 6, sheets: 5 },
]

/** Most people are content; what they choose else is even. */
const gradeOf = (dice: Dice): number => [0.46, 0.8, 0.93, 0.98].filter((share) => dice.next() > share).length
const answerTo = (question: Question, dice: Dice): number =>
  question.kind === 'grade' ? gradeOf(dice) : dice.between(0, question.options.length - 1)

interface AnswerRow {
  id: string
  survey_id: string
  community_code: string
  answers: number[]
  sheet: number | null
  entered_by: string | null
}

/** So many answers of a community, of which the last so many are on paper. */
function answersOf(surveyId: string, community: string, people: number, sheets: number): AnswerRow[] {
  const dice = diceFor(`answers ${surveyId} ${community}`)
  return Array.from({ length: people + sheets }, (_, n) => ({
    id: uuidOf(`answer ${surveyId} ${community} ${n}`),
    survey_id: surveyId,
    community_code: community,
    answers: questions.map((question) => answerTo(question, dice)),
    sheet: n < people ? null : n - people + 1,
    entered_by: n < people ? null : staffOf(community).id,
  }))
}

const mostVisitors = Math.max(...waves.map(({ most }) => most))
const visitorsOf = (community: string): string[] =>
  Array.from({ length: mostVisitors }, (_, n) => uuidOf(`survey visitor ${community} ${n}`))

/** Who may answer in a community; the named people have not yet, so that a newcomer can. */
const peopleOf = (accounts: readonly AccountRow[], community: string): string[] =>
  isDemo(community) ? bookersOf(accounts, community).filter((id) => !isNamed(id)) : visitorsOf(community)

const zero: Tally = { answered: 0, counts: questions.map((q) => Array<number>(optionsOf(q)).fill(0)) }

function tallied(answers: readonly AnswerRow[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (const { community_code, answers: given } of answers) {
    const sum = tallies.get(community_code) ?? structuredClone(zero)
    tallies.set(community_code, sum)
    sum.answered += 1
    given.forEach((option, q) => {
      const options = sum.counts[q]
      if (options) options[option] = (options[option] ?? 0) + 1
    })
  }
  return tallies
}

interface Place {
  divisions: readonly DivisionRow[]
  accounts: readonly AccountRow[]
  now: Date
}

function surveyOf({ key, title, from, to }: Wave, now: Date) {
  const [startsOn, endsOn] = [addDays(dayOf(now), from), addDays(dayOf(now), to)]
  const closes = startOfDay(addDays(endsOn, paperDays + 1))
  const closedAt = closes <= now ? closes : null
  const publishedAt = instantAt(addDays(startsOn, -2), 9 * 60)
  return {
    id: uuidOf(`survey ${key}`),
    division_code: root,
    title,
    about: '一共四道题，一分钟答完。不记名，只公布五人以上合计的结果。',
    questions,
    starts_on: startsOn,
    ends_on: endsOn,
    state: closedAt ? 'closed' : 'published',
    created_by: demoId('32-prefecture'),
    created_at: publishedAt,
    published_at: publishedAt,
    closed_at: closedAt,
    counted_at: closedAt,
    reach_on: dayOf(closedAt ?? now),
  }
}

/** The communities of the two townships of the demonstration. */
const reachedOf = (divisions: readonly DivisionRow[]): string[] =>
  divisions
    .filter(({ level }) => level === 'community')
    .map(({ code }) => code)
    .filter((code) => demoCommunities.some((demo) => demo.slice(0, 9) === code.slice(0, 9)))

/** Each of the demonstration printed more forms than came back. */
const runsOf = ({ id, published_at }: { id: string; published_at: Date }, sheets: number) =>
  demoCommunities.map((code) => ({
    id: uuidOf(`forms ${id} ${code}`),
    survey_id: id,
    community_code: code,
    first_sheet: 1,
    last_sheet: sheets + 15,
    printed_by: staffOf(code).id,
    printed_at: published_at,
  }))

async function insertWave(client: Client, wave: Wave, { divisions, accounts, now }: Place): Promise<void> {
  const survey = surveyOf(wave, now)
  const dice = diceFor(`survey ${wave.key}`)
  const given = reachedOf(divisions).map((code) => {
    const people = isDemo(code) ? wave.most * 4 : dice.between(0, wave.most)
    const by = peopleOf(accounts, code).slice(0, people)
    return { by, answers: answersOf(survey.id, code, by.length, isDemo(code) ? wave.sheets : 0) }
  })
  const participants = given.flatMap(({ by }) => by.map((id) => ({ survey_id: survey.id, account_id: id })))
  // In the order of their random ids, as the service leaves them when it has counted.
  const answers = given.flatMap((each) => each.answers).sort((a, b) => (a.id < b.id ? -1 : 1))
  await insertRows(client, 'surveys', [survey])
  await insertRows(client, 'survey_participants', participants)
  await insertRows(client, 'survey_forms', runsOf(survey, wave.sheets))
  await insertRows(client, 'survey_answers', answers)
  await client.query(
    `INSERT INTO survey_reach (survey_id, community_code, by_phone, on_paper)
     SELECT survey_id, community_code, count(*) - count(sheet), count(sheet) FROM survey_answers
     WHERE survey_id = $1 GROUP BY 1, 2`,
    [survey.id],
  )
  if (survey.state === 'closed') await insertResults(client, survey.id, answers, divisions)
}

async function insertResults(
  client: Client,
  surveyId: string,
  answers: readonly AnswerRow[],
  divisions: readonly DivisionRow[],
): Promise<void> {
  const within = divisions.map(({ code }) => code).filter((code) => code.startsWith(root))
  const of = (isPaper: boolean) =>
    resultsOf(tallied(answers.filter(({ sheet }) => (sheet !== null) === isPaper)), zero, within, root)
  const rows = resultRows(of(false), of(true), zero).map((row) => ({
    survey_id: surveyId,
    division_code: row.division,
    answered: row.answered,
    on_paper: row.onPaper,
    counts: row.counts,
    paper_counts: row.paperCounts,
  }))
  await insertRows(client, 'survey_results', rows)
}

/** With people of the other communities, who came by WeChat and left no telephone number. */
export async function insertSurveys(client: Client, place: Place): Promise<void> {
  const visitors = reachedOf(place.divisions)
    .filter((code) => !isDemo(code))
    .flatMap((code) => visitorsOf(code).map((id) => ({ id, community_code: code })))
  const cameAt = instantAt(addDays(dayOf(place.now), -60), 600)
  await insertRows(
    client,
    'accounts',
    visitors.map((visitor) => ({ ...visitor, elder_mode: false, created_at: cameAt })),
  )
  for (const wave of waves) await insertWave(client, wave, place)
}
