import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import type { DrawAnswer, MyNumber } from '../api'
import { drawText as text } from '../text'

interface Props {
  draw: DrawAnswer
  mine: readonly MyNumber[]
}

/** The reader's own numbers first. */
export function MyNumbers({ draw: { order, placed }, mine }: Props) {
  if (mine.length === 0) return null
  return (
    <Card title={text.mine}>
      {mine.map(({ number, nickname }) => {
        const nth = order.indexOf(number) + 1
        const got = placed.includes(number)
        return (
          <Row
            key={number}
            title={nickname === null ? text.number(number) : text.numberOf(nickname, number)}
            under={nth === 0 ? undefined : text.nth(nth)}
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
