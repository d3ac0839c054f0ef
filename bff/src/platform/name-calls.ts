/** Names that are no surname with a given name: what somebody is called, a given name by itself, a name in disguise. */
import data from './data/names.json'
import lists from './data/surnames.json'
import { foldCharacter } from './name-form'
import { oddsOfGiven } from './han-names'
import { isActing, isFollowed, isLedIn, joins } from './name-signs'
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
const looks = '胖子|瘦子|麻子|拐子|瞎子|疤子|秃子|聋子|矮子|跛子|光头|眼镜'
const child = '小子|丫头|媳妇|姑娘|儿子|女儿|闺女|孙子|婆娘|男人'
const calls = new RegExp(
  [
    data.nicknames.join('|'),
    `[${surnames}](?:${looks}|老大|老二|老三|老四|老五|老幺|老板娘?|老倌|[二三四五六七八九幺][娃嫂哥姐叔婶爷嬢孃])`,
    `[${plain}][大小][嫂哥姐叔婶爷嬢孃]`,
    `(?:${looks})[${plain}]`,
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
  const name = count(word) === 1 && count(next) === 1 ? word + next : tag.startsWith('nr') ? word : ''
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
  const isNamed = /[叫找问]$/u.test(text.slice(0, first.from)) && (text[to] === '的' || isActing(text, to))
  if (traps.has(name) || oddsOfGiven(name) < (isNamed ? 2 : leastOdds)) return false
  const isName = isOne || /^n[rzt]/.test(first.tag)
  const isSister = /[哥姐妹嫂婶叔]/u.test(text[to] ?? '') && isLed && isFollowed(text, to + 1)
  return isNamed || (isName && isSister) || (isName && isLed && isActing(text, to))
}

/** 小翠姑娘, 阿秀妹子. */
const dear = new RegExp(`[小阿][\\p{Script=Han}](?:姑娘|妹子|嫂子|妹妹|姐姐)`, 'u')
const general = /小(?:的|个|区|学|朋|孩)/u

export function mayNameByCall(text: string): boolean {
  if (calls.test(text) || general.test(dear.exec(text)?.[0] ?? '小的') === false) return true
  const tokens = segment(text)
  return tokens.some((_, n) => isCalled(text, tokens, n) || isGivenAlone(text, tokens, n))
}
