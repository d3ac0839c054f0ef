/** The parts about what somebody asked for and said, and about their family. */
import * as visit from '@linli/contracts/visit-words'
import * as term from '@linli/contracts/words'
import type { Said } from '../../platform/document'
import * as word from '../../platform/words'

export interface Part {
  title: string
  help?: string
  labels: Readonly<Record<string, Said>>
}

export const matters: Record<string, Part> = {
  cases: {
    title: '办件',
    labels: {
      number: '编号',
      type: '种类',
      what: '办什么',
      state: '现在',
      community: '社区',
      startsAt: '开始',
      endsAt: '结束',
      createdAt: '提交时间',
      closedAt: '办结时间',
    },
  },
  timeline: {
    title: '办件经过',
    labels: {
      number: '办件',
      at: '时间',
      action: '发生了什么',
      side: ['谁', word.sideWord],
      by: '署名',
      note: '说明',
    },
  },
  lines: {
    title: '排队',
    labels: {
      number: '办件',
      joinedAt: '开始排队',
      state: '现在',
      heldUntil: '保留到',
      endedAt: '结束',
    },
  },
  moves: {
    title: '排队位置的调整',
    labels: { number: '办件', at: '时间', reason: '原因', from: '原来第几位', to: '改为第几位' },
  },
  calls: {
    title: '打给您的电话和上门',
    labels: { number: '办件', at: '时间', what: ['怎么样', word.callWord], by: '谁' },
  },
  appointments: {
    title: '预约',
    labels: {
      number: '办件',
      kind: ['方式', word.meetingWord],
      place: '地点',
      startsAt: '开始',
      endsAt: '结束',
      takenAt: '约定时间',
      calledOffAt: '取消时间',
    },
  },
  referrals: {
    title: '转办',
    labels: {
      number: '办件',
      kind: ['转给', word.referralWord],
      office: '哪里',
      parts: ['交出去的内容', word.handedWord],
      state: ['现在', word.referralStateWord],
      proposedAt: '提出时间',
      dueAt: '接收期限',
      endedAt: '结束时间',
      receiver: '接收人',
    },
  },
  favourites: { title: '常用场地', labels: { room: '场地', facility: '在哪里', keptAt: '加入时间' } },
  calendarAddress: {
    title: '日历订阅地址',
    help: '只存了不能还原的标记，看不到地址。',
    labels: { createdAt: '建立时间' },
  },
  quotas: { title: '每周预订次数', labels: { week: '从这天起的一周', used: '次数' } },
  ratings: {
    title: '评价',
    labels: {
      number: '办件',
      grade: ['评价', term.gradeWord],
      reasons: ['原因', term.reasonWord],
      text: '您写的话',
      textState: ['审核', word.textStateWord],
      forAll: '愿意公开',
      named: '愿意让单位知道是谁',
      supplement: '追加的话',
      reply: '单位回复',
      replyName: '回复人',
      verdict: ['整改得怎么样', word.verdictWord],
      ratedAt: '时间',
    },
  },
  feedback: {
    title: '意见反馈',
    labels: {
      about: ['关于', { app: '应用', service: '服务' }],
      text: '您写的话',
      phone: '回电号码',
      writtenAt: '时间',
      answer: '答复',
      answerer: '答复人',
      answeredAt: '答复时间',
    },
  },
  files: {
    title: '传过的图片',
    help: '图片本身在那件办件里看。',
    labels: {
      createdAt: '时间',
      kind: ['是什么', { picture: '照片', pdf: 'PDF' }],
      pages: '几页',
      number: '办件',
    },
  },
  serviceRecords: {
    title: '志愿服务记录证明',
    labels: {
      number: '编号',
      fromDay: '从',
      toDay: '到',
      hours: '时长（小时）',
      issuedAt: '开出时间',
      withdrawnAt: '失效时间',
    },
  },
  surveys: {
    title: '参加过的调查',
    help: '只知道您答过，不知道哪份答卷是您的，所以没有答案。',
    labels: { title: '调查', endsOn: '截止' },
  },
}

export const family: Record<string, Part> = {
  guardianships: {
    title: '监护的孩子',
    help: '孩子自己的资料，请在“我的孩子”里导出。',
    labels: {
      nickname: '称呼',
      relation: ['您是孩子的', term.relationWord],
      createdAt: '从',
      verifiedAt: '核验时间',
      endedAt: '到',
    },
  },
  consents: {
    title: '为孩子作的同意',
    labels: {
      nickname: '孩子',
      version: '说明第几版',
      decision: ['决定', word.decisionWord],
      at: '时间',
    },
  },
  freezes: {
    title: '撤回同意和删除的申请',
    labels: {
      nickname: '孩子',
      what: ['申请', word.freezeWord],
      askedAt: '时间',
      finalAt: '生效时间',
      outcome: ['结果', word.outcomeWord],
    },
  },
  invitations: {
    title: '给另一位监护人的邀请',
    labels: { createdAt: '时间', expiresAt: '有效到', usedAt: '使用时间' },
  },
  visited: {
    title: '社区对您的探访',
    labels: {
      at: '时间',
      way: ['怎样', visit.wayWord],
      outcome: ['结果', visit.outcomeWord],
      by: '谁来',
      note: '记下的话',
    },
  },
  proposals: {
    title: '社区请您帮忙的任务',
    labels: { title: '任务', startsAt: '开始', askedAt: '请您的时间', declinedAt: '您说这次不去' },
  },
  relatives: {
    title: '同意知道的家人探访',
    labels: { relation: ['您是老人的', visit.relationWord], askedAt: '社区问您', agreedAt: '您同意' },
  },
}
