/**
 * Whether words may hold the name of somebody whom nobody here knows (docs/product.md › Ratings): a person then looks. A
 * segmenter tells words that begin like a surname from surnames; who has none is known by the parts of their name.
 */
import data from './data/names.json'
import lists from './data/surnames.json'
import { mayBeHanName } from './han-names'
import { foldCharacter } from './name-form'
import { isDisguised } from './name-disguises'
import { isActing, isFollowed, isLedIn, joins } from './name-signs'
import { mayNameByCall } from './name-calls'
import { hasForeignDigit } from './numerals'
import { mayNameInPinyin } from './pinyin-text'
import { segment, type Token } from './segmenter'
import { unsplit } from './unsplit'

const given = new Set(data.given)
/** Given names are full of them, and other words are not. */
const strong = new Set(data.strong)
const all = (word: string, of: ReadonlySet<string>): boolean => Array.from(word).every((each) => of.has(each))

/** 小 and 一 begin given names, and are in no list of their characters. */
const isGiven = (name: string): boolean =>
  all(name, given) || (/^[小一大天]./u.test(name) && all(name.slice(1), given))
const count = (word: string): number => Array.from(word).length

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
  const isTrap = traps.has(token.word.slice(0, 2)) && !isActing(text, to)
  if (isPerson && count(token.word) > 2) return (isGiven(name) || count(surname) === 2) && !isTrap
  const isBetween = (end: number): boolean => isLedIn(text, token.from) && isFollowed(text, end)
  if (isPerson && all(name, strong) && isBetween(to)) return true
  const next = tokens[n + 1]?.word ?? ''
  return (
    count(token.word) === 2 &&
    count(next) === 1 &&
    strong.has(next) &&
    next !== '刚' &&
    isLedIn(text, token.from) &&
    isActing(text, to + next.length)
  )
}

function mayNameHan(text: string): boolean {
  const tokens = segment(text)
  return mayBeHanName(text, tokens) || tokens.some((_, n) => isNamedWhole(text, tokens, n))
}

const notNames = new RegExp(data.notNames.join('|'), 'gu')
const parts = new RegExp(data.elements.join('|'), 'u')
const partsInContext = new RegExp(data.inContext.join('|'), 'gu')
/** 岩 and 玉 begin every Dai name of a man and of a woman. */
const dai = /[岩玉依咩召][罕温香叫应坎扁吨甩胆糯帕宰腊丙尖旺喃囡伦波三拉光]{2}/u
/** What people are called by their child: 波岩应, 咪涛玉香; and a Yi clan that looks like 的日子. */
const byChild = /(?:[波咪咩](?:岩|玉|涛|罕|香))|(?<!\p{Script=Han})的日(?![子期常程益])\p{Script=Han}/u
const sounds = new RegExp(`[${data.transliteration}]{3,}`, 'gu')
const dotted = /\p{Script=Han}{2,6}[·•・‧∙⋅⸱･]\p{Script=Han}{1,8}/u

/** Names without a surname: Yi, Dai, Tibetan, Uyghur and Hui ones, by their parts, or by how they sound. */
function mayNameOthers(written: string, text: string): boolean {
  const rest = text.replace(notNames, '，')
  if (dotted.test(written) && !isListOfWords(written)) return true
  if (parts.test(rest) || dai.test(rest) || byChild.test(rest)) return true
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

/** Han and Latin in one name: 杨chunmei. */
const mixed = new RegExp(
  `(?:(?<![英中外])[${lists.single}][a-z]{2,}|(?<![a-z])[a-z]{2,6}\\p{Script=Han}{1,2}(?=说|收|不|很|态度|来))`,
  'iu',
)
const mayMix = (text: string): boolean => {
  const found = mixed.exec(text)?.[0].replace(/[^a-z]/gi, '')
  return found !== undefined && mayNameInPinyin(`li ${found}`)
}

/** Characters outside the plane of every day stand in names, if anywhere. */
const hasRareHan = (text: string): boolean => /[\u{20000}-\u{3FFFF}]|[\u3400-\u4DBF]/u.test(text)

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
    hasRareHan(masked) ||
    mayNameInPinyin(text) ||
    mayMix(text) ||
    isDisguised(masked, text) ||
    [...new Set([text, joined])].some(
      (each) => mayNameHan(each) || mayNameOthers(text, each) || mayNameByCall(each),
    )
  )
}
