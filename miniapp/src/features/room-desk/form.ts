/** A room as it is typed: numbers are text until they are sent, times are grouped by what they have in common. */
import type { Fault } from '@linli/contracts/problems'
import type { RoomPlanned } from '@linli/contracts/room-desk'
import type { RoomPlan } from '@linli/contracts/room-plan'
import type { Opening } from '@linli/contracts/rooms'
import { plainCharacters } from '@linli/contracts/digits'
import { missingAt } from '../../shared/forms/missing-fields'
import { roomText } from './text'

/** Some days of the week with the same hours. */
export interface Times {
  days: number[]
  from: string
  to: string
}
export interface SeasonForm {
  name: string
  from: string
  to: string
  times: Times[]
}

const texts = ['name', 'floor', 'door', 'price', 'rules', 'bring'] as const
export const numbers = {
  capacity: 'capacity',
  areaSquareMetres: 'area',
  minMinutes: 'min',
  maxMinutes: 'max',
  noticeMinutes: 'notice',
  horizonDays: 'horizon',
  bufferMinutes: 'buffer',
} as const
export type TextField = (typeof texts)[number]
export type NumberField = keyof typeof numbers

export interface RoomForm extends Record<TextField | NumberField, string> {
  kind: RoomPlan['kind'] | null
  stepFree: boolean | null
  approval: RoomPlan['approval'] | null
  slotMinutes: RoomPlan['slotMinutes'] | null
  equipment: RoomPlan['equipment']
  purposes: RoomPlan['purposes']
  times: Times[]
  seasons: SeasonForm[]
}

export const newTimes = (): Times => ({ days: [], from: '', to: '' })

const timesOf = (openings: readonly Opening[]): Times[] => {
  const groups = new Map<string, Times>()
  for (const { weekday, from, to } of openings) {
    const group = groups.get(`${from}${to}`) ?? { days: [], from, to: to === '24:00' ? '00:00' : to }
    group.days.push(weekday)
    groups.set(`${from}${to}`, group)
  }
  return [...groups.values()].sort(
    (a, b) => (a.days[0] ?? 0) - (b.days[0] ?? 0) || (a.from < b.from ? -1 : 1),
  )
}

/** A day's end is typed as its midnight. */
const openingsOf = (times: readonly Times[]): Opening[] =>
  times.flatMap(({ days, from, to }) =>
    days.map((weekday) => ({ weekday, from, to: to === '00:00' ? '24:00' : to })),
  )

export const emptyForm = (): RoomForm => ({
  ...{ name: '', floor: '', door: '', price: '', rules: '', bring: '' },
  ...{ capacity: '', areaSquareMetres: '', minMinutes: '', maxMinutes: '' },
  ...{ noticeMinutes: '', horizonDays: '', bufferMinutes: '' },
  ...{ kind: null, stepFree: null, approval: null, slotMinutes: null },
  ...{ equipment: [], purposes: [], times: [newTimes()], seasons: [] },
})

export function formOf(room: RoomPlanned): RoomForm {
  const { openings, seasons, slotMinutes, approval, kind, stepFree, equipment, purposes } = room
  return {
    ...emptyForm(),
    ...Object.fromEntries(texts.map((field) => [field, room[field] ?? ''])),
    ...Object.fromEntries(
      (Object.keys(numbers) as NumberField[]).map((field) => [field, String(room[field])]),
    ),
    ...{ kind, stepFree, approval, equipment, purposes },
    slotMinutes: slotMinutes === 15 || slotMinutes === 30 ? slotMinutes : 60,
    times: timesOf(openings),
    seasons: seasons.map((season) => ({ ...season, times: timesOf(season.openings) })),
  }
}

const numberOf = (typed: string) => Number(plainCharacters(typed))
const isNumber = (typed: string) => /^\d+$/.test(plainCharacters(typed).trim())
const isWhole = ({ days, from, to }: Times) => days.length > 0 && from !== '' && to !== ''
const given = (typed: string) => (typed.trim() === '' ? null : typed.trim())

/** Null while something of it is missing (see `missingIn`). */
export function planOf(form: RoomForm): RoomPlan | null {
  const { kind, stepFree, approval, slotMinutes } = form
  if (kind === null || stepFree === null || approval === null || slotMinutes === null) return null
  return {
    ...{ name: form.name.trim(), kind, stepFree, approval, slotMinutes },
    ...{ floor: given(form.floor), door: given(form.door), price: given(form.price) },
    ...{ rules: given(form.rules), bring: given(form.bring) },
    ...{ equipment: form.equipment, purposes: form.purposes },
    ...{ capacity: numberOf(form.capacity), areaSquareMetres: numberOf(form.areaSquareMetres) },
    ...{ minMinutes: numberOf(form.minMinutes), maxMinutes: numberOf(form.maxMinutes) },
    ...{ noticeMinutes: numberOf(form.noticeMinutes), horizonDays: numberOf(form.horizonDays) },
    bufferMinutes: numberOf(form.bufferMinutes),
    openings: openingsOf(form.times),
    seasons: form.seasons.map(({ name, from, to, times }) => ({
      ...{ name: name.trim(), from: from.trim(), to: to.trim() },
      openings: openingsOf(times),
    })),
  }
}

/** What nobody has said yet, in the order of the page. */
export function missingIn(form: RoomForm): Fault[] {
  const { needs } = roomText
  const choices = [
    ['name', form.name.trim() !== '', needs.name],
    ['kind', form.kind !== null, needs.kind],
    ['capacity', isNumber(form.capacity), needs.capacity],
    ['areaSquareMetres', isNumber(form.areaSquareMetres), needs.area],
    ['stepFree', form.stepFree !== null, needs.stepFree],
    ['purposes', form.purposes.length > 0, needs.purposes],
    ['openings', form.times.every(isWhole), needs.times],
    ...form.seasons.map((one, n) => [`seasons.${n}`, one.times.every(isWhole), needs.times] as const),
    ['approval', form.approval !== null, needs.approval],
    ['slotMinutes', form.slotMinutes !== null, needs.step],
    ...(['minMinutes', 'maxMinutes', 'noticeMinutes', 'horizonDays', 'bufferMinutes'] as const).map(
      (field) => [field, isNumber(form[field]), needs.number] as const,
    ),
  ] as const
  return choices.filter(([, said]) => !said).map(([field, , words]) => missingAt(`room.${field}`, words))
}
