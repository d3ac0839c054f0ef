import type { Fault } from '@linli/contracts/problems'

interface Issue {
  code: string
  path: PropertyKey[]
  message: string
  origin?: string
  minimum?: number | bigint
  maximum?: number | bigint
  input?: unknown
}

/** Refinements of the contracts, by the name they carry there. */
const named: Record<string, string> = {
  ends_before_start: '结束时间要晚于开始时间',
  hours_need_both: '开始和结束时间要一起选',
  parent_or_name: '请按上级或名称查找，二者选一',
  nothing_to_change: '没有要修改的内容',
  position_abroad: '这个位置不在中国，请看看经度和纬度有没有写反',
  not_near_its_week: '换的时间要在那一天，或者前后一天',
  not_a_week_of_it: '每一周只能换一个时间，而且要在这几周里',
  out_of_calendar: '请选一个近一点的日期',
  reason_of_refusal: '不公布要选一个原因，公布不用选',
  hide_of_pass: '不公布的话不用隐去姓名',
  not_a_mobile: '请填 11 位手机号，例如 138 0000 0000；座机收不到验证码',
  not_a_phone: '请填 11 位手机号，或带区号的座机，例如 0878-3123456',
  not_6_digits: '请填 6 位数字',
  not_8_digits: '请填 8 位数字',
  control_character: '含有不能识别的字符，请重新输入',
  not_a_name: '请写名字，要有文字，不能只有符号',
  nobody_said: '没有见到、没有说上话，就不能替人提需要',
  met_at_home: '电话和视频记“说上话了”，见到了要上门',
  too_long_name: '名字最多 60 个字',
}

/** zod's issues as faults with one Chinese sentence each; `part` is where it was: body, query, params or headers. */
export function faultsOf(part: string, issues: readonly unknown[]): Fault[] {
  return (issues as Issue[]).map((issue) => {
    const code = issue.message in named ? issue.message : issue.code
    return { path: [part, ...issue.path.map(String)].join('.'), code, message: sentence(issue) }
  })
}

function sentence(issue: Issue): string {
  const known = named[issue.message]
  if (known) return known
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '请填写这一项' : '填写的内容不对'
    case 'too_small':
      return issue.origin === 'string' ? '请填写这一项' : `不能小于 ${String(issue.minimum)}`
    case 'too_big':
      return issue.origin === 'string'
        ? `最多 ${String(issue.maximum)} 个字`
        : `不能大于 ${String(issue.maximum)}`
    case 'invalid_value':
      return '请选一项'
    case 'not_multiple_of':
      return '请填整数'
    default:
      return '写法不对，请看看有没有多字或少字'
  }
}
