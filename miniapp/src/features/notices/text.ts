import type { Notice, NoticeKind } from '@linli/contracts/notices'
import { momentWords } from '../../shared/time/time-words'

export const noticesText = {
  title: '消息',
  empty: '还没有消息',
  emptyHelp: '社区答复了您的申请，会在这里告诉您。',
  unread: '未读',
  readAll: '全部已读',
  told: (when: string) => `${when}通知您`,
  community: '我的消息',
  all: (unread: number) => (unread === 0 ? '全部' : `${unread} 条未读`),
  signInHelp: '登录后看社区给您的答复。',
}

/** What a guardian calls the child; staff read that it is about a child. */
const child = ({ nickname }: Notice['facts']) => nickname ?? '有孩子'

/** To a guardian; whose link is over reads no name of the child. */
const ours = ({ nickname }: Notice['facts']) => nickname ?? '孩子'

const late = (minutes: string) => (facts: Notice['facts']) =>
  facts.nickname === null
    ? `有孩子放学${minutes}还没有人接，请联系家长`
    : `放学${minutes}了，请尽快来接${facts.nickname}`

/** One sentence for each kind; room or programme and the time follow below it. */
const noticeWord: Record<NoticeKind, (facts: Notice['facts'], now: number) => string> = {
  case_answered: () => '您办的事有了答复，请看一看',
  case_escalated: () => '有一件事超时未答复，请看一看',
  case_handed: () => '有一件办件交给您办，请看一看',
  case_added: () => '您在办的一件有了新内容，请看一看',
  case_asked: () => '您办的事要您补充几句，请看一看',
  case_tried: () => '有人给您打过电话，请看一看',
  case_times: () => '有几个时间请您选一个',
  case_off: () => '您的一个预约取消了，请看一看',
  case_soon: () => '您有一个预约快到了，请看一看时间',
  case_referral: () => '您的一件办件转办有了新的一步，请看一看',
  case_returned: () => '您的一件办件没有转成，由原来的人接着办',
  case_met: () => '您在办的一件，预约时间有了变化',
  case_met_soon: () => '您在办的一件快到预约时间了',
  case_referred: () => '有一件办件请您接收，请看一看',
  need_unsure: () => '来帮您的人还没有齐，社区还在找。急的话打社区电话',
  need_soon: () => '明天有人来帮您，请看一看时间',
  need_over: () => '来帮的事办好了吗？请说一声',
  need_off: () => '约好的一次帮忙，居民说不用了，请告诉要去的人',
  paper_ends: () => '志愿者证件快到期或已到期',
  task_soon: () => '您报的志愿任务快到时间了',
  task_moved: () => '志愿任务的时间或地点改了，请看一看',
  task_proposed: () => '社区想请您帮个忙，来不来都可以',
  task_off: () => '志愿任务取消了，不用来了',
  task_both: () => '一起去的人齐了，可以看地址了',
  team_asked: () => '有人想加入您带的队伍，请答复',
  task_short: () => '一个志愿任务快到时间，少了人',
  record_withdrawn: () => '时长更正了，志愿证明已失效，可重开',
  case_visit: () => '有一位居民请您上门带句话',
  visit_urgent: () => '有一位老人两次没有人应，请马上联系',
  visit_due: () => '本月还有老人没见到，请看名单',
  visit_overdue: () => '本月还有老人没见到，请看数字',
  visit_asked: () => '社区想在探访您家老人后告诉您一声',
  visit_done: () => '社区今天已探访您家老人',
  booking_confirmed: () => '您的预订已确认',
  booking_refused: () => '您的预订没有同意，看看原因和建议',
  booking_asked: () => '社区想再了解一下，请补充说明',
  booking_cancelled_by_staff: () => '社区取消了您的预订，看看原因',
  booking_rescheduled: () => '社区改了您预订的时间或场地，请看一看',
  booking_missed: () => '您没有签到，场地先让给别人了。您到了请找工作人员',
  booking_tomorrow: ({ startsAt }, now) => `提醒您：${momentWords(startsAt, now)} 用场地`,
  booking_supplemented: () => '居民补充了说明，请继续办理',
  booking_escalated: () => '有一件预订超时未答复',
  offer_made: ({ heldUntil }, now) =>
    heldUntil === null ? '轮到您了，请看看要不要' : `轮到您了，为您保留到 ${momentWords(heldUntil, now)}`,
  offer_lapsed: () => '保留时间过了，已给下一位。想要可以重新排队',
  line_ended: () => '这次没有轮到，排队已结束',
  line_moved: () => '您的排队位置有调整，看看原因',
  line_move_proposed: () => '有一件排队调整等您决定，要第二个人点头才算数',
  enrolment_confirmed: ({ nickname }) => (nickname === null ? '托管名额定了' : `${nickname}有托管名额了`),
  enrolment_cancelled_by_staff: ({ nickname }) => `社区取消了${nickname ?? '一个'}的托管名额，看看原因`,
  draw_placed: ({ nickname }) => (nickname === null ? '摇号抽中了，有名额' : `摇号抽中了，${nickname}有名额`),
  draw_waiting: ({ nickname }) =>
    nickname === null ? '摇号没有抽中，已转入排队' : `${nickname}没有抽中，已转入排队，有空名额会通知您`,
  programme_cancelled: () => '这个托管班取消了，看看原因',
  child_released: (facts) => `${child(facts)}已被接走，看看是谁接的`,
  child_came: (facts) => `${child(facts)}到了。之前说没有到，已经更正`,
  child_marks_differ: () => '两位老师点名不一样，请看一眼孩子再定',
  care_alert_handed: () => '同事把一件急事转给您，请马上处理',
  child_absent: (facts) => `${child(facts)}今天没有来托管`,
  child_missing: ({ nickname }) =>
    nickname === null
      ? '有孩子没有到，也没有请假，请联系家长'
      : `${nickname}没有到，也没有请假，请马上联系老师`,
  child_health: (facts) => `老师记了${facts.nickname ?? '一个孩子'}的身体情况，请看一下`,
  child_incident: (facts) => `${child(facts)}今天有点情况，请看老师的记录`,
  child_late_15: late('过 15 分钟'),
  child_late_30: late('过 30 分钟'),
  child_late_60: late('过 1 小时'),
  barred_person_seen: ({ nickname }) =>
    nickname === null ? '有禁止接走的人来接孩子，请马上处理' : `有禁止接走的人来接${nickname}，老师没有放行`,
  release_refused: ({ nickname }) =>
    nickname === null ? '有人来接孩子，没有放行' : `有人来接${nickname}，老师没有放行，请看原因`,
  release_overridden: ({ nickname }) =>
    nickname === null ? '值班负责人放行了一次接送' : `值班负责人与您联系后，放行了${nickname}`,
  rating_invited: () => '这次办得怎么样？您方便时说一声',
  rating_replied: () => '社区回复了您写的话',
  rating_text_passed: () => '您写的话有人看过，通过了',
  rating_text_refused: () => '您写的话没有通过，看看原因',
  follow_up_opened: () => '收到一件差评，开始跟进，请看时限',
  follow_up_contacted: () => '社区上级联系过您，正在督促整改',
  follow_up_extended: () => '整改要多花几天，看看原因',
  follow_up_rectify: () => '有一件差评要整改，请按时办好',
  follow_up_rectified: () => '整改报告来了，请核实后回访',
  follow_up_told: () => '整改结果已告诉您，请说满意不满意',
  follow_up_review: () => '有一件差评请您单位复核',
  follow_up_reviewed: () => '复核有了结果，看看怎么说',
  follow_up_overturned: () => '复核认为评价与事实不符，看看原因',
  follow_up_verdict: () => '评价人说了整改得怎么样',
  follow_up_escalated: () => '有一件差评超过时间，已报到您这一级',
  guardian_joined: (facts) => `有人用邀请码加入，成为${ours(facts)}的监护人，社区会核验`,
  guardian_verified: (facts) => `社区核验了${ours(facts)}的一位监护人`,
  guardian_refused: (facts) => `社区没有通过${ours(facts)}的一位监护人，请问社区原因`,
  guardian_ended: ({ nickname }) =>
    nickname === null
      ? '您和一个孩子的监护关系已解除，有疑问请带证件到社区问'
      : `${nickname}的一位监护人已解除，他加的接送人也去掉了。您自己加的还在，请看一下`,
  guardian_enrolled: (facts) => `另一位监护人给${ours(facts)}报了托管，正在排队或等摇号`,
  guardian_left_place: (facts) => `另一位监护人放弃了${ours(facts)}的托管名额或排队`,
  guardian_consent_given: (facts) => `另一位监护人同意了使用${ours(facts)}的信息`,
  guardian_bar_set: (facts) => `另一位监护人给${ours(facts)}设置了禁止接走的人`,
  guardian_bar_lifted: (facts) => `另一位监护人取消了${ours(facts)}的一项禁止接走`,
  guardian_pickup_listed: (facts) => `另一位监护人给${ours(facts)}加了一位可以接的人，请看一下`,
  guardian_pickup_removed: (facts) => `另一位监护人去掉了${ours(facts)}的一位接送人，请看一下`,
  guardian_code_made: (facts) => `另一位监护人给${ours(facts)}生成了一次性接送码`,
  guardian_allowed_ended: (facts) =>
    `${ours(facts)}有监护人核验了，没核验的监护人加的接送人和接送码停用了，请重新添加`,
  guardian_absence_said: (facts) => `另一位监护人给${ours(facts)}请了假，请看是哪一天`,
  guardian_absence_taken_back: (facts) => `另一位监护人取消了${ours(facts)}的请假，照常来托管`,
  guardian_contacts_changed: (facts) => `另一位监护人改了${ours(facts)}的紧急联系人`,
  guardian_health_changed: (facts) => `另一位监护人改了${ours(facts)}的健康信息`,
  guardian_profile_changed: (facts) => `另一位监护人改了${ours(facts)}的资料`,
  guardian_frozen: (facts) => `另一位监护人撤回了${ours(facts)}的同意，3 天后生效。不同意请带证件到社区停止`,
  guardian_erasing: (facts) => `另一位监护人要删除${ours(facts)}的信息，3 天后生效。不同意请带证件到社区停止`,
  guardian_freeze_stopped: (facts) => `社区停止了对${ours(facts)}的停用或删除，信息照常使用`,
  guardian_freeze_taken_back: (facts) => `另一位监护人取消了对${ours(facts)}的停用或删除`,
  guardian_consent_withdrawn: (facts) => `${ours(facts)}的同意已撤回，已退出托管和排队`,
  guardian_child_erased: () => '孩子的信息已删除，已退出托管和排队',
}

/** What a notice says; of a kind that this build does not know at least that there is something. */
export function noticeWords(kind: string, facts: Notice['facts'], now: number): string {
  const words: Readonly<Partial<Record<string, (typeof noticeWord)[NoticeKind]>>> = noticeWord
  return words[kind]?.(facts, now) ?? '您办的事有了新进展，请看一看'
}
