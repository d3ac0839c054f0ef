import '../components/paper.css'
import type { Grant } from '@linli/contracts/identity'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { saveFile } from '../../../shared/files/save-file'
import { Choice } from '../../../shared/forms/choice'
import { pages } from '../../../shared/navigation/pages'
import { isUnit } from '../../../shared/staff/grants'
import { Scoped } from '../../../shared/staff/scoped'
import { dayOf } from '../../../shared/time/shanghai'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Lead } from '../../../shared/ui/lead'
import { say } from '../../../shared/ui/page/say'
import { Row } from '../../../shared/ui/row'
import { useBoard, useBookingsFile } from '../api'
import { Days } from '../components/days'
import { type SpanName, spanNames, spanOf } from '../spans'
import { exportsText, papersText as text } from '../text'

/** What of rooms goes on paper or into a table. */
export default function PapersPage() {
  return (
    <Scoped title={text.title} returnTo={pages.roomPapers()} className="room-paper" opens="halls">
      {(grant) => <Papers key={grant.division} grant={grant} />}
    </Scoped>
  )
}

function Papers({ grant }: { grant: Grant }) {
  const { division } = grant
  const asked = useRouter().params.day
  const today = dayOf(useNow())
  const [day, setDay] = useState(asked ?? today)
  const query = useBoard(division, day, 1)
  return (
    <>
      <Lead picture="book">{text.help}</Lead>
      <Days day={day} step={1} onDay={setDay} />
      <Card>
        <Row title={text.day} under={text.dayHelp} to={pages.dayList(day)} />
        {!isUnit(grant) && <Row title={text.use} under={text.useHelp} to={pages.roomUse()} />}
        {grant.role === 'supervisor' && (
          <Row title={exportsText.row} under={exportsText.rowHelp} to={pages.roomExports} />
        )}
      </Card>
      {!isUnit(grant) && <Table division={division} today={today} />}
      <Card title={text.rooms}>
        <Box className="muted">{text.roomsHelp}</Box>
        <Answered query={query} blocks={[60, 60, 60]}>
          {({ rooms }) =>
            rooms.length === 0 ? (
              <Box as="p">{text.none}</Box>
            ) : (
              <>
                {rooms.map(({ id, name, facilityName }) => (
                  <Row key={id} title={name} under={facilityName} to={pages.doorSheet(id, day)} />
                ))}
              </>
            )
          }
        </Answered>
      </Card>
    </>
  )
}

function Table({ division, today }: { division: string; today: string }) {
  const [span, setSpan] = useState<SpanName>('month')
  const look = useBookingsFile()
  const take = () =>
    look.mutate(
      { params: { division }, body: spanOf(span, today) },
      {
        onSuccess: ({ fileName, base64 }) =>
          void saveFile(fileName, { xlsx: base64 }).then((saved) =>
            say(saved === 'saved' ? text.saved : text.failed),
          ),
      },
    )
  return (
    <Card title={text.table}>
      <Box className="stack-tight">
        <Box as="p">{text.tableHelp}</Box>
        <Choice
          label={text.span}
          options={spanNames.map((value) => ({ value, word: text.spans[value] }))}
          chosen={span}
          onChoose={setSpan}
        />
        <Refusal problem={look.error} />
        <Button look="ghost" busy={look.isPending} onTap={take}>
          {text.take}
        </Button>
      </Box>
    </Card>
  )
}
