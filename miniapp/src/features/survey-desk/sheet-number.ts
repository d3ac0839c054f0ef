import { plainCharacters } from '@linli/contracts/digits'

/** A quasigroup without fixed points (Damm, 2004): its digit tells every wrong one and every swap of two neighbours. */
const steps = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

const checkOf = (digits: string): number =>
  digits.split('').reduce((at, digit) => Number(steps[at]?.[Number(digit)]), 0)

/** The number as it stands on paper: 12-4, its last digit made from the others. */
export const printedNumber = (sheet: number): string => `${sheet}-${checkOf(String(sheet))}`

export type TypedNumber = { sheet: number } | { fault: 'missing' | 'unchecked' | 'wrong' }

const dash = /[‐‑‒–—―−_－]/g

/**
 * The sheet whose number was typed. The keys of a telephone for numbers have no dash: the last digit may follow at once.
 * @param plain of paper that was printed before numbers had a last digit
 */
export function typedNumber(typed: string, plain: boolean): TypedNumber {
  const bare = plainCharacters(typed.replace(dash, '-')).replace(/\s/g, '')
  if (!plain && /^\d{2,6}$/.test(bare)) {
    const together = typedNumber(`${bare.slice(0, -1)}-${bare.slice(-1)}`, false)
    return 'sheet' in together ? together : { fault: 'unchecked' }
  }
  const [number = '', check, ...rest] = bare.split('-')
  if (number === '') return { fault: 'missing' }
  if (!/^\d{1,5}$/.test(number) || Number(number) === 0) return { fault: 'wrong' }
  if (plain && check === undefined) return { sheet: Number(number) }
  if (check === undefined || check === '') return { fault: 'unchecked' }
  const right = rest.length === 0 && check === String(checkOf(String(Number(number))))
  return right ? { sheet: Number(number) } : { fault: 'wrong' }
}
