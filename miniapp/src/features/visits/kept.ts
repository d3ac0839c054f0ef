/**
 * The visitor's list on the device, so that they can go from door to door without a network. It carries names and
 * addresses: it is kept for its own day, and goes with the session like every kept answer.
 */
import type { MyElder } from '@linli/contracts/visits'
import { storeAnswer, storedAnswer } from '../../shared/http/stored-answers'
import { dayOf } from '../../shared/time/shanghai'

export interface Mine {
  today: string
  elders: MyElder[]
}

const nameOf = (owner: string): string => `visits.mine.${owner}`

export const keepMine = (owner: string, mine: Mine): void => storeAnswer(nameOf(owner), mine)

export function keptMine(owner: string, now: number): { mine: Mine; at: number } | null {
  const kept = storedAnswer(nameOf(owner))
  if (kept === null) return null
  const mine = kept.answer as Mine
  if (mine.today === dayOf(now)) return { mine, at: kept.at }
  storeAnswer(nameOf(owner), null)
  return null
}
