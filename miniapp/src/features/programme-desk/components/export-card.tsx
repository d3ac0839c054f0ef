import { useState } from 'react'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { ConfirmStep } from '../../../shared/forms/confirm-step'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { saveFile } from '../../../shared/files/save-file'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useExport } from '../api'
import { rosterText } from '../programme-text'
import { staffText } from '../../../shared/staff/staff-text'

/** The roster as a table: by nickname; with names only as a second choice, which says what it leaves behind. */
export function ExportCard({ id }: { id: string }) {
  const [asking, setAsking] = useState(false)
  const roster = useExport()
  const take = (tagged: boolean) =>
    roster.mutate(
      { params: { id }, body: { tagged } },
      {
        onSuccess: ({ fileName, base64 }) => {
          setAsking(false)
          void saveFile(fileName, { xlsx: base64 }).then((saved) =>
            say(saved === 'saved' ? rosterText.exported : rosterText.exportFailed),
          )
        },
      },
    )
  return (
    <Card title={rosterText.export}>
      <Refusal problem={asking ? null : roster.error} />
      <Button look="ghost" busy={roster.isPending && !asking} onTap={() => take(false)}>
        {rosterText.exportPlain}
      </Button>
      <Box className="muted">{rosterText.exportPlainHelp}</Box>
      <Button look="plain" onTap={() => setAsking(true)}>
        {rosterText.exportTagged}
      </Button>
      {asking && (
        <Sheet title={rosterText.exportTaggedTitle} onClose={() => setAsking(false)}>
          <Box as="p">{rosterText.exportTaggedHelp}</Box>
          {roster.error?.code === 'confirm_needed' ? (
            <ConfirmStep why={staffText.confirmWhy} busy={roster.isPending} onDone={() => take(true)} />
          ) : (
            <>
              <Refusal problem={roster.error} />
              <Button look="warm" busy={roster.isPending} onTap={() => take(true)}>
                {rosterText.exportYes}
              </Button>
            </>
          )}
        </Sheet>
      )}
    </Card>
  )
}
