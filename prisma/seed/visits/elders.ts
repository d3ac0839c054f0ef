/** Made-up elders of the two demonstration communities, and what was met with them lately. */
import type { ElderKind, VisitOutcome, VisitWay } from '@linli/contracts/visits'

export interface Told {
  /** Hours before now. */
  ago: number
  way: VisitWay
  outcome: VisitOutcome
  note?: string
}

export interface Elder {
  name: string
  kind: ElderKind
  address: string
  /** Whoever has the same lives in one household. */
  home?: string
  by: 'staff' | 'grid' | 'nobody'
  visits: readonly Told[]
  /** Last month they were not seen, but refused. */
  refusedBefore?: true
  /** The account that is theirs. */
  account?: string
}

const home = (ago: number, outcome: VisitOutcome = 'met', note?: string): Told => ({
  ago,
  way: 'home',
  outcome,
  ...(note !== undefined && { note }),
})
const call = (ago: number, outcome: VisitOutcome = 'talked'): Told => ({ ago, way: 'phone', outcome })

export const town: readonly Elder[] = [
  {
    name: '王建国',
    kind: 'empty_nest',
    address: '鹿城南路 12 号 2 单元 301',
    by: 'grid',
    visits: [home(3)],
    account: '11-elder',
  },
  {
    name: '李凤英',
    kind: 'alone',
    address: '鹿城南路 12 号 1 单元 102',
    by: 'grid',
    visits: [home(26, 'not_home'), home(4, 'not_home')],
  },
  {
    name: '张德明',
    kind: 'disabled',
    address: '北浦路 5 号 3 栋 201',
    by: 'grid',
    visits: [home(5, 'hospital', '州医院住院，女儿陪着')],
  },
  { name: '普正华', kind: 'alone', address: '北浦路 8 号 2 栋 401', home: 'pu', by: 'grid', visits: [] },
  { name: '罗桂芝', kind: 'empty_nest', address: '北浦路 8 号 2 栋 401', home: 'pu', by: 'grid', visits: [] },
  { name: '杨文翠', kind: 'hardship', address: '东兴巷 3 号', by: 'grid', visits: [call(30)] },
  { name: '段绍先', kind: 'alone', address: '东兴巷 7 号', by: 'grid', visits: [], refusedBefore: true },
  { name: '何淑珍', kind: 'hardship', address: '团结路 21 号 1 栋 103', by: 'staff', visits: [home(52)] },
  { name: '马保国', kind: 'disabled', address: '团结路 21 号 1 栋 502', by: 'staff', visits: [] },
  { name: '赵玉仙', kind: 'alone', address: '青龙路 9 号', by: 'staff', visits: [home(28, 'refused')] },
  { name: '鲁天福', kind: 'empty_nest', address: '青龙路 15 号 2 单元 202', by: 'staff', visits: [home(76)] },
  { name: '者美兰', kind: 'alone', address: '青龙路 30 号', by: 'nobody', visits: [] },
]

export const village: readonly Elder[] = [
  {
    name: '罗建国',
    kind: 'empty_nest',
    address: '一组 6 号',
    by: 'grid',
    visits: [home(6)],
    account: '41-elder',
  },
  { name: '起自珍', kind: 'hardship', address: '一组 11 号', by: 'grid', visits: [] },
  { name: '普天才', kind: 'disabled', address: '三组 2 号', by: 'grid', visits: [home(29)] },
  { name: '鲁秀莲', kind: 'alone', address: '三组 9 号', by: 'staff', visits: [] },
]
