import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useSession } from '../../../shared/session/session'
import { useNow } from '../../../shared/time/use-now'
import { Age, Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Lead } from '../../../shared/ui/lead'
import { Page } from '../../../shared/ui/page/page'
import { type DrawAnswer, useDraw, useMyNumbers } from '../api'
import { type Checks, checkDraw } from '../check-draw'
import { DrawCheck } from '../components/draw-check'
import { DrawOrder } from '../components/draw-order'
import { DrawSteps } from '../components/draw-steps'
import { DrawValues } from '../components/draw-values'
import { MyNumbers } from '../components/my-numbers'
import { NoProgramme } from '../components/no-programme'
import { sha256 } from '../sha256'
import { drawText } from '../text'

/** Anybody may see how the places were given, and compute it anew. */
export default function DrawPage() {
  const { id = '' } = useRouter().params
  const query = useDraw(id)
  const mine = useMyNumbers(id, useSession() !== null)
  const now = useNow()
  const [checked, setChecked] = useState<{ of: DrawAnswer; checks: Checks } | null>(null)
  if (id === '') return <NoProgramme title={drawText.title} />
  const draw = query.data
  // What was computed about another answer says nothing about this one.
  const checks = checked?.of === draw ? checked?.checks : undefined
  const check = draw !== undefined && (
    <Button
      onTap={() => {
        setChecked({ of: draw, checks: checkDraw(draw, sha256) })
        // The verdict stands at the top of the page, the button at its end.
        void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
      }}
    >
      {checks === undefined ? drawText.check : drawText.again}
    </Button>
  )
  return (
    <Page title={drawText.title} bar={check}>
      {draw === undefined ? (
        <Answered query={query} blocks={[110, 130, 260, 300]}>
          {() => null}
        </Answered>
      ) : (
        <>
          <Age of={query} />
          <Head draw={draw} />
          {checks !== undefined && <DrawCheck checks={checks} />}
          <MyNumbers draw={draw} mine={mine} />
          <DrawOrder draw={draw} mine={mine.map((one) => one.number)} />
          <DrawSteps />
          <DrawValues draw={draw} now={now} />
        </>
      )}
    </Page>
  )
}

const Head = ({ draw }: { draw: DrawAnswer }) => (
  <>
    <Lead picture="care" title={draw.programmeName}>
      {drawText.places(draw.capacity)}
    </Lead>
    <Card>
      <Box>{drawText.state[draw.seed !== null ? 'drawn' : draw.list !== null ? 'closed' : 'open']}</Box>
      <Box className="muted">{drawText.checkHelp}</Box>
    </Card>
  </>
)
