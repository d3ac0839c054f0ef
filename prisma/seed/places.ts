/** Where exactly a facility and a room are, and what a room says of itself. */
import { diceFor } from './random'
import type { RoomKind } from './room-kinds'
import type { FacilityRow, RoomRow } from './rows'

/** Near the middle of the two townships that people are shown first, WGS-84; the register has no positions. */
const middles: Record<string, readonly [number, number]> = {
  '532301101': [101.546, 25.036],
  '532325102': [101.198, 25.591],
}

/** Within a walk of the township's middle for its communities, some kilometres out for its villages. */
export function placeOf(code: string): Pick<FacilityRow, 'longitude' | 'latitude'> {
  const middle = middles[code.slice(0, 9)]
  if (!middle) return { longitude: null, latitude: null }
  const dice = diceFor(`place ${code}`)
  const reach = code[9] === '2' ? 0.04 : 0.012
  const [longitude, latitude] = middle.map(
    (degrees) => Math.round((degrees + (dice.next() * 2 - 1) * reach) * 1e5) / 1e5,
  ) as [number, number]
  return { longitude, latitude }
}

/** Ground floor for the first room and for sport, the others above it. */
const floors = ['一楼', '一楼', '二楼', '二楼', '三楼'] as const

type Face = Pick<RoomRow, 'floor' | 'door' | 'price' | 'rules' | 'bring'>

export function faceOf(
  { kind, name, price, rules, bring }: RoomKind,
  { position, stepFree, equipment }: { position: number; stepFree: boolean; equipment: RoomRow['equipment'] },
): Face {
  const outside = name === '篮球场'
  const ground = kind === 'sports' || kind === 'banquet'
  const storey = ground ? '一楼' : (floors[position - 1] ?? '一楼')
  const number = `${floors.indexOf(storey) === 0 ? 1 : storey === '二楼' ? 2 : 3}0${position} 室`
  const way = storey === '一楼' ? '进大门右手边' : stepFree ? '坐电梯上楼' : '走楼梯上楼'
  const costs = price && (!price.where || equipment.includes(price.where))
  return {
    floor: outside ? '室外' : storey,
    door: outside ? '院子里，东门进' : `${number}，${way}`,
    price: costs ? price.says : null,
    rules,
    bring: bring ?? null,
  }
}
