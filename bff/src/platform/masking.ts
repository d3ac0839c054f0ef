/** Takes names and numbers out of what somebody wrote, before anybody else may read it (PRODUCT.md › Ratings). */
import { doubleSurnames, surnames } from './names'

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
  [new RegExp(`(?:${doubleSurnames}|[${surnames}])\\p{Script=Han}{0,2}?(?=${titles})`, 'gu'), '某'],
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
