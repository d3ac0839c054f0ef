import type { ServedHours, ServiceRecord } from '@linli/contracts/service-records'
import { halvesWords } from '@linli/contracts/task-words'
import { useState } from 'react'
import { saveFile } from '../../../shared/files/save-file'
import { Choice } from '../../../shared/forms/choice'
import { fullDate } from '../../../shared/time/time-words'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { say } from '../../../shared/ui/page/say'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { StateTag } from '../../../shared/ui/tag'
import { useIssue, useRecordFile } from '../api'
import { spanChoices, type SpanName, spanOf } from '../spans'
import { recordText as text } from '../text'

interface Props {
  one: ServedHours
  today: string
}

/** The records that were made, and the way to another. */
export function Records({ one, today }: Props) {
  const [asking, setAsking] = useState(false)
  return (
    <Card title={text.title}>
      <Box className="stack">
        {one.records.map((record) => (
          <Record key={record.id} record={record} />
        ))}
        {one.halves > 0 && <Button onTap={() => setAsking(true)}>{text.issue}</Button>}
        <Box className="muted">{text.issueHelp}</Box>
      </Box>
      {asking && <Issue childId={one.childId} today={today} onClose={() => setAsking(false)} />}
    </Card>
  )
}

function Record({ record }: { record: ServiceRecord }) {
  const file = useRecordFile()
  const isOver = record.withdrawnAt !== null
  const open = () =>
    file.mutate(
      { params: { id: record.id } },
      {
        onSuccess: ({ fileName, base64 }) =>
          void saveFile(fileName, { pdf: base64 }).then((saved) =>
            say(saved === 'saved' ? text.opened : text.notOpened),
          ),
      },
    )
  return (
    <Box className="stack">
      <Box className="between">
        <Box className="strong">{record.number}</Box>
        <StateTag tone={isOver ? 'bad' : 'good'}>{isOver ? text.over : text.valid}</StateTag>
      </Box>
      <Box>{text.days(fullDate(record.fromDay), fullDate(record.toDay))}</Box>
      <Box>{halvesWords(record.halves)}</Box>
      {isOver ? (
        <Box className="muted">{text.overHelp}</Box>
      ) : (
        <>
          <Refusal problem={file.error} />
          <Button look="ghost" busy={file.isPending} onTap={open}>
            {text.open}
          </Button>
        </>
      )}
    </Box>
  )
}

interface Issuing {
  childId: string | null
  today: string
  onClose: () => void
}

function Issue({ childId, today, onClose }: Issuing) {
  const [span, setSpan] = useState<SpanName>('all')
  const issue = useIssue(() => {
    say(text.made)
    onClose()
  })
  return (
    <Sheet title={text.issue} onClose={onClose}>
      <Box>{text.span}</Box>
      <Choice
        label={text.span}
        options={spanChoices(['all', 'year', 'lastYear', 'month'])}
        chosen={span}
        onChoose={setSpan}
      />
      <Refusal problem={issue.error} />
      <Button
        busy={issue.isPending}
        onTap={() => issue.mutate({ body: { childId, ...spanOf(span, today) } })}
      >
        {text.make}
      </Button>
      <Button look="plain" onTap={onClose}>
        {text.cancel}
      </Button>
    </Sheet>
  )
}
