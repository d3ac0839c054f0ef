/** The roster as a table of one sheet, in the words of the office. */
import type { CaseState } from '@linli/contracts/case-base'
import type { Relation } from '@linli/contracts/children'
import { relationWord } from '@linli/contracts/words'
import writeXlsx, { type SheetData } from 'write-excel-file/node'
import type { CareFacts } from '../../children/service'
import type { RosterRow } from './roster-store'

const states: Partial<Record<CaseState, string>> = {
  entered: '等待摇号',
  waiting: '排队中',
  held: '名额保留中',
  confirmed: '已录取',
  completed: '已结束',
}

const plainHead = ['编号', '称呼', '班', '状态', '排队序号']
const taggedHead = ['姓名', '出生日期', '监护人', '紧急联系人']

/** @param facts by child: only when names were asked for, and their reading is on record */
export function rosterSheet(
  entries: readonly RosterRow[],
  facts: ReadonlyMap<string, CareFacts> | undefined,
): Promise<Buffer> {
  const head = facts ? [...plainHead, ...taggedHead] : plainHead
  const rows = entries.map((entry) => [...plain(entry), ...(facts ? named(facts.get(entry.childId)) : [])])
  const data: SheetData = [head.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows]
  return writeXlsx(data, { columns: head.map(() => ({ width: 18 })) }).toBuffer()
}

const plain = ({ number, nickname, classNo, state, position }: RosterRow) => [
  number,
  nickname,
  classNo,
  states[state] ?? null,
  position,
]

const named = (facts: CareFacts | undefined) =>
  facts
    ? [
        facts.name,
        facts.birthDate,
        facts.guardians.map(person).join('；'),
        facts.emergencyContacts.map(person).join('；'),
      ]
    : [null, null, null, null]

const person = (p: { name: string | null; relation: Relation; phone: string | null }): string =>
  [p.name, `（${relationWord[p.relation]}）`, p.phone].filter(Boolean).join(' ')
