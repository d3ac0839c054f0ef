import type { Position } from '@linli/contracts/rooms'
import gcoord from 'gcoord'

export interface MapPlace {
  position: Position
  name: string
  address: string
}

/** Chinese maps draw everything in a system of their own (GCJ-02), some hundred metres off the earth's. */
export function gcj02({ longitude, latitude }: Position): Position {
  const [x, y] = gcoord.transform([longitude, latitude], gcoord.WGS84, gcoord.GCJ02)
  return { longitude: x, latitude: y }
}

const six = (degrees: number): string => degrees.toFixed(6)

/** A marker on a public map, by its documented link. */
export function markerLink({ position, name }: MapPlace): string {
  const { longitude, latitude } = gcj02(position)
  const at = `position=${six(longitude)},${six(latitude)}&name=${encodeURIComponent(name)}`
  return `https://uri.amap.com/marker?${at}&coordinate=gaode`
}
