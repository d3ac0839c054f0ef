/**
 * Takes names and numbers out of what somebody wrote, before anybody else may read it (docs/product.md › Ratings). What is
 * compared is the folded text, so that blanks, signs, invisible characters and other digits hide nothing; what is masked
 * is the text as it was written.
 */
import lists from './data/surnames.json'
import { applyMasks, foldText, type Folded, type Mask, spanOf } from './fold-text'
import { waysToSay } from './known-names'
import { soundOf } from './near-names'
import { digitIn } from './numerals'
import { pinyinRuns } from './pinyin-text'

const titles =
  '老师|医生|主任|副主任|书记|副书记|师傅|阿姨|叔叔|大姐|大哥|姐姐|先生|女士|同志|奶奶|爷爷|同学|小朋友|警官|律师|院长|园长|站长|组长|队长|委员|会计|出纳|大夫|护士|教练|网格员|科长|处长|局长|镇长|乡长|县长|村长|支书|经理|馆长|班长|社长|辅导员|调解员|干事|文书|民警|辅警|所长|法官|教授|大爷|大妈|大叔|大婶|大嫂|大伯|婆婆|太太|小姐|老板'
/** Without those that join what stands before a title: 王老师和司马大姐. */
const single = lists.single.replace(/[和向时者管谢]/gu, '')
/** 谢谢老师 thanks nobody by name, and 托管 is no surname of one. */
const surname = `(?:${lists.double.join('|')}|[${single}]|(?<![托监主保])管(?!理)|(?<!谢)谢(?![谢各]))`

/** Plain letters, digits and signs, so that patterns of them find every way to write them; one unit for one unit. */
function plainUnit(character: string): string {
  const digit = digitIn(character)
  if (digit && !digit.spoken) return String(digit.value)
  if (/[。．｡·・․﹒︒丶]/u.test(character)) return '.'
  const usual = character.normalize('NFKC')
  if (/^[\x21-\x7e]$/.test(usual)) return usual
  if (/\p{Cf}|\p{M}|\p{Default_Ignorable_Code_Point}/u.test(character)) return ''
  return character
}

const domain =
  '(?:com|cn|net|org|top|xyz|cc|vip|shop|site|info|io|me|tv|club|online|app|link|wang|ly|gg|la|so|ltd|biz|co|pw|icu|work|fun|live|store|asia|中国|网址|网络|公司)'
const dot = '(?:[(（[【]?\\s*(?:\\.|点|點|dot)\\s*[)）\\]】]?|[、,，])'
const links: readonly [RegExp, string][] = [
  [/[\w.+-]+\s?@\s?[\w-]+(\.[\w-]+)+/g, '＊＊＊'],
  [/(?:h(?:tt|xx)ps?:\/\/|www\.)[^\s\p{Script=Han}]+/giu, '＊＊＊'],
  [
    new RegExp(
      `[a-z0-9][a-z0-9-]*(?:\\s*${dot}\\s*[a-z0-9-]+)*\\s*${dot}\\s*${domain}(?![a-z0-9])(?:/\\S*)?`,
      'giu',
    ),
    '＊＊＊',
  ],
  [/\p{Script=Han}+\.(?:中国|公司|网络|网址)(?!\p{Script=Han})/gu, '＊＊＊'],
  [/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/gu, '＊＊＊'],
  // Of whatever ending: evil.ru; 3.5kg and 1.5h begin with no letter.
  [/(?<![\w.])(?=[\w-]*[a-z])[a-z0-9][\w-]*(?:\.[\w-]+)*\.[a-z][a-z\d]{1,23}(?!\w)(?:\/\S*)?/giu, '＊＊＊'],
  [
    /((?:[微薇徽溦嶶威v][\s\p{P}\p{S}]*信)|卫星号|VX|WX|QQ|扣扣|weixin|wechat)(?:号|是|[\s\p{P}\p{S}])*[a-z0-9_-]{5,}/giu,
    '$1＊＊＊',
  ],
  [/\d+\s*(?:栋|幢|号楼)\s*(?:\d+\s*单元)?\s*\d*\s*(?:室|号|房)?/g, '＊＊＊'],
  // 138字1234字5678: one thing and the same between the digits of a number.
  [/(?<!\d)\d{1,4}(?:([\p{L}])\d{1,4}(?:\1\d{1,4}){1,9})(?!\d)/gu, '＊＊＊'],
  // A letter that is drawn like a digit is one, among digits.
  [/\+?(?:(?<![A-Za-z])[oOlI]|\d)(?:[\s\p{P}\p{S}]*[\doOlI]){4,}[Xx]?/gu, '＊＊＊'],
]

/** A day of the calendar leads to a case, for whoever has the list of that day. */
const days: readonly [RegExp, string][] = [
  [
    /(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]?/g,
    '某月某日',
  ],
]

const people: readonly [RegExp, string][] = [
  [new RegExp(`${surname}\\p{Script=Han}{0,2}?(?=${titles})`, 'gu'), '某'],
  [
    new RegExp(
      `(?<=(?<![养敬])[小老阿])${surname}(?!\\p{Script=Han}*[们])(?=[说让来在给把的，。！？、 ]|$)`,
      'gu',
    ),
    '某',
  ],
  [
    /(?<=(?:[我名](?:字)?叫|(?:姓名|名字|联系人)(?:是|[：:]))[：: ]?)(?![了他她你您不也都过人门什])\p{Script=Han}{2,4}/gu,
    '某某',
  ],
]

const masksBy = (folded: Folded, patterns: readonly [RegExp, string][]): Mask[] =>
  patterns.flatMap(([pattern, by]) =>
    [...folded.form.matchAll(pattern)].map((found) => ({
      ...spanOf(folded, found.index, found[0].length),
      by: by.replace('$1', found[1] ?? ''),
    })),
  )

/** Spoken numerals are digits among digits, or seven of them: 一三八 and 三 are words. */
function numberMasks(text: string): Mask[] {
  const folded = foldText(text, (character) => {
    const digit = digitIn(character)
    if (digit) return digit.spoken ? '二' : '1'
    return /[\s\p{P}\p{S}\p{M}\p{Cf}]/u.test(character) ? '' : 'x'
  })
  return [...folded.form.matchAll(/[1二]{5,}/g)]
    .filter(([run]) => run.length >= 7 || run.replaceAll('二', '').length >= 3)
    .map((found) => ({ ...spanOf(folded, found.index, found[0].length), by: '＊＊＊' }))
}

/** Known people, however they are written; the longest way to say a name first. */
function knownMasks(text: string, known: readonly string[]): Mask[] {
  const { whole, latin } = waysToSay(known)
  const folded = foldText(text)
  const inForm = whole.flatMap((way) => {
    const found: Mask[] = []
    for (let at = folded.form.indexOf(way); at !== -1; at = folded.form.indexOf(way, at + way.length))
      found.push({ ...spanOf(folded, at, way.length), by: '某某' })
    return found
  })
  return [
    ...inForm,
    ...soundMasks(folded, whole),
    ...pinyinRuns(text, latin).map((span) => ({ ...span, by: '某某' })),
  ]
}

/** 杨会穷 for 杨会琼: of three characters and more, one surname and what sounds the same is the same. */
function soundMasks(folded: Folded, whole: readonly string[]): Mask[] {
  const sought = whole.filter((way) => /^\p{Script=Han}{3,}$/u.test(way))
  return sought.flatMap((way) => {
    const found: Mask[] = []
    const [surname = '', ...given] = Array.from(way)
    for (let at = folded.form.indexOf(surname); at !== -1; at = folded.form.indexOf(surname, at + 1)) {
      const there = folded.form.slice(at, at + way.length)
      const isHan = there.length === way.length && /^\p{Script=Han}+$/u.test(there)
      const heard = Array.from(there).slice(1)
      if (isHan && given.every((each, n) => soundOf(each) === soundOf(heard[n] ?? '')))
        found.push({ ...spanOf(folded, at, way.length), by: '某某' })
    }
    return found
  })
}

/** Whether somebody known is named, however it is written. */
export const namesKnown = (text: string, known: readonly string[]): boolean =>
  knownMasks(text, known).length > 0

/**
 * @param known names of people around the matter, whole
 * @param keepDays where it has to be said when something was done
 */
export function maskText(text: string, known: readonly string[], keepDays = false): string {
  const named = applyMasks(text, knownMasks(text, known))
  const numbered = applyMasks(named, numberMasksOf(named))
  return applyMasks(numbered, masksBy(foldText(numbered, plainUnit), [...(keepDays ? [] : days), ...people]))
}

const numberMasksOf = (text: string): Mask[] => [
  ...masksBy(foldText(text, plainUnit), links),
  ...numberMasks(text),
]
