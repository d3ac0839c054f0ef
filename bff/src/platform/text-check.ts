import * as z from 'zod/mini'
import type { Clock } from './clock'
import { nameForm } from './name-form'
import { mayName } from './names'
import { pinyinOf } from './near-names'
import type { WechatConfig } from './wechat'

/** Only what has passed is ever shown to others. `doubtful` is what a checker would have a person look at. */
export type TextVerdict = 'passed' | 'doubtful' | 'refused'

/** The port to whoever checks what people write. */
export interface TextCheck {
  /**
   * @param openid of the writer, where WeChat knows them: its check asks for one
   * @throws Error when a checker cannot be reached; the text stays unchecked
   */
  check(text: string, openid?: string): Promise<TextVerdict>
}

/** What nobody has to read under a community's name: advertising and fraud; a deployment adds its own list. */
const builtIn = [
  '代开发票',
  '刷单返利',
  '办假证',
  '无抵押贷款',
  '网络博彩',
  '裸聊',
  '代孕',
  '出售枪支',
  '冰毒',
]

/** What advertising says, and others may: a person looks. */
const suspicious = [
  '刻章',
  '扫码进群',
  '进群领',
  '秒批',
  '加威信',
  '加薇',
  '微xin',
  'v号',
  '加v',
  '加我薇',
  '加我微',
  '加我v',
  '日结兼职',
  '兼职日结',
  '校园贷',
  '刷单',
]

/** Without what is put between to pass by a list, and in one form of each character. */
const plain = nameForm
/** What ends or parts a sentence. */
const stops = /[，。！？；：、,!?;:\n]/u

/** The list by itself, and a look for names that the mask has missed. @param words one each, of the deployment */
export function createWordList(words: readonly string[]): TextCheck {
  const all = [...builtIn, ...words].map(plain).filter((word) => word !== '')
  const odd = suspicious.map(plain)
  /** 带开发票: of four characters and more, what sounds the same is looked at. */
  const sounds = all.filter((word) => /^\p{Script=Han}{4,}$/u.test(word)).map(pinyinOf)
  const isHeard = (text: string): boolean => {
    const sound = pinyinOf(text)
    return sounds.some((each) => sound.includes(each))
  }
  const verdict = (text: string): TextVerdict => {
    const within = text.split(stops).map(plain)
    if (all.some((word) => within.some((part) => part.includes(word)))) return 'refused'
    // Over the end of a sentence it may be chance: 不能代，孕妇优先.
    const across = plain(text)
    const isOdd = [...all, ...odd].some((word) => across.includes(word))
    return isOdd || isHeard(text) || mayName(text) ? 'doubtful' : 'passed'
  }
  return { check: (text) => Promise.resolve(verdict(text)) }
}

/** The list first, which costs nothing; then WeChat, for people whom it knows. The stricter of both holds. */
export const inTurn = (list: TextCheck, wechat: TextCheck | undefined): TextCheck => ({
  async check(text, openid) {
    const listed = await list.check(text)
    if (listed === 'refused' || !wechat || !openid) return listed
    const said = await wechat.check(text, openid)
    return said === 'passed' ? listed : said
  },
})

const tokenAnswer = z.object({
  access_token: z.optional(z.string().check(z.minLength(1))),
  expires_in: z.optional(z.number()),
})
const checkAnswer = z.object({
  errcode: z.number(),
  result: z.optional(z.object({ suggest: z.enum(['pass', 'review', 'risky']) })),
})

const verdicts = { pass: 'passed', review: 'doubtful', risky: 'refused' } as const
/** Scene 2 is a comment; version 2 is the interface that knows the writer. */
const [scene, version] = [2, 2]
const tokenOver = [40001, 42001, 40014]
/** The writer has not used the mini-program for two hours: WeChat does not answer for them any more, a person has to. */
const writerAway = 61010

/**
 * WeChat's `msg_sec_check`. The server's own token is kept until shortly before it ends, and fetched again once when it
 * was replaced elsewhere.
 */
export function createWechatTextCheck(wechat: WechatConfig, clock: Clock, timeoutMs = 5_000): TextCheck {
  const { appId, secret, base } = wechat
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${base}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    })
    return JSON.parse(await response.text())
  }
  let kept: { token: string; until: number } | undefined
  const tokenOf = async (fresh: boolean): Promise<string> => {
    if (!fresh && kept && clock.now().getTime() < kept.until) return kept.token
    const asked = { grant_type: 'client_credential', appid: appId, secret, force_refresh: fresh }
    const { access_token: token, expires_in: seconds = 0 } = tokenAnswer.parse(
      await post('/cgi-bin/stable_token', asked),
    )
    if (!token) throw new Error('WeChat gave no token')
    kept = { token, until: clock.now().getTime() + (seconds - 300) * 1000 }
    return token
  }
  const ask = async (text: string, openid: string | undefined, fresh: boolean) => {
    const path = `/wxa/msg_sec_check?access_token=${encodeURIComponent(await tokenOf(fresh))}`
    return checkAnswer.parse(await post(path, { content: text, version, scene, openid }))
  }
  return {
    async check(text, openid) {
      let answer = await ask(text, openid, false)
      if (tokenOver.includes(answer.errcode)) answer = await ask(text, openid, true)
      if (answer.errcode === writerAway) return 'doubtful'
      if (answer.errcode !== 0 || !answer.result) throw new Error(`WeChat answered ${answer.errcode}`)
      return verdicts[answer.result.suggest]
    },
  }
}
