import { storeAnswer, storedAnswer } from '../../shared/http/stored-answers'
import { forgetNamed } from '../../shared/device/storage'
import { dayOf } from '../../shared/time/shanghai'
import type { CareDay } from './records'

/**
 * Today's list on the device, so that a roll call can go on without a network. It carries names and health notes of
 * children: it is kept for its own day and for one carer, goes when that carer leaves, and a list of another day is
 * emptied as soon as somebody asks for it. As a kept answer it also goes with the session, whatever page is open then.
 */
interface Kept {
  day: CareDay
  /** The Shanghai day that it is about. */
  of: string
}

const nameOf = (owner: string) => `care.day.${owner}`

/** @param at when the service answered it */
export const keepDay = (owner: string, day: CareDay, at: number) =>
  storeAnswer(nameOf(owner), { day, of: dayOf(day.now) } satisfies Kept, at)

/** Lists of carers on this tablet, left behind by a page that was closed or loaded anew while it was locked. */
export const forgetTabletDays = () => forgetNamed(`answer.${nameOf('tablet.')}`)

export const forgetDay = (owner: string) => storeAnswer(nameOf(owner), null)

export function keptDay(owner: string, now: number): { day: CareDay; at: number } | null {
  const kept = storedAnswer(nameOf(owner))
  if (kept === null) return null
  const { day, of } = kept.answer as Kept
  if (of === dayOf(now)) return { day, at: kept.at }
  forgetDay(owner)
  return null
}
