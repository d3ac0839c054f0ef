import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Scrolled } from '../../../shared/ui/base/props'
import { bandRows, moved, nextBands, type Window, windowAt } from './window'

/** Rows drawn beyond the edges: fewer than in a browser, as each is carried over to the view. */
const beyond = 2
/** What stands above the board on a screen, the least height of a row, and that of the box (board.css). */
const [above, row, least] = [260, 80, 280]

/**
 * Which of many rows of one height are in sight of the box that scrolls: only these are drawn. They come band by band, the
 * next one once the view has the last one, so that no change is larger than a view takes at once.
 */
export function useWindow(count: number) {
  const [seen] = useState(() => Math.max(least, Taro.getSystemInfoSync().windowHeight - above))
  const [wanted, setWanted] = useState<Window>(() => windowAt(0, seen, row, beyond))
  const [bands, setBands] = useState<readonly number[]>([0])
  const most = Math.ceil(count / bandRows)
  // With fewer rooms than before the box has moved up, and tells of it when it likes.
  const from = Math.min(wanted.from, Math.max(0, most - (wanted.to - wanted.from)))
  const next = nextBands(bands, { from, to: wanted.to }, most)
  useEffect(() => {
    let gone = false
    if (next !== bands) Taro.nextTick(() => !gone && setBands(next))
    return () => void (gone = true)
  }, [next, bands])
  // What stands above the first row is lower than one.
  const onScroll = ({ top, height }: Scrolled) =>
    setWanted((was) => moved(was, windowAt(top, seen, height / Math.max(1, count), beyond)))
  return { rows: {} as object, scrolls: { onScroll }, isDrawn: (band: number) => bands.includes(band) }
}
