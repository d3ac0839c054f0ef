/**
 * Words of danger: whoever writes one of them sees at once whom to call (docs/product.md › Legal consultation). Nothing is
 * decided by them and nothing is sent: too many of them show three numbers in vain, one too few may cost a life.
 */

/** Whom to call, before any form. */
export const helplines = [
  { number: '110', word: '报警' },
  { number: '12338', word: '妇女维权' },
  { number: '12348', word: '法律援助' },
] as const

/** Whom to call where a hand is needed at once. */
export const emergencyLines = [
  { number: '110', word: '报警' },
  { number: '119', word: '火警' },
  { number: '120', word: '急救' },
] as const

const words: readonly string[] = [
  // To be hurt.
  ...[
    '打我',
    '打人',
    '打孩子',
    '打老人',
    '打老婆',
    '打妈妈',
    '打我妈',
    '打她',
    '打他',
    '打死',
    '打伤',
    '毒打',
    '殴打',
  ],
  ...[
    '家暴',
    '家庭暴力',
    '动手打',
    '挨打',
    '被打',
    '踢我',
    '掐我',
    '掐脖',
    '扇我',
    '砍',
    '捅',
    '拿刀',
    '动刀',
    '菜刀',
  ],
  ...[
    '虐待',
    '折磨',
    '弄死',
    '杀我',
    '杀人',
    '杀了',
    '杀死',
    '杀全家',
    '要我命',
    '要我的命',
    '要命',
    '同归于尽',
    '汽油',
  ],
  ...['烧死', '放火', '下毒', '投毒', '流血', '出血', '受伤', '骨折', '昏过去'],
  // To be threatened, watched or shut in.
  ...[
    '威胁',
    '恐吓',
    '吓唬我',
    '跟踪',
    '尾随',
    '堵门',
    '堵我',
    '骚扰',
    '关起来',
    '锁起来',
    '锁在',
    '不让出门',
    '不让我出门',
  ],
  ...[
    '不让我走',
    '软禁',
    '囚禁',
    '拘禁',
    '绑架',
    '绑我',
    '限制自由',
    '抢孩子',
    '拐卖',
    '拐走',
    '传销',
    '逼债',
    '上门闹',
  ],
  // To be abused.
  ...['强奸', '强暴', '性侵', '猥亵', '性骚扰', '侵犯我', '乱摸', '裸照', '偷拍', '逼我卖', '强迫我'],
  // To give up.
  ...[
    '自杀',
    '自残',
    '割腕',
    '跳楼',
    '跳河',
    '喝农药',
    '吃农药',
    '上吊',
    '轻生',
    '寻短见',
    '想死',
    '不想活',
    '活不下去',
  ],
  ...['没法活', '不活了', '死了算了', '救命', '救救我', '害怕', '不敢回家', '赶出家门', '逃出来'],
]

/** Blanks and marks between the characters hide no word. */
const squeezed = (text: string): string => text.replace(/[\s,.!?;:'"“”‘’，。！？；：、…·~—_*-]/g, '')

/** A message by telephone is no blow. */
const harmless = /打我(的)?(电话|手机|微信)/g

export const soundsDangerous = (text: string): boolean => {
  const read = squeezed(text).replace(harmless, '')
  return words.some((word) => read.includes(word))
}
