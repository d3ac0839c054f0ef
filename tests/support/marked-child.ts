/** A marked child and everybody around it, over HTTP: for the search of everything that can be read. */
import type { CareSession } from '../../bff/contracts/src/care'
import type { TestApp } from './app'
import { record, send } from './care-day'
import { linkOf, linkSecond, makeChild, ofChild, verify } from './children'
import { goTo, makeProgramme, opening, signUp } from './programmes'
import { deliverAll, ok } from './story'
import { register } from './volunteers'
import { elsewhere, here, makePerson, type Person } from './world'

/** What is known of the child and its people, by what it is. */
export const marks = {
  child: '丙标记孩子',
  birth: '2016-02-29',
  allergy: 'marked-allergy',
  medication: 'marked-medication',
  emergency: '丁标记联系人',
  emergencyPhone: '13766554433',
  listed: '戊标记接送人',
  listedPhone: '13733445566',
  barred: '己标记禁止人',
  delegate: '庚标记代接人',
  health: 'marked-health-note',
  incident: 'marked-incident-note',
  guardian: '辛标记监护人',
  guardianPhone: '13799887766',
}
export type Mark = keyof typeof marks
export const foundIn = (text: string): Mark[] =>
  (Object.keys(marks) as Mark[]).filter((mark) => text.includes(marks[mark]))

const nobody = { token: '' } as Person
export const readers = {
  nobody,
  guardian: nobody,
  second: nobody,
  stranger: nobody,
  staff: nobody,
  staffElsewhere: nobody,
  supervisor: nobody,
  carer: nobody,
  otherCarer: nobody,
}
export type Reader = keyof typeof readers
export const on = { child: '', link: '', programme: '', case: '', volunteer: '' }

export async function makePeople(app: TestApp): Promise<void> {
  readers.guardian = await makePerson(app, { name: marks.guardian, phone: marks.guardianPhone })
  readers.second = await makePerson(app, { name: '第二监护人' })
  readers.stranger = await makePerson(app)
  readers.staff = await makePerson(app, { name: '值班员', grants: [['staff', here]] })
  readers.staffElsewhere = await makePerson(app, { name: '别处值班员', grants: [['staff', elsewhere]] })
  readers.supervisor = await makePerson(app, { name: '督办', grants: [['supervisor', here.slice(0, 9)]] })
  readers.carer = await makePerson(app, { name: '王老师', grants: [['care_worker', here]] })
  readers.otherCarer = await makePerson(app, { name: '李老师', grants: [['care_worker', here]] })
}

const people = (): Person[] => Object.values(readers).filter((person) => person.token)

export async function fillIn(app: TestApp): Promise<void> {
  const { guardian, second, staff } = readers
  const { id } = await makeChild(app, guardian, {
    nickname: '小满',
    name: marks.child,
    birthDate: marks.birth,
    allergies: marks.allergy,
    medication: marks.medication,
    emergencyContacts: [{ name: marks.emergency, phone: marks.emergencyPhone, relation: 'relative' }],
  })
  on.child = id
  await linkSecond(app, guardian, second, id)
  on.link = await linkOf(app, guardian, id)
  await ok(app.call('readPendingLink', { params: { id: on.link }, token: staff.token }))
  await verify(app, staff, guardian, id)
  on.volunteer = (await register(app, guardian, { childId: id })).id
  await ok(
    ofChild(app, 'addPickupPerson', guardian, id, {
      body: { name: marks.listed, phone: marks.listedPhone, relation: 'relative', validFrom: '2026-11-23' },
    }),
  )
  await ok(ofChild(app, 'barPerson', guardian, id, { body: { name: marks.barred } }))
  on.programme = (await makeProgramme(app, staff, { classes: 2 })).id
  const { accountId } = readers.carer
  const days = { startsOn: '2026-12-07', endsOn: '2026-12-18', weekdays: [1, 2, 3, 4, 5] }
  await ok(
    app.call('addDuty', {
      params: { id: on.programme },
      body: { accountId, classNo: 1, leader: true, ...days },
      token: staff.token,
    }),
  )
}

/** A day in care with everything that can be written of it. */
export async function spendDay(app: TestApp): Promise<void> {
  const { guardian, carer } = readers
  await goTo(app, opening, ...people())
  const { entries } = await signUp(app, { ...guardian, children: [on.child] }, on.programme)
  on.case = entries[0]?.caseId ?? ''
  await goTo(app, '2026-12-07T08:10:00Z', ...people())
  await ok(
    ofChild(app, 'makePickupCode', guardian, on.child, {
      body: { day: '2026-12-07', name: marks.delegate, relation: 'other' },
    }),
  )
  const { sessions } = await ok(app.call<{ sessions: CareSession[] }>('getCareDay', { token: carer.token }))
  const said = { sessionId: sessions[0]?.id ?? '', childId: on.child }
  const [child] = sessions[0]?.children ?? []
  const [barred, listed] = [child?.barredPeople[0]?.id ?? '', child?.pickupPeople[0]?.id ?? '']
  for (const one of [
    record(app, { ...said, kind: 'present' }),
    record(app, { ...said, kind: 'health', text: marks.health }),
    record(app, { ...said, kind: 'incident', text: marks.incident }),
    record(app, { ...said, kind: 'barred_seen', personId: barred }),
    record(app, { ...said, kind: 'release', by: { method: 'code', code: '000000' } }),
    record(app, { ...said, kind: 'release', by: { method: 'listed', personId: listed } }),
  ])
    await send(app, carer, one)
  await deliverAll(app)
}
