/**
 * Whether words tell somebody's home: the number of a door, as addresses are written here. Careful rather than complete: a floor, a
 * meeting room, a building alone or a lesson is none.
 */

const n = '[0-9〇零一二三四五六七八九十百两]'
const number = `${n}+(?!${n})`
/** The number of a door has three digits or four; what follows says that it is none. */
const door = `(?:[0-9]{3,4}|[〇零一二三四五六七八九]{3,4})(?!${n})(?![份人米元个户张斤本块家页位名多点年分秒平棵盆袋箱件套])`
/** Rooms for everybody. */
const isOpenToAll = '(?!号?(?:会议|活动|办公|教室|阅览|接待|调解|图书|多功能|服务|值班|大厅|窗口|诊室|病房))'

const patterns: readonly RegExp[] = [
  `(?:${number}|[A-Za-z东南西北甲乙丙丁])(?:栋|幢|座|号楼|#楼?)-?(?:${number}单元|${door}${isOpenToAll})`,
  `${number}单元-?(?:${number}[楼层]-?)?${door}${isOpenToAll}`,
  `(?<!${n})${door}室`,
  `${number}号院(?![区长校士])`,
  `${number}(?:村民)?小?[组社]${number}号(?!楼|选手|队|桌|机|线)`,
  `(?<!${n})${number}门${door}${isOpenToAll}`,
  // Building, unit, door: 3-2-301; no day of a year.
  `(?<![0-9-])[0-9]{1,3}-[0-9]{1,2}-(?!(?:19|20)[0-9]{2}(?![0-9]))[0-9]{3,4}(?![0-9-])`,
  // A house in a lane.
  `[路街巷弄]${number}(?:-[0-9]+|之${number})?号(?![线楼馆厅台门])(?!.{0,8}(?:医院|卫生|中心|银行|社区|学校|市场|超市|药店|车站|广场|公园))`,
].map((source) => new RegExp(source, 'u'))

/** As it is read, not as it is spaced. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Mn}]/gu, '')
    .replace(/[‐‑‒–—―－~]/gu, '-')

export function mayTellHome(text: string): boolean {
  const words = plain(text)
  return patterns.some((pattern) => pattern.test(words))
}
