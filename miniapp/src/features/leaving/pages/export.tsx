import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { ConfirmStep } from '../../../shared/forms/confirm-step'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { SaveButtons } from '../../../shared/files/save-buttons'
import { Page } from '../../../shared/ui/page/page'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { useExport } from '../api'
import { Points } from '../components/points'
import { exportText } from '../text'
import { Lead } from '../../../shared/ui/lead'

/** Everything that is kept about the person who is signed in, as a file to read and as data. */
export default function ExportPage() {
  const me = useMe()
  return (
    <Page title={exportText.title}>
      {me === null ? (
        <SignInFirst help={exportText.signInHelp} returnTo={pages.exportMe} />
      ) : (
        <>
          <Lead picture="book" title={exportText.what} />
          <Card>
            <Box className="stack">
              <Points of={exportText.points} />
              <Box as="p">{exportText.others}</Box>
              <Box as="p" className="strong">
                {exportText.careful}
              </Box>
            </Box>
          </Card>
          <Take />
        </>
      )}
    </Page>
  )
}

function Take() {
  const look = useExport()
  const take = () => look.mutate({})
  if (look.data !== undefined)
    return (
      <Card title={exportText.ready}>
        <Box className="stack">
          <SaveButtons files={look.data} />
        </Box>
      </Card>
    )
  if (look.error?.code === 'confirm_needed')
    return (
      <Card title={exportText.prepare}>
        <Box className="stack">
          <ConfirmStep why={exportText.why} busy={look.isPending} onDone={take} />
        </Box>
      </Card>
    )
  return (
    <>
      <Refusal problem={look.error} />
      <Button busy={look.isPending} onTap={take}>
        {exportText.prepare}
      </Button>
    </>
  )
}
