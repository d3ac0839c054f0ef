/** How a known person is named in words: by the whole name, by its parts, and in Latin letters. Pure. */
import lists from './data/surnames.json'
import { nameForm } from './name-form'
import { pinyinOf } from './near-names'

const titled =
  /(?:老师|医生|主任|副主任|书记|副书记|师傅|阿姨|叔叔|大姐|大哥|先生|女士|同志|组长|班长|值班员|负责人|管理员|门卫|网格员|志愿者|社工)/gu

const double = new RegExp(`^(?:${lists.double.join('|')})`)
/** Between the parts of a name, as its owner writes it. */
const between = /[\s·•・‧∙⋅⸱･.．\-–—_,，、]+/u
const count = (word: string): number => Array.from(word).length

/** The whole, the given name, and each part beside a dot; each of two characters at least, as it is compared. */
function partsOf(name: string): string[] {
  const bare = name.replace(titled, '').trim()
  const whole = nameForm(bare)
  const given = double.test(whole) ? whole.replace(double, '') : Array.from(whole).slice(1).join('')
  const isHan = /^\p{Script=Han}+$/u.test(whole)
  // Of a name of four characters or more without a double surname nobody knows where it is cut: 阿依古丽.
  const cut = isHan && (count(whole) === 3 || double.test(whole)) ? [given] : []
  return [whole, ...cut, ...bare.split(between).map(nameForm)].filter((part) => count(part) >= 2)
}

/** Shorter Latin words are words of their own, as 'men' is. */
const leastLatin = 4

export interface WaysToSay {
  /** As they are compared, the longest first. */
  whole: string[]
  /** In pinyin, lower case, without blanks. */
  latin: string[]
}

export function waysToSay(known: readonly string[]): WaysToSay {
  const parts = [...new Set(known.flatMap(partsOf))].sort((a, b) => b.length - a.length)
  const han = parts.filter((part) => /^\p{Script=Han}+$/u.test(part))
  const latin = han.map(pinyinOf).filter((word) => word.length > leastLatin)
  return { whole: parts, latin: [...new Set([...latin, ...turned(known)])] }
}

/** Chunmei Yang: the surname last, as abroad. */
const turned = (known: readonly string[]): string[] =>
  known
    .map((name) => nameForm(name.replace(titled, '')))
    .filter((form) => /^\p{Script=Han}{2,4}$/u.test(form))
    .map((form) => {
      const surname = double.exec(form)?.[0] ?? Array.from(form)[0] ?? ''
      return pinyinOf(form.slice(surname.length)) + pinyinOf(surname)
    })
    .filter((word) => word.length > leastLatin)
