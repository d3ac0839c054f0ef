import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import type { DrawAnswer } from '../api'
import { drawText as text } from '../text'

interface Props {
  draw: DrawAnswer
  mine: readonly number[]
}

/** The reader's own numbers first. */
export function MyNumbers({ draw: { order, placed }, mine }: Props) {
  if (mine.length === 0) return null
  return (
    <Card title={text.mine}>
      {mine.map((number) => {
        const nth = order.indexOf(number) + 1
        const got = placed.includes(number)
        return (
          <Row
            key={number}
            title={nth === 0 ? text.mineOut(number) : text.mineAt(number, nth)}
            end={
              <StateTag tone={got ? 'good' : 'wait'}>
                {nth === 0 ? text.yet : got ? text.placed : text.waits}
              </StateTag>
            }
          />
        )
      })}
    </Card>
  )
}
