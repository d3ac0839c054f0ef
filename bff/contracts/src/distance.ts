import type { Position } from './rooms'

const earthRadius = 6_371_000
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres between two places, as the crow flies. */
export function metresBetween(a: Position, b: Position): number {
  const [across, along] = [radians(b.longitude - a.longitude), radians(b.latitude - a.latitude)]
  const h =
    Math.sin(along / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(across / 2) ** 2
  return 2 * earthRadius * Math.asin(Math.sqrt(h))
}
