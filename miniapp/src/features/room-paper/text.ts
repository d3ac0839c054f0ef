const span = { month: '这个月', lastMonth: '上个月', year: '今年', ahead: '往后 30 天' }

export const paperText = {
  print: '打印',
  onComputer: '要打印，请在电脑浏览器里打开这一页。',
  day: '日期',
  before: '前一天',
  after: '后一天',
  weekBefore: '前一周',
  weekAfter: '后一周',
  made: (when: string) => `${when} 打印，之后有变动以场地看板为准`,
  time: '时间',
  what: '做什么',
  people: '人数',
  count: (n: number) => `${n} 人`,
  room: '场地',
  number: '预订号',
  state: '情况',
  free: '空着，可以订',
  asked: '有人申请，等确认',
  closed: (reason: string) => `停用：${reason}`,
  shut: '这天不开放',
  phone: (phone: string) => `要用这间，请打电话 ${phone}`,
  noPhone: '要用这间，请到社区窗口说一声',
  gone: '没有找到这间场地',
  goneHelp: '可能已经停用。请从场地看板再找。',
}

export const exportsText = {
  title: '导出记录',
  row: '导出记录',
  rowHelp: '谁、什么时候、导出了哪里的什么表',
  help: '每导出一张表都会记在这里，改不了。',
  none: '还没有人导出过',
  noneHelp: '导出预订、场地、场地使用的表以后，会记在这里。',
  kinds: { bookings: '预订表', room_use: '场地使用表', rooms: '场地表' },
  lines: (n: number) => `${n} 行`,
  span: (days: string) => `${days}的`,
}

export const doorText = {
  title: '门口的安排',
  week: '一周的安排',
  shows: '打印一天还是一周',
  options: { day: '一天（贴门口）', week: '一周' },
  nothing: '没有安排',
  scan: '到了扫一下，签到',
  scanHelp: '用手机相机或微信扫。开始前 15 分钟可以签到。',
  code: (room: string) => `${room}的签到码`,
}

export const dayText = {
  title: '当天安排',
  heading: (name: string) => `${name} · 场地安排`,
  all: (n: number, people: number) => `共 ${n} 场，约 ${people} 人`,
  building: '哪处场所',
  everywhere: '全部',
  none: '这天没有安排',
  noneHelp: '有人订了会出现在这里。',
  sign: '值班：＿＿＿＿＿＿',
  tick: '开门',
}

export const slipText = {
  title: '预订小票',
  number: '预订号',
  when: '什么时候',
  where: '在哪里',
  what: '做什么',
  keeper: '谁来开门',
  later: '确认以后才知道',
  office: '到社区窗口找值班人员',
  bring: '请带上',
  cannot: (phone: string) => `来不了，请打电话 ${phone}`,
  cannotOffice: '来不了，请告诉社区窗口',
  code: '看这次预订的二维码',
  codeHelp: '用手机扫一扫，登录后能看进度、改时间、取消。没有手机，凭这张小票到窗口办。',
  none: '这张小票打不开',
  noneHelp: '只有场地预订有小票。',
}

export const papersText = {
  title: '打印和表格',
  help: '都不印姓名和电话。',
  day: '当天安排',
  dayHelp: '这一天全部场地，按时间排',
  rooms: '每间场地',
  roomsHelp: '贴在门口的一天，或者一周',
  table: '预订表格',
  tableHelp:
    '每次预订一行：预订号、场地、时间、用途、人数、情况、签到。没有姓名、电话和说明。下载会留下记录。',
  span: '哪段时间',
  spans: span,
  take: '下载表格',
  saved: '表格已下载',
  failed: '没有存下来，请再试一次。',
  use: '场地使用',
  useHelp: '每个钟点用了几成',
  none: '这里还没有场地',
}
