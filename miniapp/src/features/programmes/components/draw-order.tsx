import './programmes.css'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import type { DrawAnswer } from '../api'
import { stretches } from '../stretches'
import { drawText as text } from '../text'

interface Props {
  draw: DrawAnswer
  mine: readonly number[]
}

/** Who got a place and who waits, in the order drawn; the reader's own numbers stand out. */
export function DrawOrder({ draw: { order, placed }, mine }: Props) {
  if (order.length === 0) return null
  const waits = order.filter((n) => !placed.includes(n))
  return (
    <>
      <Card title={text.orderPlaced(placed.length)}>
        <Numbers numbers={placed} mine={mine} />
      </Card>
      <Card title={text.orderWaits(waits.length)}>
        <Numbers numbers={waits} mine={mine} />
      </Card>
    </>
  )
}

const Numbers = ({ numbers, mine }: { numbers: readonly number[]; mine: readonly number[] }) => (
  <Box as="p" className="draw__numbers">
    {numbers.length === 0
      ? text.none
      : stretches(numbers, mine).map(({ own, words }, i) => (
          <Box as="span" key={i} className={own ? 'draw__mine' : ''}>
            {words}
          </Box>
        ))}
  </Box>
)
