import * as z from 'zod/mini'
import { plainCharacters } from './digits'

/** Longer is no telephone number, whatever stands around it. */
const longest = 100
const mobileShape = /^1[3-9]\d{9}$/
/** `0878-3123456`, `0878-3123456转801`, or a number of a service, `400-810-1234`. */
const landlineShape = /^(?:0(?:10|2\d)-[2-9]\d{7}|0[3-9]\d{2}-[2-9]\d{6,7}|[48]00-\d{3}-\d{4})(?:转\d{1,6})?$/

const between = /[\s\p{P}\p{S}]+/u
const label = /^(?:tel|phone|mobile|手机|电话|联系|办公|家庭|座机|固话|固定|号码|号|是|[\s\p{P}])+/iu
const extension = /(?:转接?|轉|分机号?|分機|ext(?:ension)?|x|#)[\s\p{P}\p{S}]*(\d{1,6})$/iu
const country = /^(?:00)?86/

/** Digits in the groups in which they were typed, without the country's number. */
interface Typed {
  groups: string[]
  /** The country's number was there, after which an area code has no nought. */
  abroad: boolean
}

/** @returns undefined when there is anything but digits, or another country's number */
function read(plain: string): Typed | undefined {
  const bare = plain.replace(/➕/gu, '+').replace(label, '')
  const groups = bare.split(between).filter((group) => group !== '')
  const whole = groups.join('')
  if (!/^\d+$/.test(whole)) return undefined
  const prefix = country.exec(whole)?.[0]
  if (prefix !== undefined) return { groups: without(groups, prefix.length), abroad: true }
  return bare.startsWith('+') || whole.startsWith('00') ? undefined : { groups, abroad: false }
}

function without([first = '', ...rest]: string[], length: number): string[] {
  if (first.length <= length) return first.length === length ? rest : without(rest, length - first.length)
  return [first.slice(length), ...rest]
}

/** Before a mobile number may stand the nought of a long-distance call. */
const mobileOf = (digits: string): string => digits.replace(/^0(?=1[3-9]\d{9}$)/, '')

function landlineOf(digits: string, abroad: boolean, extended = ''): string {
  const tail = extended === '' ? '' : `转${extended}`
  const service = /^([48]00)(\d{3})(\d{4})$/.exec(digits)
  if (service) return service.slice(1).join('-') + tail
  if (!abroad && !digits.startsWith('0')) return ''
  const national = `0${digits.replace(/^0/, '')}`
  const area = /^0[12]/.test(national) ? 3 : 4
  return `${national.slice(0, area)}-${national.slice(area)}${tail}`
}

/** `0878-3123456-8` is an extension, `0878 312 3456` is none: who writes a whole number means what follows apart. */
function readings({ groups, abroad }: Typed): string[] {
  const whole = groups.join('')
  const [area = '', local = '', last = ''] = groups
  const split = groups.length === 3 && local.length >= 7 ? [landlineOf(area + local, abroad, last)] : []
  const end = groups.length > 1 ? [landlineOf(groups.slice(0, -1).join(''), abroad, groups.at(-1))] : []
  return [mobileOf(whole), ...split, landlineOf(whole, abroad), ...end]
}

/**
 * A telephone number as Linli keeps, compares and calls it, whatever was typed: full width and other scripts' digits,
 * invisible characters, spaces, dashes, brackets, `tel:`, +86, 0086 and 86. What is no number comes back as it was.
 */
export function plainPhone(typed: string): string {
  if (typed.length > longest) return typed
  const plain = plainCharacters(typed).trim()
  const extended = extension.exec(plain)
  const found = read(extended ? plain.slice(0, extended.index) : plain)
  if (!found) return typed
  const all = extended ? [landlineOf(found.groups.join(''), found.abroad, extended[1])] : readings(found)
  return all.find((one) => mobileShape.test(one) || landlineShape.test(one)) ?? typed
}

const phoneOf = (shape: RegExp, fault: string) =>
  z.string().check(z.overwrite(plainPhone), z.regex(shape, fault))

/** A mobile number of the mainland, to which a code is sent: `13800000001`. */
export const mobilePhone = phoneOf(mobileShape, 'not_a_mobile')

/** A number that somebody calls: a mobile one, or a landline with its area code: `0878-3123456转801`. */
export const callPhone = phoneOf(new RegExp(`${mobileShape.source}|${landlineShape.source}`), 'not_a_phone')
