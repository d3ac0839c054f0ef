import '../components/survey-desk.css'
import type { Grant } from '@linli/contracts/identity'
import type { Survey } from '@linli/contracts/surveys'
import { useRouter } from '@tarojs/taro'
import { pages } from '../../../shared/navigation/pages'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Page } from '../../../shared/ui/page/page'
import { Scoped } from '../../../shared/staff/scoped'
import { useSurvey } from '../api'
import { PlanForm } from '../components/plan-form'
import { planText } from '../text'
import { usePlan } from '../use-plan'

/** A draft of a survey: a new one, or one to be changed before it is published. */
export default function EditSurveyPage() {
  const { id } = useRouter().params
  if (id !== undefined) return <Change id={id} />
  return (
    <Scoped title={planText.titleNew} returnTo={pages.editSurvey()} className="sv">
      {(grant: Grant) => <Draft one={null} division={grant.division} where={grant.divisionName} />}
    </Scoped>
  )
}

function Change({ id }: { id: string }) {
  const query = useSurvey(id)
  return (
    <Page title={planText.title} wide>
      <Box className="sv">
        <Answered query={query} blocks={[320, 260]}>
          {(one) =>
            one.can.includes('change') ? (
              <Draft key={one.id} one={one} division={one.division} where={one.divisionName} />
            ) : (
              <Fixed id={one.id} />
            )
          }
        </Answered>
      </Box>
    </Page>
  )
}

interface Props {
  one: Survey | null
  division: string
  where: string
}

function Draft({ one, division, where }: Props) {
  const plan = usePlan(one, division)
  return <PlanForm plan={plan} where={where} />
}

const Fixed = ({ id }: { id: string }) => (
  <Blank picture="post" title={planText.notDraft} help={planText.notDraftHelp}>
    <Button to={pages.deskSurvey(id)}>{planText.toSurvey}</Button>
  </Blank>
)
