/**
 * Whether words may hold the name of somebody whom nobody here knows (PRODUCT.md › Ratings): a person then looks. A
 * segmenter tells words that begin like a surname from surnames; who has none is known by the parts of their name.
 */
import data from './data/names.json'
import lists from './data/surnames.json'
import { foldCharacter } from './name-form'
import { isFollowed, isLedIn, isPlace, joins } from './name-signs'
import { hasForeignDigit } from './numerals'
import { mayNameInPinyin } from './pinyin-text'
import { segment, type Token } from './segmenter'
import { unsplit } from './unsplit'

const single = new Set(lists.single)
/** Surnames that are words as well: 黄, 高, 周. */
const everyday = new Set(lists.everyday)
const double = new Set(lists.double)
const given = new Set(data.given)
/** Given names are full of them, and other words are not. */
const strong = new Set(data.strong)
const all = (word: string, of: ReadonlySet<string>): boolean => Array.from(word).every((each) => of.has(each))

interface Candidate {
  surname: string
  given: string
  from: number
  to: number
}

/** A surname that is a word by itself, and what may be a given name after it: one or two characters, in whole words. */
function candidatesAt(tokens: readonly Token[], n: number): Candidate[] {
  const [first, second, third] = tokens.slice(n, n + 3)
  if (!first || !second || !(single.has(first.word) || double.has(first.word))) return []
  const from = first.from
  const make = (given: string): Candidate => ({
    surname: first.word,
    given,
    from,
    to: from + first.word.length + given.length,
  })
  const isOne = (token: Token): boolean => count(token.word) === 1
  if (isOne(second))
    return [make(second.word), ...(third && isOne(third) ? [make(second.word + third.word)] : [])]
  return count(second.word) === 2 ? [make(second.word)] : []
}

/** 小 and 一 begin given names, and are in no list of their characters. */
const isGiven = (name: string): boolean =>
  all(name, given) || (/^[小一大天]./u.test(name) && all(name.slice(1), given))
const count = (word: string): number => Array.from(word).length

function isLikely(text: string, { surname, given: name, from, to }: Candidate): boolean {
  if (joins(name) || !/^\p{Script=Han}+$/u.test(name) || isPlace(text.slice(from + surname.length)))
    return false
  const signs = Number(isLedIn(text, from)) + Number(isFollowed(text, to))
  const isStrong = all(name, strong)
  if (double.has(surname)) return signs > 0 || isGiven(name)
  const isWord = everyday.has(surname)
  if (!isStrong && !isGiven(name)) return signs === 2 && (!isWord || (count(name) === 2 && hasStrong(name)))
  if (count(name) === 2) return isStrong ? !isWord || signs > 0 : signs === 2 || (!isWord && signs > 0)
  return signs === 2 ? true : signs === 1 && isStrong && !isWord
}
const hasStrong = (name: string): boolean => Array.from(name).some((each) => strong.has(each))

const traps = new Set(data.traps)
const surnameOf = new RegExp(`^(?:${lists.double.join('|')}|[${lists.single}])`, 'u')

/** Whole words of the dictionary that are people, and words that begin like a surname with a name's last character. */
function isNamedWhole(text: string, tokens: readonly Token[], n: number): boolean {
  const token = tokens[n]
  const surname = token && surnameOf.exec(token.word)?.[0]
  if (!token || !surname) return false
  const name = token.word.slice(surname.length)
  const to = token.from + token.word.length
  if (name === '' || joins(name)) return false
  const isPerson = token.tag.startsWith('nr') && !traps.has(token.word)
  if (isPerson && count(token.word) > 2) return isGiven(name) || count(surname) === 2
  const isBetween = (end: number): boolean => isLedIn(text, token.from) && isFollowed(text, end)
  if (isPerson && all(name, strong) && isBetween(to)) return true
  const next = tokens[n + 1]?.word ?? ''
  return (
    count(token.word) === 2 &&
    count(next) === 1 &&
    strong.has(next) &&
    next !== '刚' &&
    isBetween(to + next.length)
  )
}

function mayNameHan(text: string): boolean {
  const tokens = segment(text)
  return tokens.some(
    (_, n) => isNamedWhole(text, tokens, n) || candidatesAt(tokens, n).some((each) => isLikely(text, each)),
  )
}

const notNames = new RegExp(data.notNames.join('|'), 'gu')
const parts = new RegExp(data.elements.join('|'), 'u')
const partsInContext = new RegExp(data.inContext.join('|'), 'gu')
/** 岩 and 玉 begin every Dai name of a man and of a woman. */
const dai = /[岩玉依咩召][罕温香叫应坎扁吨甩胆糯帕宰腊丙尖旺喃囡伦波三拉光]{2}/u
const sounds = new RegExp(`[${data.transliteration}]{3,}`, 'gu')
const dotted = /\p{Script=Han}{2,6}[·•・‧∙⋅⸱･]\p{Script=Han}{1,8}/u

/** Names without a surname: Yi, Dai, Tibetan, Uyghur and Hui ones, by their parts, or by how they sound. */
function mayNameOthers(written: string, text: string): boolean {
  const rest = text.replace(notNames, '，')
  if (dotted.test(written) && !isListOfWords(written)) return true
  if (parts.test(rest) || dai.test(rest)) return true
  const inContext = [...rest.matchAll(partsInContext)].some(
    ({ index, 0: part }) => isLedIn(rest, index) && isFollowed(rest, index + part.length),
  )
  return inContext || [...rest.matchAll(sounds)].some(({ 0: run }) => isUnknown(run))
}

/** 学习·生活: words of everybody on both sides. */
function isListOfWords(written: string): boolean {
  const found = dotted.exec(written)?.[0] ?? ''
  return found
    .split(/[^\p{Script=Han}]/u)
    .every((side) => segment(side).every(({ word, tag }) => [...word].length > 1 && !tag.startsWith('nr')))
}

const isUnknown = (run: string): boolean => {
  const known = segment(run).filter(({ word, tag }) => [...word].length > 1 && !tag.startsWith('nr'))
  return [...run].length - known.map(({ word }) => word).join('').length >= 3
}

const kin = '[哥姐叔婶嫂爷婆伯娘妹弟姨舅姑爸妈总]'
const calls = new RegExp(
  [
    data.nicknames.join('|'),
    `[${lists.single}](?:胖子|瘦子|麻子|拐子|瞎子|疤子|秃子|聋子|老大|老二|老三|老四|老五|老幺|老板娘?|老倌|[二三四五六]娃)`,
    `老[${lists.single}]头|小[${lists.single}]子|[${data.strong}]{2}[哥姐叔婶嫂](?!妹|弟)|人称|外号|绰号|小名`,
  ].join('|'),
  'u',
)

/** 浩浩: what a child is called at home, where it is no word of everybody. */
const isDoubled = (word: string): boolean =>
  count(word) === 2 && word[0] === word[1] && strong.has(word[0] ?? '') && !data.doubled.includes(word)

/** 芳姐, 老李, 阿强: of one character, where the dictionary knows no word. */
function mayNameByCall(text: string): boolean {
  if (calls.test(text)) return true
  const tokens = segment(text)
  return tokens.some(({ word, from }, n) => {
    if (isDoubled(word)) return isLedIn(text, from) && isFollowed(text, from + word.length)
    const next = tokens[n + 1]?.word ?? ''
    if ([...word].length !== 1 || [...next].length !== 1) return false
    const to = from + word.length + next.length
    const isCall =
      ((strong.has(word) || single.has(word)) && new RegExp(kin, 'u').test(next) && !joins(word)) ||
      (/[阿老小大]/u.test(word) && (single.has(next) || strong.has(next)) && !joins(next)) ||
      (word === next && strong.has(word))
    return isCall && isLedIn(text, from) && isFollowed(text, to)
  })
}

/** Han and Latin in one name: 杨chunmei. */
const mixed = new RegExp(
  `(?:[${lists.single}][a-z]{2,}|(?<![a-z])[a-z]{2,6}\\p{Script=Han}{1,2}(?=说|收|不|很|态度|来))`,
  'iu',
)
const mayMix = (text: string): boolean => {
  const found = mixed.exec(text)?.[0].replace(/[^a-z]/gi, '')
  return found !== undefined && mayNameInPinyin(`li ${found}`)
}

/** Without what the eye does not see, and in one form of each character; signs stay. */
const readable = (text: string): string =>
  Array.from(text, (each) => {
    if (/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(each)) return ''
    return /\p{Script=Han}/u.test(each) ? foldCharacter(each) : each.normalize('NFKC')
  }).join('')

/** @param masked what known names and names with a title have been taken out of; a person has to look at what is left */
export function mayName(masked: string): boolean {
  const text = readable(masked)
  const { joined, isSplit } = unsplit(text)
  return (
    isSplit ||
    hasForeignDigit(masked) ||
    mayNameInPinyin(text) ||
    mayMix(text) ||
    [...new Set([text, joined])].some(
      (each) => mayNameHan(each) || mayNameOthers(text, each) || mayNameByCall(each),
    )
  )
}
