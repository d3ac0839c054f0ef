import type { Programme } from '@linli/contracts/programmes'
import { schoolGradeWord } from '@linli/contracts/words'
import { addDays, dayOf } from '../../shared/time/shanghai'
import { dateWords } from '../../shared/time/time-words'

/** 1月18日至2月14日; with the year where it is another one than now, and again where it changes. */
export function datesWords(from: string, to: string, now: number): string {
  const year = (day: string, unlessIn: string) =>
    day.slice(0, 4) === unlessIn.slice(0, 4) ? '' : `${day.slice(0, 4)}年`
  const first = `${year(from, dayOf(now))}${dateWords(from)}`
  return from === to ? first : `${first}至${year(to, from)}${dateWords(to)}`
}

/** Days without care, runs of neighbours as one: 10月1日至10月7日、11月3日 */
export function skipsWords(skips: readonly string[], now: number): string {
  const runs: { from: string; to: string }[] = []
  for (const day of [...skips].sort()) {
    const run = runs[runs.length - 1]
    if (run !== undefined && addDays(run.to, 1) === day) run.to = day
    else runs.push({ from: day, to: day })
  }
  return runs.map(({ from, to }) => datesWords(from, to, now)).join('、')
}

/** Whom it takes: 6–12 岁, 一年级至六年级; both as of the first day. Null where everybody may come. */
export function whoWords({ ages, grades }: Pick<Programme, 'ages' | 'grades'>): string | null {
  const words = [
    ages && (ages.min === ages.max ? `${ages.min} 岁` : `${ages.min}–${ages.max} 岁`),
    grades && gradeRange(schoolGradeWord[grades.min] ?? '', schoolGradeWord[grades.max] ?? ''),
  ].filter((one) => one !== null)
  return words.length === 0 ? null : words.join(' · ')
}

const gradeRange = (min: string, max: string) => (min === max ? min : `${min}至${max}`)
