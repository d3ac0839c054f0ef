/** Takes names and numbers out of what somebody wrote, before anybody else may read it (PRODUCT.md › Ratings). */

/** The hundred commonest surnames cover nine people in ten; whom we know by name is masked whatever the surname. */
const surnames =
  '李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文普鲁者起罗'
const titles =
  '老师|医生|主任|副主任|书记|副书记|师傅|阿姨|叔叔|大姐|大哥|姐姐|先生|女士|同志|奶奶|爷爷|同学|小朋友|警官|律师|院长|园长|站长|组长|队长|委员'

/** Letters and digits of full width, in circles and the like, as plain ones. */
const narrow = (text: string): string =>
  text.replace(/[\p{N}\p{L}＠．－]/gu, (sign) => {
    const usual = sign.normalize('NFKC')
    return /^[\w@.-]$/.test(usual) ? usual : sign
  })

const numbers: readonly [RegExp, string][] = [
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '＊＊＊'],
  [/(?:https?:\/\/|www\.)\S+/gi, '＊＊＊'],
  [/(微信|薇信|VX|WX|QQ|扣扣)(号|：|:|是|\s)*[A-Za-z0-9_-]{5,}/gi, '$1＊＊＊'],
  [/\d+\s*(?:栋|幢|号楼)\s*(?:\d+\s*单元)?\s*\d*\s*(?:室|号|房)?/g, '＊＊＊'],
  // Telephones, identity cards, plates of numbers, however they are grouped.
  [/\+?\d(?:[\s\p{P}\p{S}]*\d){4,}[Xx]?/gu, '＊＊＊'],
  [/[零〇一二三四五六七八九幺](?:[\s\p{P}\p{S}]*[零〇一二三四五六七八九幺]){6,}/gu, '＊＊＊'],
]

const people: readonly [RegExp, string][] = [
  [new RegExp(`[${surnames}]\\p{Script=Han}{0,2}?(?=${titles})`, 'gu'), '某'],
  [
    new RegExp(`(?<=[小老阿])[${surnames}](?!\\p{Script=Han}*[们])(?=[说让来在给把的，。！？、 ]|$)`, 'gu'),
    '某',
  ],
  [/(?<=(?:我叫|名叫|姓名是?|名字是?|联系人)[：: ]?)\p{Script=Han}{2,4}/gu, '某某'],
]

/** A day of the calendar leads to a case, for whoever has the list of that day. */
const days: readonly [RegExp, string][] = [
  [
    /(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]?/g,
    '某月某日',
  ],
]

/** Words that begin like a surname and name nobody. */
const usual =
  '谢谢|马上|马路|高兴|高度|高效|方便|方式|方法|安静|安全|安排|安心|常常|常来|白天|白跑|白等|万一|文化|文明|文件|文艺|金额|任何|任务|于是|' +
  '许多|许久|何时|何况|何必|程序|程度|曾经|余地|周[一二三四五六日末到围边]|黄色|孙子|孙女|林业|夏天|易地|易懂|顾客|顾不|顾及|康复|毛病|毛笔|雷雨|' +
  '钟头|段时|普通|普遍|普法|起来|起码|起初|范围|熊孩|陆续|戴着|戴口|杜绝|胡说|胡乱|郑重|陈旧|陈述|张贴|石头|田地|龙头|武术|江边|秦腔|龙川|章程'
const perhaps = new RegExp(
  `(?<=^|[\\p{P}\\s找叫被跟和给对问请]|谢谢|感谢)(?!${usual})[${surnames}](?!某)\\p{Script=Han}{1,2}` +
    '(?=说|态度|不|没|让|叫|骂|推|服务|接待|办|很|太|把|帮|告诉|热情|耐心|负责|认真|[，。！？、,.!?\\s]|$)',
  'u',
)

/** Whether what is masked may still hold the name of somebody whom nobody here knows: a person has to look. */
export const mayName = (masked: string): boolean => perhaps.test(masked)

/** A full name, and what friends make of it: two given syllables alone. */
function waysToSay(name: string): string[] {
  const whole = name.trim()
  if (whole.length < 2) return []
  return whole.length === 3 ? [whole, whole.slice(1)] : [whole]
}

/** @param known names of people around the matter, whole; the longest is looked for first */
export function maskText(text: string, known: readonly string[]): string {
  const ways = [...new Set(known.flatMap(waysToSay))].sort((a, b) => b.length - a.length)
  const named = ways.reduce((rest, name) => rest.replaceAll(name, '某某'), narrow(text))
  return [...numbers, ...days, ...people].reduce(
    (rest, [pattern, mask]) => rest.replace(pattern, mask),
    named,
  )
}
