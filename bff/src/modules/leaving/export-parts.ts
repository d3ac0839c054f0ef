/** The parts of a person's export, in the order of the page: how each is called, and how its fields are said. */
import type { Said } from '../../platform/document'
import { noticeWord } from './notice-words'
import * as word from '../../platform/words'

export interface Part {
  title: string
  help?: string
  labels: Readonly<Record<string, Said>>
}

const who: Record<string, Part> = {
  account: {
    title: '账户',
    labels: {
      name: '称呼',
      phone: '手机号',
      formerPhone: '以前的手机号',
      community: '社区',
      elderMode: '大字版',
      createdAt: '建立时间',
      phoneSeenAt: '手机号最近验证',
    },
  },
  wechats: { title: '绑定的微信', labels: { subject: '微信标识', createdAt: '绑定时间' } },
  joins: { title: '账户合并', labels: { at: '时间', proof: ['凭什么合并', word.proofWord] } },
  numberChanges: {
    title: '换号记录',
    labels: {
      way: ['办法', word.wayWord],
      proposedAt: '申请时间',
      proposer: '申请人',
      papers: ['看过的证件', word.papersWord],
      decidedAt: '决定时间',
      decider: '确认人',
      approved: '同意',
      oldPhone: '原来的手机号',
      newPhone: '新手机号',
    },
  },
  sessions: {
    title: '登录过的设备',
    labels: {
      device: '设备',
      createdAt: '登录时间',
      lastUsedAt: '最近使用',
      expiresAt: '到期',
      revokedAt: '退出时间',
      revokedReason: ['怎样退出', word.endWord],
    },
  },
  devices: {
    title: '认得的设备',
    help: '在这些设备上登录过，只存了不能还原的标记。',
    labels: { lastAt: '最近一次' },
  },
  roles: {
    title: '工作身份',
    labels: {
      role: ['身份', word.roleWord],
      division: '在哪里',
      displayName: '署名',
      createdAt: '开始',
      revokedAt: '结束',
    },
  },
  duties: {
    title: '托管排班',
    labels: {
      programme: '托管班',
      classNo: '班级',
      leader: '负责人',
      startsOn: '从',
      endsOn: '到',
      weekdays: '星期',
    },
  },
  pins: {
    title: '平板口令',
    help: '只存了不能还原的标记，看不到口令。',
    labels: { changedAt: '最近修改', attempts: '输错次数' },
  },
}

const matters: Record<string, Part> = {
  cases: {
    title: '办件',
    labels: {
      number: '编号',
      type: ['种类', word.typeWord],
      what: '办什么',
      state: ['现在', word.stateWord],
      community: '社区',
      startsAt: '开始',
      endsAt: '结束',
      purpose: ['用途', word.purposeWord],
      attendees: '人数',
      note: '您写的说明',
      createdAt: '提交时间',
      closedAt: '办结时间',
    },
  },
  timeline: {
    title: '办件经过',
    labels: {
      number: '办件',
      at: '时间',
      action: ['发生了什么', word.actionWord],
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
      state: ['现在', word.stateWord],
      heldUntil: '保留到',
      endedAt: '结束',
    },
  },
  moves: {
    title: '排队位置的调整',
    labels: { number: '办件', at: '时间', reason: '原因', from: '原来第几位', to: '改为第几位' },
  },
  quotas: { title: '每周预订次数', labels: { week: '从这天起的一周', used: '次数' } },
  ratings: {
    title: '评价',
    labels: {
      number: '办件',
      grade: ['评价', word.gradeWord],
      reasons: ['原因', word.reasonWord],
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
  surveys: {
    title: '参加过的调查',
    help: '只知道您答过，不知道哪份答卷是您的，所以没有答案。',
    labels: { title: '调查', endsOn: '截止' },
  },
}

const family: Record<string, Part> = {
  guardianships: {
    title: '监护的孩子',
    help: '孩子自己的资料，请在“我的孩子”里导出。',
    labels: {
      nickname: '称呼',
      relation: ['您是孩子的', word.relationWord],
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
}

const told: Record<string, Part> = {
  notices: {
    title: '收到的消息',
    labels: { at: '时间', kind: ['内容', noticeWord], number: '办件', readAt: '看过' },
  },
  accessRecords: {
    title: '谁看过您的信息',
    labels: { at: '时间', reader: '谁', tag: ['看了什么', word.tagWord], number: '为哪件办件' },
  },
}

export const partNames = [
  'account',
  'wechats',
  'joins',
  'numberChanges',
  'sessions',
  'devices',
  'roles',
  'duties',
  'pins',
  'cases',
  'timeline',
  'lines',
  'moves',
  'quotas',
  'ratings',
  'surveys',
  'guardianships',
  'consents',
  'freezes',
  'invitations',
  'notices',
  'accessRecords',
] as const
export type PartName = (typeof partNames)[number]

export const parts = { ...who, ...matters, ...family, ...told } as Record<PartName, Part>
