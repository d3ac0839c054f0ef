/** Cuts Chinese text into words with their kinds (jieba); our lists of words that begin like a surname are among them. */
import { Jieba, type TaggedWord } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import data from './data/names.json'

export interface Token {
  word: string
  /** `nr…` a person, `m` a number, `q` what is counted with; `x` what the dictionary does not know. */
  tag: string
  from: number
}

/** Words that are met; of the rest, by the hundred thousand, most are of old books, and loading takes a second more. */
const leastMet = 3
const longest = 4
/** So often that a word of ours is never cut for the sake of a rarer one. */
const oursMet = 50_000

function words(): Buffer {
  const met = Buffer.from(dict)
    .toString('utf8')
    .split('\n')
    .filter((line) => {
      const [word = '', times] = line.split(' ')
      return word.length > 0 && word.length <= longest && Number(times) >= leastMet
    })
  return Buffer.from([...met, ...data.traps.map((word) => `${word} ${oursMet} l`)].join('\n'))
}

let jieba: Jieba | undefined

/** Loads the dictionary, once, in about a second: before the first request, so that none waits for it. */
export const loadWords = (): Jieba => (jieba ??= Jieba.withDict(words()))

export function segment(text: string): Token[] {
  let from = 0
  return loadWords()
    .tag(text, false)
    .map(({ word, tag }: TaggedWord) => {
      const token = { word, tag, from }
      from += word.length
      return token
    })
}
