import type { Closure } from '@linli/contracts/closures'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { spanWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Lead } from '../../../shared/ui/lead'
import { Page } from '../../../shared/ui/page/page'
import { Row } from '../../../shared/ui/row'
import { useClosures, useRoom } from '../api'
import { closuresText as text } from '../closures-text'
import { ClosureSheet } from '../components/closure-sheet'
import { FindHere } from '../../../shared/staff/find-in'

export default function ClosuresPage() {
  const { id = '' } = useRouter().params
  const room = useRoom(id)
  const closures = useClosures(id)
  const [open, setOpen] = useState<Closure | null>(null)
  return (
    <Page title={text.title} bar={<Button to={pages.close(id)}>{text.add}</Button>}>
      <FindHere />
      <Answered query={room} blocks={[80]}>
        {({ name, facilityName, kind }) => (
          <Lead picture={kind} place title={name}>
            {facilityName}
          </Lead>
        )}
      </Answered>
      <Answered query={closures} blocks={[120]}>
        {({ closures: planned }) => <Planned all={planned} onOpen={setOpen} />}
      </Answered>
      <Card>
        <Row title={text.takeover} under={text.takeoverHelp} to={pages.close(id, true)} />
      </Card>
      {open !== null && <ClosureSheet closure={open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function Planned({ all, onOpen }: { all: readonly Closure[]; onOpen: (one: Closure) => void }) {
  const now = useNow()
  return (
    <Card title={text.planned}>
      {all.length === 0 && <Box className="muted">{text.none}</Box>}
      {all.map((one) => (
        <Row
          key={one.id}
          title={spanWords(one.startsAt, one.endsAt, now)}
          under={one.kind === 'takeover' ? `${one.reason} · ${text.givesBack}` : one.reason}
          end={one.kind === 'takeover' ? text.takenOver : one.seriesId === null ? undefined : text.series}
          onTap={() => onOpen(one)}
        />
      ))}
    </Card>
  )
}
