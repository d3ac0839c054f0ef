/** The refusals of legal consultation: a part of the catalogue. */
export const consultationProblems = {
  consultations_open: {
    status: 409,
    title: '您有几件事还没有办完。请在原来那件里接着说，急事请拨 12348。',
  },
  consultations_taken_back: {
    status: 409,
    title: '您这几天撤回了几件，最多等七天就能再问。急事请拨 12348，有危险请打 110。',
  },
  adviser_not_free: { status: 409, title: '这一件要由另一位来办，请看下一件。' },
  adviser_busy: { status: 409, title: '这个时间您已有安排，请换一个时间。' },
  station_taken: { status: 409, title: '这个时间工作站已有人用，请换时间或换地方。' },
  time_gone: { status: 409, title: '这个时间刚被别人约走了，请选另一个。' },
  nobody_to_refer_to: { status: 409, title: '现在没有可以接收的单位，请先自己办，或报上级。' },
} as const
