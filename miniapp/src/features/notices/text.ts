import type { NoticeKind } from '@linli/contracts/notices'

export const noticesText = {
  title: '消息',
  empty: '还没有消息',
  emptyHelp: '社区答复了您的申请，会在这里告诉您。',
  unread: '未读',
  community: '我的消息',
  all: (unread: number) => (unread === 0 ? '全部' : `${unread} 条未读`),
  signInHelp: '登录后看社区给您的答复。',
}

/** One sentence for each kind; the room and the time follow below it. */
export const noticeWord: Record<NoticeKind, string> = {
  booking_confirmed: '您的预订已确认',
  booking_refused: '您的预订没有同意，看看原因和建议',
  booking_asked: '社区想再了解一下，请补充说明',
  booking_cancelled_by_staff: '社区取消了您的预订，看看原因',
  booking_supplemented: '居民补充了说明，请继续办理',
  booking_escalated: '有一件预订超时未答复',
}
