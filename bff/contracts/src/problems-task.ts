/** The refusals of tasks and signups: a part of the catalogue. */
export const taskProblems = {
  not_a_volunteer: { status: 409, title: '要先登记成为志愿者，社区核实后就能报名。' },
  task_over: { status: 409, title: '这个任务已经开始或取消了，请看看别的任务。' },
  task_unfit: { status: 409, title: '这个任务有要求，您现在还不符合，任务页面上写着差什么。' },
  task_opens_later: { status: 409, title: '这个任务先留给最近机会少的志愿者，到时间您再来报。' },
  task_time_taken: { status: 409, title: '这个时间您已经有别的任务，请先退掉那个，或换一个任务。' },
  task_rest: { status: 409, title: '这一天您的任务已经很多，请留时间休息，换一天再报。' },
  task_signed_up: { status: 409, title: '您已经报过这个任务了，请在“办件”里查看。' },
  task_moved: { status: 409, title: '这个任务的时间刚刚改了，请看清新的时间再来。' },
  task_stands: { status: 409, title: '这件求助已经在找志愿者，请在任务里看进展。' },
  code_not_open: { status: 409, title: '签到从开始前两小时到结束后两小时，报上名的人可以签。' },
  roll_closed: { status: 409, title: '这份名单已经收起来了：时长都确认了，或者过了三十天。' },
  code_wrong: { status: 422, title: '码不对，或者已经过期。请看屏幕上现在的码再试，或请组织者记一下。' },
  second_volunteer_missing: { status: 409, title: '上门要两个人一起去，第二位报上以后才能看地址。' },
} as const
