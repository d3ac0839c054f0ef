import '../components/export.css'
import { useState } from 'react'
import { saveFile } from '../../../shared/files/save-file'
import { Choice } from '../../../shared/forms/choice'
import { ConfirmStep } from '../../../shared/forms/confirm-step'
import { pages } from '../../../shared/navigation/pages'
import { Scoped } from '../../../shared/staff/scoped'
import { dayOf } from '../../../shared/time/shanghai'
import { useNow } from '../../../shared/time/use-now'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { say } from '../../../shared/ui/page/say'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useHoursExport } from '../api'
import { spanChoices, type SpanName, spanOf } from '../spans'
import { exportText as text } from '../text'

/** Staff take the hours of their division to the national system; with names as a second choice, on record. */
export default function ExportPage() {
  return (
    <Scoped title={text.title} returnTo={pages.exportHours} className="hours-export" opens="work">
      {(grant) => <Export key={grant.division} division={grant.division} />}
    </Scoped>
  )
}

function Export({ division }: { division: string }) {
  const today = dayOf(useNow())
  const [span, setSpan] = useState<SpanName>('month')
  const [asking, setAsking] = useState(false)
  const look = useHoursExport()
  const take = (named: boolean) => {
    const { fromDay, toDay } = spanOf(span, today)
    look.mutate(
      { params: { division }, body: { fromDay: fromDay ?? today, toDay: toDay ?? today, named } },
      {
        onSuccess: ({ fileName, base64 }) => {
          setAsking(false)
          void saveFile(fileName, { xlsx: base64 }).then((saved) =>
            say(saved === 'saved' ? text.done : text.failed),
          )
        },
      },
    )
  }
  return (
    <Card>
      <Box className="stack">
        <Box as="p">{text.help}</Box>
        <Choice
          label={text.span}
          options={spanChoices(['month', 'year', 'lastYear'])}
          chosen={span}
          onChoose={setSpan}
        />
        <Refusal problem={asking ? null : look.error} />
        <Button look="ghost" busy={look.isPending && !asking} onTap={() => take(false)}>
          {text.plain}
        </Button>
        <Button look="plain" onTap={() => setAsking(true)}>
          {text.named}
        </Button>
      </Box>
      {asking && (
        <Sheet title={text.namedTitle} onClose={() => setAsking(false)}>
          <Box as="p">{text.namedHelp}</Box>
          {look.error?.code === 'confirm_needed' ? (
            <ConfirmStep why={text.why} busy={look.isPending} onDone={() => take(true)} />
          ) : (
            <>
              <Refusal problem={look.error} />
              <Button look="warm" busy={look.isPending} onTap={() => take(true)}>
                {text.yes}
              </Button>
            </>
          )}
        </Sheet>
      )}
    </Card>
  )
}
