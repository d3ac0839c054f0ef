/** A child's export as a page to read and print: the same document, said in words. */
import { stateWordsOf } from '@linli/contracts/case-declaration'
import { enrolmentDeclaration } from '@linli/contracts/enrolment-case'
import * as term from '@linli/contracts/words'
import { momentIn, pageOfDocument, pairsOf, type Said, type Section } from '../../platform/document'
import * as word from '../../platform/words'

type Fields = Readonly<Record<string, unknown>>
type Labels = Readonly<Record<string, Said>>

const person: Labels = { name: '姓名', phone: '电话', relation: ['是孩子的', term.relationWord] }

const lists: readonly [field: string, title: string, labels: Labels][] = [
  ['consents', '同意情况', { version: '说明第几版', decision: ['决定', word.decisionWord], at: '时间' }],
  [
    'enrolments',
    '托管报名',
    {
      number: '编号',
      programme: '托管班',
      place: '地点',
      state: ['现在', stateWordsOf(enrolmentDeclaration)],
      startsOn: '从',
      endsOn: '到',
      classNo: '班级',
      drawNumber: '摇号号码',
      score: '加分',
      createdAt: '报名时间',
      closedAt: '结束时间',
    },
  ],
  ['absences', '请假', { programme: '托管班', startsAt: '哪一次', reportedAt: '请假时间' }],
  [
    'careRecords',
    '托管记录',
    {
      at: '时间',
      programme: '托管班',
      kind: ['情况', word.careWord],
      by: '老师',
      method: ['接走的办法', word.methodWord],
      refusal: ['没有放行的原因', word.refusalWord],
      text: '老师写的',
      person: '来接的人',
      relation: ['是孩子的', term.relationWord],
      called: '联系的监护人',
      reason: '原因',
    },
  ],
  [
    'pickupPeople',
    '接送名单',
    {
      kind: ['能不能接', word.listWord],
      ...person,
      note: '说明',
      validFrom: '从',
      validTo: '到',
      createdAt: '加入时间',
      endedAt: '去掉时间',
    },
  ],
  ['pickupCodes', '一次性接送码', { day: '日期', ...person, createdAt: '生成时间', usedAt: '使用时间' }],
  [
    'ratings',
    '您对托管的评价',
    {
      number: '编号',
      programme: '托管班',
      grade: ['评价', term.gradeWord],
      reasons: ['原因', term.reasonWord],
      text: '您写的话',
      supplement: '追加的话',
      supplementAt: '追加时间',
      ratedAt: '时间',
    },
  ],
  [
    'accessRecords',
    '谁看过孩子的信息',
    { at: '时间', reader: '谁', tag: ['看了什么', word.tagWord], caseNumber: '为哪件办件' },
  ],
]

const rowsOf = (value: unknown): Fields[] => (Array.isArray(value) ? (value as Fields[]) : [])

/** What was written in a record stands beside it, not below it. */
const flat = ({ detail, ...row }: Fields): Fields => ({ ...row, ...(detail as Fields | null) })

const listed = (title: string, value: unknown, labels: Labels): Section => ({
  title,
  rows: rowsOf(value).map((row) => pairsOf(flat(row), labels)),
})

const basics: Labels = {
  name: '姓名',
  nickname: '称呼',
  birthDate: '出生日期',
  grade: ['年级', (grade) => term.schoolGradeWord[Number(grade)] ?? ''],
  allergies: '过敏',
  medication: '用药',
  claimed: ['家庭情况', term.circumstanceWord],
  verified: ['核验过的', term.circumstanceWord],
  addedAt: '添加时间',
}

export function pageOfChild(document: Fields, at: Date): string {
  const child = document.child as Fields
  const { circumstances, emergencyContacts, guardians } = child
  return pageOfDocument({
    title: '邻里存着的孩子的信息',
    intro: [
      `${momentIn(at)}导出。这里是邻里存着的、和孩子有关的全部内容。`,
      '文件里有姓名、健康情况等，请只存在自己的手机或电脑上，不要转给别人。',
    ],
    sections: [
      {
        title: '基本信息和健康情况',
        rows: [pairsOf({ ...child, ...(circumstances as Fields | null) }, basics)],
      },
      listed('紧急联系人', emergencyContacts, person),
      listed('监护人', guardians, {
        name: '称呼',
        relation: ['是孩子的', term.relationWord],
        verifiedAt: '核验时间',
      }),
      ...lists.map(([field, title, labels]) => listed(title, document[field], labels)),
    ],
  })
}
