import type { Position } from '@linli/contracts/rooms'

/** Where the device is, once; null where it is not told. */
export const whereAmI = (): Promise<Position | null> =>
  new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude } }) => resolve({ longitude, latitude }),
      () => resolve(null),
      { maximumAge: 60_000, timeout: 10_000 },
    )
  })
