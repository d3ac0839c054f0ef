import { useRouter } from '@tarojs/taro'
import { spanWords } from '../../../shared/time/time-words'
import { say } from '../../../shared/ui/page/say'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Row } from '../../../shared/ui/row'
import { useClosures, useRemoveClosure, useRoom } from '../api'
import { NewClosure } from '../components/new-closure'
import { closuresText } from '../text'

export default function ClosuresPage() {
  const { id = '' } = useRouter().params
  const room = useRoom(id)
  const closures = useClosures(id)
  const remove = useRemoveClosure(() => say(closuresText.removed))
  return (
    <Page title={closuresText.title}>
      <Answered query={room} blocks={[44]}>
        {({ name, facilityName }) => (
          <Box className="stack-tight">
            <Box as="h2" className="title">
              {name}
            </Box>
            <Box className="muted">{facilityName}</Box>
          </Box>
        )}
      </Answered>
      <Refusal problem={remove.error} />
      <Answered query={closures} blocks={[120]}>
        {({ closures: planned }) => (
          <Card title={closuresText.planned}>
            {planned.length === 0 && <Box className="muted">{closuresText.none}</Box>}
            {planned.map((one) => (
              <Row
                key={one.id}
                title={spanWords(one.startsAt, one.endsAt, Date.now())}
                under={one.reason}
                end={
                  <Tap className="choice" onTap={() => remove.mutate({ params: { id: one.id } })}>
                    {closuresText.remove}
                  </Tap>
                }
              />
            ))}
          </Card>
        )}
      </Answered>
      <NewClosure roomId={id} />
    </Page>
  )
}
