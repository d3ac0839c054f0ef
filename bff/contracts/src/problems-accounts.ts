/** The refusals about numbers, codes and accounts: a part of the catalogue. */
export const accountProblems = {
  phone_code_wrong: { status: 422, title: '验证码不对，请再看一下短信。' },
  phone_code_expired: { status: 422, title: '验证码已失效，请重新获取。' },
  phone_code_too_soon: { status: 429, title: '验证码刚刚发过，请稍等再获取。' },
  phone_taken: { status: 409, title: '这个手机号已有账户。如果也是您的，可以把两个账户合并成一个。' },
  name_verified: {
    status: 409,
    title: '社区核对过您的姓名。要改名，请先退出志愿者登记，改好以后再登记一次。',
  },
  names_today: { status: 429, title: '今天改名字的次数已经很多了，请明天再改。' },
  name_needed: {
    status: 409,
    title: '这个手机号很久没有登录了。请填写以前在这里用的姓名，确认是您本人。',
  },
  confirm_needed: { status: 403, title: '这里有要保护的信息，请先用短信验证码确认是您本人。' },
  confirm_later: { status: 409, title: '这个手机号刚换上，三天后才能用来确认。急着办请带身份证到社区。' },
  confirm_needs_phone: { status: 409, title: '您的账户没有手机号，请先在“我的”里填好手机号。' },
  anew_needed: { status: 409, title: '这个号码很久没登录了。请用以前的手机或微信登录，或到社区办理。' },
  name_wrong: { status: 422, title: '姓名和以前填的不一样，请再试一次，或者新建一个账户。' },
  join_nothing: { status: 409, title: '这个手机号没有别的账户，直接绑定就行。' },
  join_needs_counter: {
    status: 409,
    title: '这两个账户要核对证件才能合并。请带身份证到社区窗口办理，您的办件都还在。',
  },
  join_impossible: {
    status: 409,
    title: '记录显示可能不是同一个人，不能合并。请让居民换一个新号码，或报上级核对。',
  },
  account_leaving: {
    status: 409,
    title: '那个账户正在注销。要继续用，请本人先用它的手机号或微信登录一次，再来办。',
  },
  leaving_not_open: { status: 409, title: '还有事没有了结，暂时不能注销。请先办完下面列出的事。' },
  person_not_found: { status: 404, title: '没有找到这个人。请核对原来的手机号（或办件编号）和姓名。' },
  person_unclear: { status: 409, title: '用过这个号码的账户不止一个，分不清是哪一个。请改填办件编号。' },
  number_above: { status: 403, title: '这个人有工作权限，要由上一级的工作人员办理。请打电话给上一级。' },
  number_change_waits: { status: 409, title: '这个人已有一个换号在等确认，请先处理那一个。' },
  papers_differ: { status: 422, title: '证件上的姓名和这个账户的不一样。请再核对，或者不同意这次申请。' },
  second_staff_needed: { status: 403, title: '要由另一位工作人员看过证件再确认。' },
  phone_bound: { status: 409, title: '这个账户已有手机号。要换号，请在“手机号”里更换，或到社区办理。' },
  sms_busy: { status: 503, title: '短信现在发不出去，请过一会儿再试，或到社区办理。' },
} as const
