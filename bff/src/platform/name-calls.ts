/** Names that are no surname with a given name: what somebody is called, a given name by itself, a name in disguise. */
import data from './data/names.json'
import lists from './data/surnames.json'
import { foldCharacter } from './name-form'
import { oddsOfGiven } from './han-names'
import { isActing, isFollowed, isLedIn, isLedToName, joins } from './name-signs'
import { segment, type Token } from './segmenter'

const folded = (characters: string): string => characters + Array.from(characters, foldCharacter).join('')
const surnames = folded(lists.single)
const single = new Set(surnames)
const strong = new Set(data.strong)
const traps = new Set(data.traps)
/** Surnames that are hardly ever another word. */
const plain = Array.from(surnames)
  .filter((each) => !lists.everyday.includes(each))
  .join('')
const double = lists.double.join('|')
const count = (word: string): number => Array.from(word).length

const kin = /[哥姐叔婶嫂爷婆伯娘嬢孃妹弟姨舅姑爸妈总]/u
const order = '[大二三四五六七八九幺小]'
const looks = '四眼|卷毛|黑皮|黄毛|大头|小眼|胖子|瘦子|麻子|拐子|瞎子|疤子|秃子|聋子|矮子|跛子|光头|眼镜'
const child = '小子|丫头|媳妇|姑娘|儿子|女儿|闺女|孙子|婆娘|男人'
const calls = new RegExp(
  [
    data.nicknames.join('|'),
    `[${surnames}](?:${looks}|老大|老二|老三|老四|老五|老幺|老板娘?|老倌|[二三四五六七八九幺][娃嫂哥姐叔婶爷嬢孃])`,
    `[${plain}][大小][嫂哥姐叔婶爷嬢孃]`,
    `(?:${looks})[${plain}]`,
    `(?:${looks})[${surnames}](?=[在又说来把天])`,
    `[${plain}]家(?:老?${order}|${child})`,
    `姓(?:${double}|[${surnames}])(?:的|那|这|[，。！？、]|$)`,
    `[${plain}]某(?!某)`,
    `[${plain}](?:婶婶|嫂子|嬢嬢|孃孃|大嬢|阿婆|阿公|老倌|老汉|家的|工|队)(?![作人具])`,
    `(?<![十百千第、])[二三四五六七八幺么][嬢孃娘妹姐哥嫂舅姨婶](?![妹弟们])(?=[说不没来在带看做给帮把让收拿的骂也就登打管开关送教煮卖喊吼]|${'$'}|\\p{P})|[大小][嬢孃]`,
    `老[${surnames}]头(?!发)|小[${surnames}]子|[${data.strong}]{2}[哥姐叔婶嫂](?!妹|弟)|人称|外号|绰号|小名`,
    `(?:${data.puzzles.join('|')})(?=\\p{Script=Han})`,
    `[${plain}](?:\\s*[a-z×＊*○〇]\\s*){1,3}[${data.strong}]`,
  ].join('|'),
  'iu',
)

/** 浩浩: what a child is called at home, where it is no word of everybody. */
const isDoubled = (word: string): boolean =>
  count(word) === 2 && word[0] === word[1] && strong.has(word[0] ?? '') && !data.doubled.includes(word)

/** 芳姐, 老李, 阿强: of one character, where the dictionary knows no word. */
function isCalled(text: string, tokens: readonly Token[], n: number): boolean {
  const { word = '', from = 0, tag = '' } = tokens[n] ?? {}
  const next = tokens[n + 1]?.word ?? ''
  const isName = tag.startsWith('nr') || /^(?:nz|t)$/.test(tag)
  const name = count(word) === 1 && count(next) === 1 ? word + next : isName ? word : ''
  const to = from + name.length
  if (isDoubled(word)) return isLedIn(text, from) && isFollowed(text, from + word.length)
  if (count(name) !== 2 || traps.has(name) || !isCall(Array.from(name))) return false
  return (isLedIn(text, from) && isFollowed(text, to)) || isActing(text, to)
}

const isCall = ([first = '', second = '']: readonly string[]): boolean =>
  ((strong.has(first) || single.has(first)) && kin.test(second) && !joins(first)) ||
  (/[阿老小大]/u.test(first) && (single.has(second) || strong.has(second)) && !joins(second)) ||
  (first === '阿' && !kin.test(second) && oddsOfGiven(second) >= 1.5) ||
  (first === second && strong.has(first))

const wordNames = new Set(data.wordNames)
/** Of two characters together, to be a given name without a surname, or with 姐 behind. */
const leastOdds = 4.5
/** The same where the dictionary knows a thing of this name: 春花. */
const leastOfWord = 5.5

/** 建国 and 春梅 by themselves, and names that are words: where only a person can be meant. */
function isGivenAlone(text: string, tokens: readonly Token[], n: number): boolean {
  const [first, second] = tokens.slice(n, n + 2)
  if (!first) return false
  const isOne = count(first.word) === 1 && second !== undefined && count(second.word) === 1
  const name = isOne ? first.word + second.word : first.word
  if (count(name) !== 2 || joins(name)) return false
  const to = first.from + name.length
  const isLed = isLedIn(text, first.from)
  if (wordNames.has(name)) return isLed && isActing(text, to)
  const before = text.slice(0, first.from)
  const isSaid = /[她他名字]叫$/u.test(before) && /^(?:$|[\p{P}\s])/u.test(text.slice(to))
  const isNamed = isSaid || (/[叫找问]$/u.test(before) && (text[to] === '的' || isActing(text, to)))
  if (traps.has(name) || oddsOfGiven(name) < (isNamed ? 2 : leastOdds)) return false
  const isName = isOne || /^n[rzt]/.test(first.tag) || (first.tag === 'n' && oddsOfGiven(name) >= leastOfWord)
  const isSister = /[哥姐妹嫂婶叔]/u.test(text[to] ?? '') && isLed && isFollowed(text, to + 1)
  return isNamed || (isName && isSister) || (isName && isLed && isActing(text, to))
}

/** 阿朵, 阿细: hardly anything else begins so, but kin, borrowed words and 阿 itself. */
const ah =
  /(?:(?<!\p{Script=Han})|(?<=[的个位叫找妹姐哥]))阿(?![姨婆公伯叔婶嬷妈爸哥姐爷奶妹弟舅嫂訇胶富根拉里尔克司弥姆斯诗非塞联])\p{Script=Han}/u

/** 万里他爹, 雨桐的书包, 成功这个人: what only somebody has or is. */
const others =
  '老师|孩子|老人|人家|师傅|保安|主任|同学|阿姨|医生|大家|我们|你们|他们|她们|娃娃|家长|小孩|邻居|朋友|领导|书记|自己|学生|司机|老伴|儿子|女儿|大爷|大妈|奶奶|爷爷|爸爸|妈妈|姐姐|哥哥|弟弟|妹妹'
const related = new RegExp(
  `(?<!\\p{Script=Han})(?!${others}|[我你他她这那每有一两几])(?:\\p{Script=Han}{2,3})(?<!${others}|[的了着过们])` +
    `(?:[他她](?:爹|妈|爸|娘|哥|奶|爷|媳妇|老公|老婆|家)|和[他她](?:兄弟|妈|爸|弟|哥|媳妇)|这个?人[不很真太在说态]|这(?:小姑娘|小伙子?)|的(?:书包|作业|水杯|外套|鞋)|爸爸|妈妈)`,
  'u',
)
/** 豆豆妈妈. */
const ofChild =
  /(?!(.)[姐妹哥弟爷奶公婆姥])(\p{Script=Han})\2(?=妈妈|爸爸|奶奶|爷爷|他[妈爸]|家长|同学|小朋友)/u

const roles = '老师|医生|师傅|主任|书记|阿姨|大姐|会计|护士|同志|同学'
const role = new RegExp(`^(?:${roles})`, 'u')
const plainTag = /^[vdmqrpuca]/

/** 勒黑老师: two characters that are no word, before what somebody is. */
function isBeforeRole(text: string, tokens: readonly Token[], n: number): boolean {
  const [first, second] = tokens.slice(n, n + 2)
  if (!first || !second || count(first.word) !== 1 || count(second.word) !== 1) return false
  if ([first, second].some(({ word, tag }) => plainTag.test(tag) || joins(word))) return false
  return /^\p{Script=Han}{2}$/u.test(first.word + second.word) && role.test(text.slice(second.from + 1))
}

/** 叫高山的: a word that begins like a surname, where somebody is named. */
function isNamedByWord(text: string, tokens: readonly Token[], n: number): boolean {
  const { word = '', from = 0, tag = '' } = tokens[n] ?? {}
  if (count(word) !== 2 || !single.has(word[0] ?? '') || joins(word)) return false
  const to = from + word.length
  if (isLedToName(text, from)) return /^(?:$|[\p{P}\s的])/u.test(text.slice(to))
  return (
    /^(?:n|nz|ns|a)$/.test(tag) &&
    !traps.has(word) &&
    !people.test(word) &&
    isLedIn(text, from) &&
    isActing(text, to) &&
    text[to] !== '没'
  )
}
/** 店员 and 园长 do what people do, and name nobody. */
const people = /[员长人工者师生友民客户家队班组主任]$|司机|会计|干部|经理|管理|单位|政府/u

/** 小翠姑娘, 阿秀妹子. */
const dear = new RegExp(`[小阿][\\p{Script=Han}](?:姑娘|妹子|嫂子|妹妹|姐姐)`, 'u')
const general = /小(?:的|个|区|学|朋|孩)/u

export function mayNameByCall(text: string): boolean {
  if ([calls, ah, ofChild, related].some((each) => each.test(text))) return true
  if (general.test(dear.exec(text)?.[0] ?? '小的') === false) return true
  const tokens = segment(text)
  return tokens.some((_, n) =>
    [isCalled, isGivenAlone, isBeforeRole, isNamedByWord].some((is) => is(text, tokens, n)),
  )
}
