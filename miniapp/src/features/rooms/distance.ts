/** 约 400 米, 1.2 公里, 12 公里: as exact as a straight line can be. */
export function distanceWords(metres: number): string {
  if (metres < 950) return `约 ${Math.max(50, Math.round(metres / 50) * 50)} 米`
  const kilometres = metres / 1000
  return `${kilometres < 9.95 ? kilometres.toFixed(1) : String(Math.round(kilometres))} 公里`
}
