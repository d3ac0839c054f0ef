/**
 * How likely words hold a Han name, by what is known of surnames and given names, how the words are cut, and what stands
 * around. One sum; what is weighed is below. Pure.
 */
import odds from './data/given-odds.json'
import data from './data/names.json'
import lists from './data/surnames.json'
import { foldCharacter } from './name-form'
import { isFollowed, isLedIn, isLedToName, isPlace, joins } from './name-signs'
import type { Token } from './segmenter'

/** Of each character: how much more often it stands in given names than in other words, as a logarithm. */
const entries = Object.entries(odds).flatMap(([half, characters]) =>
  Array.from(characters, (each): [string, number] => [each, Number(half) / 2]),
)
const given = new Map([...entries.map(([each, value]) => [foldCharacter(each), value] as const), ...entries])
/** A character that stands in no word of the dictionary stands in names, if anywhere. */
const ofUnknown = 2
/** In no word of the dictionary that holds names. */
export const mayBeRare = (character: string): boolean => !given.has(character)
/** Of all characters of a name together. */
export const oddsOfGiven = (name: string): number =>
  Array.from(name).reduce((all, each) => all + (given.get(each) ?? ofUnknown), 0)

const everyday = new Set(lists.everyday)
const joining = new Set('和向时于')
const seldom = new Set(lists.seldom)
const rare = new Set(Array.from(lists.rare).flatMap((each) => [each, foldCharacter(each)]))
const single = new Set(
  Array.from(lists.single + lists.rare + lists.seldom).flatMap((each) => [each, foldCharacter(each)]),
)
const double = new Set(lists.double)
const traps = new Set(data.traps)
const border = /[\p{P}\p{S}\s]/u
const isBorder = (unit: string | undefined): boolean => unit === undefined || border.test(unit)
const han = /^\p{Script=Han}+$/u
/** A verb, an adverb and the like, by the dictionary's tags: what somebody does. */
const doing = /^[vdapcuryz]/

/**
 * What each sign adds; a name scores more than 0. Fitted to the sentences of `tests/support/name-corpus.json` and the words
 * of the app (hinge loss, beginning from weights set by hand).
 */
const weight = {
  none: -0.5,
  double: 2.2,
  rare: 1.5,
  /** A surname that is a word as well: 黄, 高; and one that joins words: 和. */
  everyday: -1.4,
  joining: -4.5,
  /** 花 and 班: surnames of few, words of everybody. */
  seldom: -1.8,
  oneGiven: -0.9,
  ofGiven: 0.85,
  leastGiven: 0.1,
  /** 里 and 太 stand in few names; 月 in many. */
  joiningGiven: -3,
  /** 李家村 and 黄河. */
  village: -8,
  /** 吕合镇, 赵州桥: the last character says what it is. */
  placeLast: -4,
  place: -2,
  trap: -6,
  /** 朱红军: the trap ends within the name. */
  trapPart: -3.6,
  /** 罗马柱: a word is within it that begins like a surname. */
  trapWithin: -4,
  /** 董 by itself is a person to the dictionary. */
  surnameKnown: 0.7,
  insidePerson: -0.6,
  insideWord: -2.5,
  beyond: -4,
  personWhole: -0.3,
  personPart: -1,
  wordWhole: -4.5,
  wordPart: -2.4,
  cut: -1.2,
  givenIsWord: -0.4,
  givenIsPerson: 0.3,
  ledByNothing: -0.1,
  ledByBorder: 0.7,
  ledByWord: 1.3,
  /** 写着, 叫: what follows is what somebody is called. */
  ledToName: 3,
  ends: -0.2,
  /** Nothing else stands between two signs. */
  alone: 1,
  followed: 2.8,
  doing: 0.3,
  otherwise: -0.8,
}

/** Of the last character, to be a given name after a trap. */
const leastAtEnd = 1.5

const isRole = (word: string): boolean => /^(?:老师|师傅|主任|书记|医生|阿姨|同学|家长)$/.test(word)

interface Candidate {
  surname: string
  given: readonly string[]
  from: number
  to: number
}

function candidates(text: string): Candidate[] {
  const all = Array.from(text)
  const at = all.reduce<number[]>((sums, each) => [...sums, (sums.at(-1) ?? 0) + each.length], [0])
  return all.flatMap((_, n) =>
    [1, 2].flatMap((long) => {
      const surname = all.slice(n, n + long).join('')
      if (!(long === 2 ? double : single).has(surname)) return []
      return [1, 2].flatMap((length) => {
        const name = all.slice(n + long, n + long + length)
        const [from = 0, to = 0] = [at[n], at[n + long + length]]
        return name.length === length && han.test(name.join('')) && !isRole(name.join(''))
          ? [{ surname, given: name, from, to }]
          : []
      })
    }),
  )
}

function bySurname(surname: string): number {
  if (double.has(surname)) return weight.double
  if (joining.has(surname)) return weight.joining
  if (rare.has(surname)) return weight.rare
  if (seldom.has(surname)) return weight.seldom
  return everyday.has(surname) ? weight.everyday : 0
}

function byGiven(name: readonly string[]): number {
  const each = name.map((one) => given.get(one) ?? ofUnknown)
  const sum = weight.ofGiven * each.reduce((all, one) => all + one, 0)
  const joined = name.some((one) => !'月有'.includes(one) && joins(one)) ? weight.joiningGiven : 0
  return sum + joined + (each.length === 1 ? weight.oneGiven : weight.leastGiven * Math.min(...each))
}

/** Whether the dictionary cuts the text where the name begins and ends, and what it knows the parts as. */
function byCut({ surname, given: name, from, to }: Candidate, tokens: readonly Token[]): number {
  const first = tokens.find((each) => each.from <= from && from < endOf(each))
  const second = tokens.find((each) => each.from === from + surname.length)
  const isWhole = name.length === 2 && second?.word === name.join('')
  const ofSecond = isWhole && isPerson(second) ? weight.givenIsPerson : isWhole ? weight.givenIsWord : 0
  const isCut = tokens.some((each) => endOf(each) === to)
  return (
    (first ? byFirst(first, { surname, given: name, from, to }) : 0) + ofSecond + (isCut ? 0 : weight.cut)
  )
}

const endOf = ({ from, word }: Token): number => from + word.length
const isPerson = ({ tag }: Token): boolean => tag.startsWith('nr')

function byFirst(first: Token, { surname, given: name, from, to }: Candidate): number {
  const isGivenEnd = (given.get(name.at(-1) ?? '') ?? 0) >= leastAtEnd
  if (traps.has(first.word))
    return first.from === from && endOf(first) < to && isGivenEnd ? weight.trapPart : weight.trap
  if (first.from !== from) return isPerson(first) ? weight.insidePerson : weight.insideWord
  if (endOf(first) > to) return weight.beyond
  if (first.word.length > 2 && traps.has(first.word.slice(0, 2))) return weight.trapWithin
  if (first.word.length <= surname.length)
    return isPerson(first) && !joins(name.join('')) ? weight.surnameKnown : 0
  const isWhole = endOf(first) === to
  if (isPerson(first)) return isWhole ? weight.personWhole : weight.personPart
  return isWhole ? weight.wordWhole : weight.wordPart
}

function byPlace(text: string, { surname, from, to }: Candidate, tokens: readonly Token[]): number {
  const after = text.slice(from + surname.length)
  const last = /[镇乡村路街桥县市区州寨庙]$/u.test(text.slice(from, to)) ? weight.placeLast : 0
  const place = !isPlace(after) ? 0 : after.startsWith('家') ? weight.village : weight.place
  const isAlone = isBorder(text[from - 1]) && isBorder(text[to])
  return place + last + byBefore(text, from) + byAfter(text, to, tokens) + (isAlone ? weight.alone : 0)
}

function byBefore(text: string, from: number): number {
  if (isLedToName(text, from)) return weight.ledToName
  if (!isLedIn(text, from)) return weight.ledByNothing
  return isBorder(text[from - 1]) ? weight.ledByBorder : weight.ledByWord
}

function byAfter(text: string, to: number, tokens: readonly Token[]): number {
  if (isBorder(text[to])) return weight.ends
  if (isFollowed(text, to)) return weight.followed
  const next = tokens.find((each) => each.from === to)
  return next && doing.test(next.tag) ? weight.doing : weight.otherwise
}

/** Whether some words of the text are a name rather than not. */
export const mayBeHanName = (text: string, tokens: readonly Token[]): boolean =>
  candidates(text).some(
    (each) =>
      weight.none +
        bySurname(each.surname) +
        byGiven(each.given) +
        byCut(each, tokens) +
        byPlace(text, each, tokens) >
      0,
  )
