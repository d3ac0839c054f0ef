/** Days after which a claim or a remedy may be lost: data, each with the law that says so and since when. */
import type { Topic } from './consultation-thread'

export interface Span {
  unit: 'day' | 'month' | 'year'
  n: number
}

export interface LegalLimit {
  key: string
  /** What it is about, as somebody says it. */
  about: string
  /** From which day it runs, in words. */
  from: string
  /** It runs from a paper that was received, and is none of somebody's who has received none. */
  paper?: true
  /** What has to be done by then. */
  todo: string
  span: Span
  topics: readonly Topic[]
  law: string
  article: string
  /** The version of the law that says so: since when it is in force. */
  inForceSince: string
}

const day = (n: number): Span => ({ unit: 'day', n })
const months = (n: number): Span => ({ unit: 'month', n })
const years = (n: number): Span => ({ unit: 'year', n })

const civilCode = { law: '民法典', inForceSince: '2021-01-01' }
const civilProcedure = { law: '民事诉讼法', inForceSince: '2024-01-01' }
const labourArbitration = { law: '劳动争议调解仲裁法', inForceSince: '2008-05-01' }

/** In no order; `limitsFor` (limit-days.ts) sorts by what comes first. */
export const legalLimits: readonly LegalLimit[] = [
  {
    key: 'labour_arbitration',
    about: '工资、辞退、社保等劳动争议',
    from: '知道权利受侵害那天；欠工资的，从离职那天算',
    todo: '申请劳动仲裁',
    span: years(1),
    topics: ['work'],
    ...labourArbitration,
    article: '第二十七条',
  },
  {
    key: 'labour_award',
    paper: true,
    about: '收到劳动仲裁裁决书，不服',
    from: '收到裁决书那天',
    todo: '向法院起诉',
    span: day(15),
    topics: ['work'],
    ...labourArbitration,
    article: '第四十八条、第五十条',
  },
  {
    key: 'work_injury',
    about: '工伤，单位没有去申请认定',
    from: '受伤那天，或诊断为职业病那天',
    todo: '自己申请工伤认定',
    span: years(1),
    topics: ['work', 'accident'],
    law: '工伤保险条例',
    article: '第十七条',
    inForceSince: '2011-01-01',
  },
  {
    key: 'administrative_review',
    about: '不服政府部门的决定，想请上级复查',
    from: '知道这个决定那天',
    todo: '申请行政复议',
    span: day(60),
    topics: ['authority', 'land'],
    law: '行政复议法',
    article: '第二十条',
    inForceSince: '2024-01-01',
  },
  {
    key: 'administrative_suit',
    about: '不服政府部门的决定，想直接打官司',
    from: '知道或应当知道这个决定那天',
    todo: '提起行政诉讼',
    span: months(6),
    topics: ['authority', 'land'],
    law: '行政诉讼法',
    article: '第四十六条',
    inForceSince: '2017-07-01',
  },
  {
    key: 'review_decision',
    paper: true,
    about: '收到行政复议决定，不服',
    from: '收到复议决定书那天',
    todo: '提起行政诉讼',
    span: day(15),
    topics: ['authority', 'land'],
    law: '行政诉讼法',
    article: '第四十五条',
    inForceSince: '2017-07-01',
  },
  {
    key: 'appeal_judgment',
    paper: true,
    about: '收到一审判决书，不服',
    from: '收到判决书那天',
    todo: '提起上诉',
    span: day(15),
    topics: ['family', 'land', 'neighbours', 'debt', 'accident', 'consumer', 'other', 'violence', 'work'],
    ...civilProcedure,
    article: '第一百七十一条',
  },
  {
    key: 'appeal_ruling',
    paper: true,
    about: '收到一审裁定书，不服',
    from: '收到裁定书那天',
    todo: '提起上诉',
    span: day(10),
    topics: ['debt', 'other'],
    ...civilProcedure,
    article: '第一百七十一条',
  },
  {
    key: 'enforcement',
    paper: true,
    about: '判决赢了，对方不照办',
    from: '判决写明的最后期限那天',
    todo: '申请强制执行',
    span: years(2),
    topics: ['debt', 'accident', 'work', 'family'],
    ...civilProcedure,
    article: '第二百五十条',
  },
  {
    key: 'civil',
    about: '别人欠钱、赔偿等一般民事纠纷',
    from: '知道受损害、也知道是谁那天；约好还钱日子的，从那天算',
    todo: '向法院起诉，或书面催要留下凭据',
    span: years(3),
    topics: ['family', 'violence', 'land', 'neighbours', 'debt', 'accident', 'consumer', 'other'],
    ...civilCode,
    article: '第一百八十八条',
  },
  {
    key: 'marriage_coerced',
    about: '被逼迫结的婚，想撤销',
    from: '逼迫停止那天；被限制自由的，从恢复自由那天算',
    todo: '请法院撤销婚姻',
    span: years(1),
    topics: ['family', 'violence'],
    ...civilCode,
    article: '第一千零五十二条',
  },
  {
    key: 'marriage_illness',
    about: '对方婚前隐瞒重大疾病，想撤销婚姻',
    from: '知道这件事那天',
    todo: '请法院撤销婚姻',
    span: years(1),
    topics: ['family'],
    ...civilCode,
    article: '第一千零五十三条',
  },
  {
    key: 'revocation',
    about: '被骗、被逼签的合同，想撤销',
    from: '知道被骗那天；被逼的，从逼迫停止那天算',
    todo: '请法院或仲裁机构撤销',
    span: years(1),
    topics: ['debt', 'consumer', 'land', 'other'],
    ...civilCode,
    article: '第一百五十二条',
  },
  {
    key: 'bequest',
    about: '别人在遗嘱里把东西留给您',
    from: '知道这件事那天',
    todo: '明确表示接受',
    span: day(60),
    topics: ['family'],
    ...civilCode,
    article: '第一千一百二十四条',
  },
  {
    key: 'product_liability',
    about: '买的东西有毛病，伤了人或坏了别的东西',
    from: '知道受损害那天',
    todo: '要求赔偿',
    span: years(2),
    topics: ['consumer', 'accident'],
    law: '产品质量法',
    article: '第四十五条',
    inForceSince: '2018-12-29',
  },
  {
    key: 'online_return',
    about: '网上买的东西，不想要了',
    from: '收到货那天',
    todo: '退货',
    span: day(7),
    topics: ['consumer'],
    law: '消费者权益保护法',
    article: '第二十五条',
    inForceSince: '2014-03-15',
  },
]
