/** A map in another tab, or the app of it, that looks for a place by its name. */
export function openMap(place: string): Promise<void> {
  const asked = new URLSearchParams({ keyword: place, src: 'linli', callnative: '1' })
  window.open(`https://uri.amap.com/search?${asked.toString()}`, '_blank', 'noopener,noreferrer')
  return Promise.resolve()
}
