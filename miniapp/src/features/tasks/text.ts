import type { FitReason, TaskObstacle } from '@linli/contracts/tasks'

export const tasksText = {
  title: '志愿服务',
  signInHelp: '登录后看附近的任务，一点就能报名。',
  pickCommunity: '先选一个社区',
  pickCommunityHelp: '选好社区，就能看到附近的志愿任务。',
  choose: '选择社区',
  join: '登记成为志愿者',
  joinHelp: '社区核实后就能报名，任务可以先看看。',
  mine: '我的志愿者登记',
  mineHelp: '改能做的事和时间，或给孩子登记',
  teams: '我的队伍',
  teamsHelp: '加入附近的志愿服务队',
  change: '改能做的事',
  empty: '附近还没有要帮忙的',
  emptyHelp: '有新任务会出现在这里。您也可以请社区帮忙。',
  ask: '找人帮我',
  because: (reasons: string) => `因为${reasons}`,
}

export const taskText = {
  title: '志愿任务',
  home: '上门（报上后看地址）',
  short: (n: number) => `还差 ${n} 人`,
  full: '已报满，可排队',
  enough: '人齐了',
  needsOf: (needs: string) => `要求：${needs}`,
  off: '已取消',
  began: '已经开始',
  waiting: (n: number) => (n === 0 ? '没有人排队，您排第一' : `${n} 人在排队`),
  facts: '这个任务',
  when: '时间',
  length: '时长',
  place: '地点',
  people: '人数',
  peopleOf: (places: number, left: number) =>
    left > 0 ? `要 ${places} 人，还差 ${left} 人` : `要 ${places} 人，已报满`,
  kind: '做什么',
  team: '哪支队伍',
  teamOf: (name: string, only: boolean) => (only ? `${name}，只有队员能报` : name),
  about: '说明',
  needs: '要求',
  skill: (skill: string) => `会${skill}`,
  paper: (paper: string) => `有${paper}`,
  adults: '满 18 周岁',
  two: '两个人一起去',
  by: '谁组织',
  mine: '您报的',
  mineOf: (nickname: string) => `${nickname}报的`,
  got: (nickname: string | null) => (nickname === null ? '报上了' : `${nickname}报上了`),
  gotHelp: '时间快到会提醒。来不了请早点说，点这里。',
  inLine: (nickname: string | null) => (nickname === null ? '排上队了' : `${nickname}排上队了`),
  inLineHelp: '有空名额按顺序为您保留，马上通知您。',
  held: '轮到您了',
  heldHelp: '名额为您保留着，点这里接受。',
  see: '看这次报名',
  signUp: '报名',
  signUpChild: (nickname: string) => `给${nickname}报名`,
  wait: '排队等候',
  waitChild: (nickname: string) => `给${nickname}排队`,
  self: '我自己',
  child: '孩子',
  signIn: '登录后报名',
  proposed: '社区想请您帮忙',
  proposedHelp: '来不来都可以。想来就点报名；不来不用说理由，也没有影响。',
  decline: '这次不去',
  declined: '知道了，这次不去',
  declinedHelp: '您说过这次不去。改主意了，照样可以报名。',
  asked: '社区想请您',
  fits: '合不合适',
  others: '看别的任务',
  manage: '管理这个任务',
  noTask: '地址里没有写是哪个任务。',
}

/** Why a task suits, as a part of 因为…; what the week says is put together in words.ts. */
export const reasonWord: Record<Exclude<FitReason, 'free_then' | 'has_skill'>, string> = {
  own_team: '是您队里的任务',
  own_community: '就在您的社区',
  near: '离得近',
  few_chances: '您最近机会少，可以先报',
}

export const obstacleWord: Record<
  Exclude<TaskObstacle, 'skill_missing' | 'paper_missing' | 'opens_later'>,
  string
> = {
  not_a_volunteer: '要先登记成为志愿者，社区核实后就能报名。',
  not_in_team: '这是队里的任务，要先加入这支队伍。',
  adults_only: '这个任务要满 18 周岁。',
  too_late_in_the_day: '不满 18 周岁的，任务晚上 9 点前要结束。',
  other_task_then: '这个时间已经有别的任务。要换的话，先退掉那个。',
  rest_needed: '这几天任务已经很多，请留时间休息。',
  own_need: '这是您提的求助，请让别人来报。',
  began: '已经开始，不能再报了。',
}

export const obstacleText = {
  skill: (skill: string) => `要会${skill}。会的话，在志愿者登记里补上。`,
  paper: (paper: string) => `要有没过期的${paper}。请带到社区登记。`,
  later: (when: string) => `先留给最近机会少的志愿者，${when} 起都能报。`,
}
