import type { Position } from '@linli/contracts/rooms'

/** A browser has no map of its own to pick on. */
export const canPick = false
export const pickPosition = (): Promise<Position | null> => Promise.resolve(null)

/** Where the phone is now, WGS-84; null where it does not say. */
export const herePosition = (): Promise<Position | null> =>
  new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude } }) => resolve({ longitude, latitude }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 0 },
    )
  })
