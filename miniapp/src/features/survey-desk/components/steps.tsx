import type { Survey } from '@linli/contracts/surveys'
import { useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { say } from '../../../shared/ui/page/say'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { Button } from '../../../shared/ui/button'
import { Decide } from '../../../shared/staff/decide'
import { replaceWith } from '../../../shared/navigation/navigate'
import { Box } from '../../../shared/ui/base/box'
import { useClose, useDelete, usePublish } from '../api'
import { surveyText } from '../text'

type Step = 'publish' | 'close' | 'delete'

const steps: readonly Survey['can'][number][] = ['publish', 'change', 'print_forms', 'enter_paper', 'close']
export const hasSteps = ({ can, endsAbove }: Survey) => endsAbove || can.some((one) => steps.includes(one))

/** What the reader may do with it now: the service's `can`. */
export function SurveySteps({ one }: { one: Survey }) {
  const [asked, setAsked] = useState<Step | null>(null)
  const may = (what: Survey['can'][number]) => one.can.includes(what)
  return (
    <>
      <Decide>
        {may('publish') && <Button onTap={() => setAsked('publish')}>{surveyText.publish}</Button>}
        {may('change') && (
          <Button look="ghost" to={pages.editSurvey(one.id)}>
            {surveyText.edit}
          </Button>
        )}
        {may('enter_paper') && <Button to={pages.paperAnswers(one.id)}>{surveyText.enter}</Button>}
        {may('print_forms') && (
          <Button look="ghost" to={pages.surveySheet(one.id)}>
            {surveyText.sheet}
          </Button>
        )}
        {may('close') && (
          <Button look="danger" onTap={() => setAsked('close')}>
            {surveyText.close}
          </Button>
        )}
        {may('delete') && (
          <Button look="danger" onTap={() => setAsked('delete')}>
            {surveyText.delete}
          </Button>
        )}
      </Decide>
      {one.endsAbove && <Box className="muted">{surveyText.endsAbove}</Box>}
      {asked !== null && <Ask id={one.id} step={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function Ask({ id, step, onClose }: { id: string; step: Step; onClose: () => void }) {
  const done = () => {
    say(surveyText.done[step])
    if (step === 'delete') replaceWith(pages.deskSurveys)
    else onClose()
  }
  const publish = usePublish(done)
  const close = useClose(done)
  const remove = useDelete(done)
  const write = { publish, close, delete: remove }[step]
  return (
    <ConfirmSheet
      title={surveyText.ask[step]}
      lines={[surveyText.does[step]]}
      yes={surveyText.yes[step]}
      no={surveyText.stay}
      problem={write.error}
      busy={write.isPending}
      onYes={() => {
        if (step === 'delete') remove.mutate({ params: { id } })
        else (step === 'publish' ? publish : close).mutate({ params: { id }, body: {} })
      }}
      onClose={onClose}
    />
  )
}
