import type { Position } from '@linli/contracts/rooms'
import Taro from '@tarojs/taro'
import gcoord from 'gcoord'

/** Maps in the country answer in GCJ-02; what is kept is WGS-84. */
const fromMap = ({ longitude, latitude }: Position): Position => {
  const [east, north] = gcoord.transform([longitude, latitude], gcoord.GCJ02, gcoord.WGS84)
  return { longitude: east, latitude: north }
}

/** A mini-program has the platform's map. */
export const canPick = true

/** @returns null when the person thought better of it, or the platform has none */
export async function pickPosition(): Promise<Position | null> {
  try {
    const { longitude, latitude } = await Taro.chooseLocation({})
    return fromMap({ longitude: Number(longitude), latitude: Number(latitude) })
  } catch {
    return null
  }
}

/** Where the phone is now; WeChat says it in WGS-84 when asked so, Alipay in GCJ-02. */
export async function herePosition(): Promise<Position | null> {
  try {
    const found = await Taro.getLocation({ type: 'wgs84', isHighAccuracy: true })
    const at = { longitude: Number(found.longitude), latitude: Number(found.latitude) }
    return process.env.TARO_ENV === 'alipay' ? fromMap(at) : at
  } catch {
    return null
  }
}
