/** The parts of a person's export, in the order of the page: how each is called, and how its fields are said. */
import * as term from '@linli/contracts/words'
import * as word from '../../platform/words'
import { family, matters, type Part } from './export-matters'
import { noticeWord } from './notice-words'

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
  agreements: { title: '同意过的说明', labels: { title: '说明', version: '第几版', agreedAt: '时间' } },
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
      role: ['身份', term.roleWord],
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

const messages: Record<string, Part> = {
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
  'agreements',
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
  'calls',
  'appointments',
  'referrals',
  'quotas',
  'favourites',
  'calendarAddress',
  'ratings',
  'feedback',
  'files',
  'surveys',
  'guardianships',
  'consents',
  'freezes',
  'invitations',
  'visited',
  'relatives',
  'proposals',
  'serviceRecords',
  'notices',
  'accessRecords',
] as const
export type PartName = (typeof partNames)[number]

export const parts = { ...who, ...matters, ...family, ...messages } as Record<PartName, Part>
