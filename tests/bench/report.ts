import type { Figures } from './load'
import { loadNow } from './machine'

const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0))

export function line(what: string, figures: Figures): void {
  const cpu = Object.entries(figures.cpu)
    .map(([name, value]) => `${name} ${value.toFixed(2)}`)
    .join(', ')
  const wrong = figures.others ? `  ${figures.others} not 2xx!` : ''
  console.log(
    `  ${what.padEnd(34)} ${figures.perSecond.toFixed(0).padStart(7)}/s  p50 ${ms(figures.p50)} ms  p99 ${ms(figures.p99)} ms` +
      `  CPU ms each: ${cpu}  load ${loadNow()}${wrong}`,
  )
}

export const title = (text: string): void => console.log(`\n${text}`)

export const ratio = (what: string, ours: number, limit: number, aim: string): void =>
  console.log(`  → ${what}: ${((100 * ours) / limit).toFixed(0)} %  (aim ${aim})`)
