/** Codes of visits in the words of people. */
import type { FamilyRelation } from './visit-family'
import type { ElderState } from './visit-register'
import type { ElderKind, KeptOutcome, Standing, VisitRefusal, VisitWay } from './visits'

export const elderKindWord: Record<ElderKind, string> = {
  hardship: '特困',
  alone: '独居',
  empty_nest: '空巢',
  disabled: '失能',
  other: '其他',
}
export const wayWord: Record<VisitWay, string> = { home: '上门', phone: '电话', video: '视频' }
export const outcomeWord: Record<KeptOutcome, string> = {
  met: '见到了',
  talked: '说上话了',
  not_home: '没有人应',
  hospital: '在住院',
  refused: '不愿被探访',
  moved: '搬走了',
  died: '去世了',
  mistake: '记错了，没有这次探访',
}
export const standingWord: Record<Standing, string> = {
  due: '本月还没见到',
  seen: '本月已探访',
  hospital: '在住院',
  refused: '不愿被探访',
}
export const elderStateWord: Record<ElderState, string> = {
  active: '在册',
  refused: '暂不探访',
  moved: '已搬走',
  died: '已去世',
}
export const relationWord: Record<FamilyRelation, string> = {
  child: '子女',
  spouse: '老伴',
  grandchild: '孙辈',
  sibling: '兄弟姐妹',
  other: '其他亲人',
}
export const refusalWord: Record<VisitRefusal, string> = {
  not_found: '这位老人不归您探访了，请联系社区',
  in_future: '时间在将来，请核对手机的时间',
  too_old: '时间太早了，请告诉社区',
  elder_left: '名册上已写明搬走或去世，请告诉社区',
  id_taken: '这条记录已经有了',
}
