import '../components/programme-desk.css'
import type { Programme } from '@linli/contracts/programmes'
import { useRouter } from '@tarojs/taro'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { staffText } from '../../../shared/staff/staff-text'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Lead } from '../../../shared/ui/lead'
import { Page } from '../../../shared/ui/page/page'
import { useDuties, useProgramme } from '../api'
import { DutyPlan } from '../components/duty-plan'
import { NewDuty } from '../components/new-duty'
import { dutiesText } from '../staff-text'

/** Who is on duty for which class of a programme, on which days. */
export default function DutiesPage() {
  const { id = '' } = useRouter().params
  const me = useMe()
  const query = useProgramme(me === null ? '' : id)
  return (
    <Page title={dutiesText.title} wide>
      <Box className="pd">
        {me === null ? (
          <SignInFirst help={staffText.signInHelp} returnTo={pages.duties(id)} />
        ) : (
          <Answered query={query} blocks={[44, 260, 300]}>
            {(one) => <Shown one={one} />}
          </Answered>
        )}
      </Box>
    </Page>
  )
}

function Shown({ one }: { one: Programme }) {
  const query = useDuties(one.id)
  return (
    <>
      <Lead picture="care" title={one.name} />
      <Answered query={query} blocks={[260, 300]}>
        {({ duties, carers, carersNeeded }) => (
          <Box className="pd__columns">
            <Box className="pd__part">
              <DutyPlan one={one} duties={duties} needed={carersNeeded} carers={carers} />
            </Box>
            <Box className="pd__side">
              <NewDuty one={one} carers={carers} duties={duties} />
            </Box>
          </Box>
        )}
      </Answered>
    </>
  )
}
