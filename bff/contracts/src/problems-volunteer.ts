/** The refusals of volunteers: a part of the catalogue. */
export const volunteerProblems = {
  volunteer_already: { status: 409, title: '已经登记过志愿者，在“办件”里可以看到，不用再登记。' },
  volunteer_name_needed: { status: 422, title: '请先填上真实姓名，社区要核实。' },
  volunteer_phone_needed: { status: 422, title: '请先留一个手机号，社区要和您联系。' },
  volunteer_rules_outdated: { status: 409, title: '志愿者须知已更新，请重新看一遍再同意。' },
  volunteer_age: {
    status: 422,
    title: '年满 8 周岁、不满 18 周岁的孩子由监护人登记；满 18 周岁请本人登记。',
  },
  paper_over: { status: 422, title: '证件已经过期，请让志愿者换新证件再登记。' },
  roster_unreadable: { status: 422, title: '这个文件读不了，请照提示改一下再传。' },
  roster_gone: { status: 409, title: '这份名册已经过了一天，请重新传一次。' },
  team_name_taken: { status: 409, title: '这里已经有同名的队伍，请换个名称。' },
  team_organisation: { status: 409, title: '这个组织不在本地或者已经停了，请另选一个。' },
  team_closed: { status: 409, title: '这支队伍已经停了，请看看别的队伍。' },
  team_answered: { status: 409, title: '这个申请已经有人答复了，请重新看队员。' },
  team_leader_unfit: { status: 409, title: '队长要是已核实的成年志愿者，请另选一位。' },
} as const
