import { useRouter } from '@tarojs/taro'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { FindHere } from '../../../shared/staff/find-in'
import { staffText } from '../../../shared/staff/staff-text'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Page } from '../../../shared/ui/page/page'
import { useFollowUp } from '../api'
import { FollowUpBody } from '../components/body'
import { Steps } from '../components/steps'
import { stepsOf } from '../steps'
import { followUpText } from '../text'

/** One follow-up on a telephone. */
export default function FollowUpPage() {
  const { id = '' } = useRouter().params
  const me = useMe()
  const query = useFollowUp(me === null ? '' : id)
  const now = useNow()
  const one = query.data
  const acts = one !== undefined && stepsOf(one.can).length > 0
  return (
    <Page title={followUpText.one} bar={acts ? <Steps one={one} /> : undefined}>
      {me === null ? (
        <SignInFirst help={staffText.signInHelp} returnTo={pages.followUp(id)} />
      ) : (
        <>
          <FindHere />
          <Answered query={query} blocks={[140, 180, 160]}>
            {(shown) => <FollowUpBody one={shown} now={now} />}
          </Answered>
        </>
      )}
    </Page>
  )
}
