import { replaceWith } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { spanWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Blank } from '../../../shared/ui/answers/blank'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { closingText } from '../closures-text'
import type { Closed } from '../use-closing'

const text = closingText.done

interface Props {
  roomId: string
  closed: Closed
  taken: boolean
}

/** What has happened: what is closed, and what became of the bookings. */
export function ClosingDone({ roomId, closed, taken }: Props) {
  const now = useNow()
  const { closures, moved, kept, cancelled } = closed
  const said = [
    ...(moved > 0 ? [text.moved(moved)] : []),
    ...(kept > 0 ? [text.kept(kept)] : []),
    ...(cancelled > 0 ? [text.cancelled(cancelled)] : []),
  ]
  return (
    <>
      <Blank
        picture="broom"
        title={taken ? text.taken : text.closed(closures.length)}
        help={
          said.length === 0 ? text.nobody : `${said.join('，')}。${moved + cancelled > 0 ? text.told : ''}`
        }
      />
      <Card>
        {closures.map((one) => (
          <Box key={one.id}>{spanWords(one.startsAt, one.endsAt, now)}</Box>
        ))}
      </Card>
      <Button onTap={() => replaceWith(pages.closures(roomId))}>{text.back}</Button>
    </>
  )
}
