import '../ui/base.css'
import './feed.css'
import type { Thread, ThreadLine } from '@linli/contracts/consultation-thread'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { momentWords } from '../time/time-words'
import { Box } from '../ui/base/box'
import { Face } from '../ui/face'
import { Button } from '../ui/button'
import { type FeedItem, feedItems, latestFrom } from './feed-items'
import { jumpToFresh } from './lead-to'
import { LinePictures } from './pictures'
import { mattersText } from './text'

interface Props {
  thread: Thread
  now: number
  /** What the reader may do with a line of their own. */
  act?: (line: ThreadLine) => ReactNode
  /** What the other side said last comes first; all before it is a tap away. */
  latest?: boolean
}

/** Where a line stands. */
export const saidId = ({ id }: Pick<ThreadLine, 'id'>) => `said-${id}`

/** Whoever has sent a line is led to it once it is there: the button that sent it is gone. */
function useLeadToMine(items: readonly FeedItem[]) {
  const mine = items.flatMap((item) => (item.kind === 'line' && item.mine ? [saidId(item.line)] : []))
  const last = mine[mine.length - 1]
  const known = useRef(last)
  useEffect(() => {
    if (last !== undefined && last !== known.current) jumpToFresh(last)
    known.current = last
  }, [last])
}

/** Who said what and when; what is the reader's own stands at the right. */
export function Feed({ thread, latest, ...rest }: Props) {
  const items = feedItems(thread)
  const [all, setAll] = useState(latest !== true)
  useLeadToMine(items)
  const before = all ? 0 : latestFrom(items)
  return (
    <Box as="section" className="feed" label={mattersText.feed}>
      {before > 0 && (
        <Button look="plain" onTap={() => setAll(true)}>
          {mattersText.before(before)}
        </Button>
      )}
      <Items items={items.slice(before)} {...rest} />
    </Box>
  )
}

const Items = ({ items, now, act }: Omit<Props, 'thread' | 'latest'> & { items: readonly FeedItem[] }) => (
  <>
    {items.map((item) =>
      item.kind === 'note' ? (
        <Box key={item.key} className="feed__note">{`${momentWords(item.at, now)} · ${item.words}`}</Box>
      ) : (
        <Said
          key={item.key}
          line={item.line}
          mine={item.mine}
          seen={item.seen}
          now={now}
          act={item.mine ? act : undefined}
        />
      ),
    )}
  </>
)

interface SaidProps {
  line: ThreadLine
  mine: boolean
  seen: boolean
  now: number
  act: Props['act'] | undefined
}

function Said({ line, mine, seen, now, act }: SaidProps) {
  const { side, by, kind, words, files, corrects, at } = line
  const other = side === 'party' ? mattersText.person : (by ?? mattersText.adviser)
  const said = corrects === null ? mattersText.kinds[kind] : mattersText.corrects(corrects)
  return (
    <Box id={saidId(line)} className={`said ${mine ? 'said--mine' : ''}`}>
      {!mine && <Face />}
      <Box className="said__by">{`${mine ? mattersText.me : other} · ${mattersText.nth(line.n)}`}</Box>
      <Box className="said__words">
        {said !== '' && <Box className="said__kind">{said}</Box>}
        {(words !== null || kind !== 'thanks') && (
          <Box className={words === null ? 'muted' : 'words'}>{words ?? mattersText.notHanded}</Box>
        )}
        <LinePictures files={files} at={at} />
      </Box>
      <Box className="said__foot">
        <Box>{seen ? `${momentWords(at, now)} · ${mattersText.seen}` : momentWords(at, now)}</Box>
        {act?.(line)}
      </Box>
    </Box>
  )
}
