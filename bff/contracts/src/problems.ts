import { accountProblems } from './problems-accounts'
import { fileProblems } from './problems-files'
import { consultationProblems } from './problems-consultation'
import { needProblems } from './problems-need'
import { volunteerProblems } from './problems-volunteer'
import { taskProblems } from './problems-task'
import { visitProblems } from './problems-visits'
import { roomProblems } from './problems-rooms'
import { serviceRecordProblems } from './problems-service-records'

/**
 * The catalogue of refusals: stable code → HTTP status and one plain sentence that says what to do next
 * (docs/product.md › Rule 3). Codes are for programs and never change; sentences are for people and may improve.
 */
export const problems = {
  invalid_request: { status: 422, title: '有几处填写不对，请按提示改好再提交。' },
  malformed_request: { status: 400, title: '没有看懂这次提交，请返回重试。' },
  headers_too_large: { status: 431, title: '网址太长了，请返回上一页重试。' },
  request_timeout: { status: 408, title: '网络太慢，没有收完整，请再试一次。' },
  body_too_large: { status: 413, title: '内容太长，请删短一些再提交。' },
  unsupported_media_type: { status: 415, title: '提交的格式不对，请更新到最新版本再试。' },
  method_not_allowed: { status: 405, title: '不支持这个操作，请返回重试。' },
  not_found: { status: 404, title: '没有找到，可能已被移除。请返回上一页。' },
  sign_in_required: { status: 401, title: '请先登录，再继续。' },
  session_expired: { status: 401, title: '登录已过期，请重新登录。' },
  session_revoked: { status: 401, title: '这台设备已退出登录，请重新登录。' },
  agreement_needed: { status: 403, title: '请先阅读并同意《用户协议》和《隐私政策》，再继续。' },
  not_allowed: { status: 403, title: '您没有办理这件事的权限，请联系社区工作人员。' },
  too_many_requests: { status: 429, title: '操作太频繁了，请稍等一会儿再试。' },
  proof_needed: { status: 429, title: '正在做安全检查，请过几秒再点一次。' },
  busy: { status: 503, title: '现在人有点多，请过几秒再试。' },
  internal_error: { status: 500, title: '系统出了点问题，我们已记录。请稍后再试，或打电话给社区。' },

  idempotency_key_reused: { status: 422, title: '这次提交和之前的不一样，请返回重新填写。' },

  ...accountProblems,
  sms_not_configured: { status: 404, title: '这里没有开通短信登录，请用微信登录，或到社区办理。' },
  wechat_code_invalid: { status: 422, title: '微信登录没有成功，请再点一次。' },
  wechat_busy: { status: 503, title: '微信服务现在繁忙，请过几秒再试，或用手机号登录。' },
  wechat_blocked: { status: 403, title: '微信提示此账户存在风险，请改用手机号登录。' },
  wechat_not_configured: { status: 404, title: '这里没有开通微信登录，请用手机号登录。' },

  booking_slot_taken: { status: 409, title: '这个时段刚被订走了，请换一个时间。' },
  booking_already_yours: { status: 409, title: '您已经订了这个时段，不用再订。打开“我的预订”看看。' },
  series_clashes: { status: 409, title: '有几次订不到。可以只订能订的，或者换个时间。' },
  series_empty: { status: 422, title: '至少要订一次。' },
  booking_same_time: { status: 409, title: '时间和场地都没有变，不用改。' },
  booking_change_open: { status: 409, title: '这场预订已经申请改时间，还没有答复。可以在那件申请里再改。' },
  booking_outside_hours: { status: 422, title: '这个时段场地不开放，请换一个时间。' },
  booking_closed: { status: 422, title: '这个时段场地临时关闭，请换一个时间。' },
  booking_off_step: { status: 422, title: '请从格子的边上开始和结束，例如整点或半点。' },
  booking_too_short: { status: 422, title: '时间太短，请选长一点。' },
  booking_too_long: { status: 422, title: '时间太长，请选短一点，或分两次订。' },
  booking_in_past: { status: 422, title: '这个时段已经过去，请选以后的时间。' },
  booking_too_soon: { status: 422, title: '离开始太近了，来不及准备。请选晚一点的时间，或打电话给社区。' },
  booking_too_far: { status: 422, title: '还没开放到这一天，请选近一点的日期。' },
  booking_over_capacity: { status: 422, title: '人数超过了场地能容纳的人数，请换一个大一点的场地。' },
  booking_purpose_not_allowed: { status: 422, title: '这个场地不能用于这项活动，请换一个场地。' },
  booking_quota_reached: {
    status: 409,
    title: '您这一周订的次数已满。可以改订别的周，或先取消一个还没用的。',
  },
  ...roomProblems,
  case_changed: { status: 409, title: '这件事刚刚有了新进展，已经为您换成最新的。' },
  action_not_open: { status: 409, title: '现在不能这样办了。下面是最新进展，请看看再办。' },
  undo_too_late: { status: 409, title: '已过可撤回的时间，结果已经通知居民。' },
  closure_in_past: { status: 422, title: '这段时间已经过去，请选以后的时间。' },
  closure_move_refused: { status: 409, title: '有一场预订换不到那个场地，请换一个场地或改为取消。' },
  closure_not_shorter: { status: 409, title: '只能改成更早结束，而且不能早于现在。' },
  closure_has_bookings: { status: 409, title: '这段时间已有预订，请先和订的人商量好再关闭。' },
  offer_over: { status: 409, title: '保留时间已过，名额已给下一位。您可以重新排队。' },
  slot_is_free: { status: 409, title: '这个时段现在就有空，可以直接预订。' },
  already_in_line: { status: 409, title: '您已经在排这个场地了，请在“办件”里查看。' },
  line_is_long: { status: 409, title: '排这个场地的人已经很多，请换一个时间或场地。' },
  move_changes_nothing: { status: 422, title: '已经排在这个位置，请选另一个位置。' },
  second_person_needed: { status: 403, title: '这件事要由另一位工作人员确认。' },

  consent_needed: { status: 409, title: '还没有您的同意，请先阅读并同意儿童信息使用说明。' },
  consent_outdated: { status: 409, title: '儿童信息使用说明有更新，请重新阅读后再决定。' },
  birth_date_impossible: { status: 422, title: '出生日期不对，请核对后再提交。' },
  community_needed: { status: 409, title: '请先选择您所在的社区，再添加孩子。' },
  too_many_children: { status: 409, title: '已达到可添加的孩子数量，如需更多请到社区办理。' },
  two_guardians_already: { status: 409, title: '这个孩子已有两位监护人，如需更换请到社区办理。' },
  invitation_wrong: { status: 422, title: '邀请码不对或已失效，请让对方重新生成。' },
  last_guardian: { status: 409, title: '孩子至少要有一位监护人。如不再使用，请删除孩子的信息。' },
  guardian_not_verified: { status: 403, title: '请先到社区核验监护关系，再办这件事。' },
  person_is_guardian: { status: 409, title: '这个人是孩子的监护人，不用列入。如需更改请到社区办理。' },
  person_is_barred: { status: 409, title: '您已把这个人列为“禁止接走”，请先核对。' },
  person_listed_already: { status: 409, title: '这个人已经在名单上了。要改日期，请先去掉再加。' },
  person_at_counter: { status: 409, title: '这位接送人不能在手机上登记，请带上证件和他一起到社区办理。' },
  child_frozen: {
    status: 409,
    title: '一位监护人申请了停用或删除，孩子的信息已暂停查看。要继续使用，请带证件到社区办理。',
  },
  freeze_was_stopped: { status: 409, title: '上次申请已在社区停止，再申请请带证件到社区办理。' },
  child_needs_papers: {
    status: 409,
    title:
      '已有同名同生日的孩子。若是同一个孩子，请用另一位监护人的邀请码加入；若不是，请带户口本到社区核对。',
  },
  papers_first: { status: 409, title: '请先打开核对页，对照证件后再核验。' },
  look_closer: { status: 409, title: '有需要当面核对的提示，请对照证件，逐条确认后再核验。' },
  guardian_unnamed: {
    status: 409,
    title: '这位家长还没有填写姓名。请他先在“我的”里填好证件上的姓名，再来核对。',
  },
  ending_open: { status: 409, title: '已有同事提出解除，请另一位同事确认。' },
  too_many_people: { status: 409, title: '名单已满，请先删去不再需要的人。' },
  pickup_day_impossible: { status: 422, title: '接送码只能用于今天起 30 天内的日子。' },

  programme_plan_wrong: { status: 422, title: '计划有几处不合规定，请按提示改好再提交。' },
  sign_up_not_open: { status: 409, title: '报名还没有开始，请到时间再点。' },
  sign_up_closed: { status: 409, title: '报名已经结束，请看看其他托管班，或打电话给社区。' },
  child_too_young: { status: 422, title: '开班那天孩子还不到招收的年龄。' },
  child_too_old: { status: 422, title: '开班那天孩子已超过招收的年龄。' },
  grade_too_low: { status: 422, title: '孩子的年级低于招收范围。' },
  grade_too_high: { status: 422, title: '孩子的年级高于招收范围。' },
  already_signed_up: { status: 409, title: '这个孩子已经报过名了，请在“办件”里查看。' },
  class_is_full: { status: 409, title: '这个班已满，请选另一个班。' },

  not_on_duty: { status: 403, title: '您今天不当班，看不到孩子名单。请联系社区排班。' },
  alert_taken: { status: 409, title: '已经有人在处理了，请看看是谁。' },
  alert_closed: { status: 409, title: '这件事已经处理完了，请看看结果。' },
  alert_not_yours: { status: 409, title: '这件事现在不在您手上，请先点“我来处理”。' },
  carer_twice: {
    status: 409,
    title: '有老师同一时间已排在别的托管班。请先在当班安排里换人，再发布。',
  },
  leader_needed: { status: 409, title: '撤掉以后，有几天没有负责人。请先换上另一位负责人。' },
  absence_too_late: { status: 409, title: '已经过了请假时间，请直接打电话给托管老师。' },
  duty_impossible: { status: 422, title: '这位老师不能排到这个班，请核对人员、班级和日期。' },
  pairing_code_wrong: { status: 422, title: '配对码不对或已失效，请让工作人员重新生成。' },
  device_not_paired: { status: 403, title: '这台平板没有配对或已解除，请让工作人员重新配对。' },
  pin_wrong: { status: 422, title: '口令不对，请再试一次。' },
  pin_locked: {
    status: 429,
    title: '口令在这台平板上错了太多次。请当班负责人在“今日看护”里放行，或 15 分钟后再试。',
  },
  pin_too_simple: { status: 422, title: '口令太简单，请不要用连号或相同的数字。' },
  rating_early: { status: 409, title: '这件事还没有办结，办结后再来评价。' },
  rating_over: { status: 409, title: '评价的时间已过。有问题请直接打电话给社区。' },
  rating_given: { status: 409, title: '这件事已经评价过了，每件事评价一次。' },
  rating_not_yours: { status: 403, title: '评价要由本人来做，工作人员和代办人不能代评。' },
  supplement_not_open: { status: 409, title: '整改结果告知以后，才能追加评价。' },
  supplement_given: { status: 409, title: '已经追加过评价了，每件事追加一次。' },
  slip_over: { status: 404, title: '这张评价单已失效，请向工作人员再要一张。' },
  slip_needs_phone: { status: 409, title: '这位居民没有登记手机号，验证码发不到本人，请先到窗口登记。' },
  slip_pass_over: { status: 403, title: '验证已过期，请重新获取验证码。' },
  reply_given: { status: 409, title: '这段话已经有人回复过了。' },
  second_unit_needed: { status: 403, title: '复核要由另一个单位的人来做。' },
  survey_plan_wrong: { status: 422, title: '调查有几处填写不对，请按提示改好再提交。' },
  survey_not_open: { status: 409, title: '这次调查还没开始或已经结束，谢谢您的关心。' },
  survey_answered: { status: 409, title: '您已经答过这次调查了，谢谢。' },
  survey_community_needed: { status: 409, title: '请先选您住的社区，再回答。' },
  survey_ends_above: { status: 403, title: '提前结束要由上一级决定，请打电话给上一级。' },
  paper_entered: { status: 409, title: '这张问卷已经录入过了，请核对编号；录错了可以更正。' },
  paper_not_printed: { status: 409, title: '这个社区没有印过这个编号，请核对问卷右上角的编号。' },
  feedback_enough: { status: 429, title: '今天写的意见已经很多了，请明天再写。急事请打电话给社区。' },
  feedback_answered: { status: 409, title: '这条意见已经有人答复了，请看看答复。' },
  ...fileProblems,
  contact_not_justified: { status: 403, title: '现在办理这件事不需要查看联系方式。' },
  ...consultationProblems,
  ...needProblems,
  ...volunteerProblems,
  ...taskProblems,
  ...visitProblems,
  ...serviceRecordProblems,
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problems

/** What any endpoint may answer, so no contract repeats it. */
export const commonProblems = [
  'invalid_request',
  'malformed_request',
  'body_too_large',
  'unsupported_media_type',
  'sign_in_required',
  'session_expired',
  'session_revoked',
  'agreement_needed',
  // Of whoever writes for a person, be it a third.
  'account_leaving',
  'too_many_requests',
  'proof_needed',
  'busy',
  'internal_error',
] as const satisfies readonly ProblemCode[]

/** One fault in a request; `path` as in `body.attendees`, `query.cursor`, `headers.idempotency-key`. */
export interface Fault {
  path: string
  code: string
  message: string
}

/** The body of every refusal: RFC 9457 `application/problem+json`. */
export interface ProblemBody {
  type: string
  title: string
  status: number
  code: ProblemCode
  requestId: string
  /** All faults of a 422, never only the first. */
  errors?: Fault[]
  /** What the sentence may need: free alternatives, the limit that was met, seconds to wait. */
  facts?: Record<string, unknown>
}
