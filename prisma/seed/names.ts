/** Names and telephone numbers for people who do not exist. No number can reach anybody. */
import type { Dice } from './random'

const surnames = '李王张杨刘陈普罗周赵马段何徐高郭起鲁者' as const
const given = [
  '秀英',
  '建国',
  '丽华',
  '志强',
  '春梅',
  '国庆',
  '小燕',
  '文斌',
  '玉兰',
  '海涛',
  '永芬',
  '正荣',
] as const

export function personName(dice: Dice): string {
  return `${surnames[dice.between(0, surnames.length - 1)]}${given[dice.between(0, given.length - 1)]}`
}

const ranges = { demo: 0, keeper: 1, resident: 2, large: 5 } as const

/** Mobile numbers of the unassigned range 154; up to ten million of the kind `large`. */
export function seedPhone(kind: keyof typeof ranges, index: number): string {
  return `154${String(ranges[kind] * 10_000_000 + index).padStart(8, '0')}`
}

/** Chuxiong's area code and a number that begins with 0, as no subscriber's does. */
export const facilityPhone = (index: number): string => `0878-0${String(100_000 + index)}`
export const officePhone = (index: number): string => `0878-0${String(200_000 + index)}`
