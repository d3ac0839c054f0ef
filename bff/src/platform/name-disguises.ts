/** Names that are written so that lists do not find them: initials, signs within, a character that looks like another. */
import { mayBeRare } from './han-names'
import data from './data/names.json'
import pinyin from './data/pinyin.json'
import lists from './data/surnames.json'
import { isActing, isFollowed } from './name-signs'

/** Surnames that are hardly ever another word. */
const plain = Array.from(lists.single)
  .filter((each) => !lists.everyday.includes(each))
  .join('')

const syllables = new Set(pinyin.all)

const disguises = [
  // L建国, W主任, LXM老师.
  `(?<![a-z])[a-z]{1,3}\\.?(?:[${data.strong}]{2}|某|主任|老师|书记|医生|同学)`,
  // 张w昨天; T恤 and 王者K歌 have no such surname before them.
  `[${plain}][a-z](?![a-z])`,
  // 小Z, 老W.
  `(?<!\\p{Script=Han})[小老阿][a-z](?![a-z])|(?<=[的个位叫找])[小老阿][a-z](?![a-z])`,
]
const disguised = new RegExp(disguises.join('|'), 'iu')
/** 王②妮: a digit in a ring or of Rome stands for a character. */
const ringed = new RegExp(`[${lists.single}][\\p{No}\\p{Nl}]\\p{Script=Han}`, 'u')

/** Latin and Cyrillic or Greek in one word are one word of neither. */
const twoScripts = /[a-z][\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}][a-z]/iu
/** 代开fa票, 杨hui琼: a syllable for a character, in the middle of words. */
const syllable = /\p{Script=Han}([a-z]{2,6})(?=\p{Script=Han})/gu

/** 玊建国: a character that stands in no word, before two that given names are made of. */
const lookalike = new RegExp(`(?<!\\p{Script=Han})(\\p{Script=Han})[${data.strong}]{2}`, 'gu')

/** @param written as it stands @param text in one form of each character */
export const isDisguised = (written: string, text: string): boolean =>
  disguised.test(text) ||
  ringed.test(written) ||
  twoScripts.test(written) ||
  [...text.matchAll(syllable)].some(({ 1: each = '' }) => syllables.has(each) && each !== 'ai') ||
  [...text.matchAll(lookalike)].some(({ 0: found, 1: first = '', index }) => {
    const to = index + found.length
    return mayBeRare(first) && (isActing(text, to) || isFollowed(text, to))
  })
