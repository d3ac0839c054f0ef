/** A care day as the app holds it, and records on their way. */
import type { CareChild, CareRecordSent } from '@linli/contracts/care'
import { type CareDay, type Queued, withRecord } from '../../../miniapp/src/features/care/records'

export const sessionId = 'session'
export const at = (clock: string) => `2026-11-23T${clock}:00Z`

export const child = (childId: string, part: Partial<CareChild> = {}): CareChild => ({
  childId,
  caseId: `case-${childId}`,
  name: childId,
  classNo: 1,
  mark: 'expected',
  markedAt: null,
  markId: null,
  differ: null,
  absenceReported: false,
  missing: false,
  lateMinutes: null,
  allergies: null,
  medication: null,
  healthNotes: [],
  guardians: [],
  emergencyContacts: [],
  pickupPeople: [
    { id: 'grandma', name: '王奶奶', relation: 'grandparent' },
    { id: 'mum', name: '李妈妈', relation: 'mother' },
  ],
  barredPeople: [{ id: 'uncle', name: '某叔叔' }],
  delegate: { name: '张阿姨', relation: 'other' },
  release: null,
  ...part,
})

export const day = (...children: CareChild[]): CareDay => ({
  carer: '周老师',
  nextAt: null,
  now: at('08:30'),
  sessions: [
    {
      id: sessionId,
      programmeId: 'programme',
      programmeName: '秋季托管',
      place: '一楼',
      startsAt: at('08:30'),
      endsAt: at('10:00'),
      classNo: 1,
      leader: false,
      children,
    },
  ],
})

type Said = CareRecordSent extends infer R
  ? R extends CareRecordSent
    ? Omit<R, 'id' | 'sessionId' | 'childId' | 'at'>
    : never
  : never
export const record = (id: string, said: Said, clock = '08:40', childId = 'ming') =>
  ({ id, sessionId, childId, at: at(clock), ...said }) as CareRecordSent
export const queueOf = (...records: CareRecordSent[]) => records.reduce<Queued[]>(withRecord, [])
