import { beforeAll, beforeEach } from 'vitest'
import type { TestApp } from '../../support/app'
import {
  clock,
  makeCareProgramme,
  makeCarer,
  makeCareSession,
  makeDuty,
  makePlaced,
  moveTo,
  type Placed,
  tomorrow,
} from '../../support/care'
import { recordsOf, sayOne, toldOf } from '../../support/care-day'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

/** A child that is there, its guardians, and everybody who may or may not hand it over; 17:40. */
export interface Stage {
  programme: string
  session: string
  child: Placed
  mother: Person
  father: Person
  /** On duty in the child's class. */
  carer: Person
  leader: Person
  /** On duty in another class. */
  neighbour: Person
  /** On duty tomorrow. */
  offDuty: Person
  staff: Person
}

let phones = 13_800_000_000

async function makeStage(app: TestApp, staff: Person): Promise<Stage> {
  await moveTo(app, clock('17:40'), staff)
  const programme = await makeCareProgramme(app)
  const session = await makeCareSession(app, programme)
  await makeCareSession(app, programme, { day: tomorrow })
  const [carer, leader] = [await makeCarer(app, '王老师'), await makeCarer(app, '组长李老师')]
  const [neighbour, offDuty] = [await makeCarer(app, '隔壁班张老师'), await makeCarer(app, '休息的陈老师')]
  await makeDuty(app, programme, carer)
  await makeDuty(app, programme, leader, { leader: true })
  await makeDuty(app, programme, neighbour, { classNo: 2 })
  await makeDuty(app, programme, offDuty, { weekdays: [2] })
  const mother = await makePerson(app, { name: '妈妈', phone: String(++phones) })
  const father = await makePerson(app, { name: '爸爸', phone: String(++phones) })
  const child = await makePlaced(app, programme, { guardians: [mother, father] })
  await sayOne(app, carer, {
    kind: 'present',
    sessionId: session,
    childId: child.childId,
    at: clock('16:35'),
  })
  return { programme, session, child, mother, father, carer, leader, neighbour, offDuty, staff }
}

/** The door of a care session, with a new stage before each test. */
export function theDoor(app: TestApp) {
  const stage = {} as Stage
  let staff: Person
  beforeAll(async () => {
    await makeDivisions(app)
    staff = await makePerson(app, { name: '社区值班员', grants: [['staff', here]] })
  })
  beforeEach(async () => void Object.assign(stage, await makeStage(app, staff)))
  const about = () => ({ sessionId: stage.session, childId: stage.child.childId })
  const books = () => recordsOf(app, stage.child.caseId)
  return {
    stage,
    about,
    listed: (personId: string, who = stage.carer) =>
      sayOne(app, who, { kind: 'release', ...about(), by: { method: 'listed', personId } }),
    byGuardian: (guardianId: string, who = stage.carer) =>
      sayOne(app, who, { kind: 'release', ...about(), by: { method: 'guardian', guardianId } }),
    byCode: (code: string, who = stage.carer) =>
      sayOne(app, who, { kind: 'release', ...about(), by: { method: 'code', code } }),
    overridden: (who: Person, name = '二叔') =>
      sayOne(app, who, {
        kind: 'release',
        ...about(),
        by: {
          method: 'override',
          name,
          relation: 'relative',
          called: '妈妈',
          reason: '外婆生病，妈妈来电',
        },
      }),
    kinds: async () => (await books()).map((r) => r.kind),
    refusals: async () => (await books()).filter((r) => r.kind === 'refused').map((r) => r.refusal),
    told: async (kind: string) => (await toldOf(app, stage.child.caseId, kind)).sort(),
  }
}
