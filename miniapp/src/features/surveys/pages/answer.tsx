import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type Community, useCommunity } from '../../../shared/app-state/community'
import { goTab } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { useSession } from '../../../shared/session/session'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Page } from '../../../shared/ui/page/page'
import { frameText } from '../../../shared/words/frame-text'
import { useAnswerWaits, useSurvey } from '../api'
import { AnswerForm } from '../components/answer-form'
import { CommunityFirst, NotOpen, Thanks, Waits } from '../components/no-form'
import { surveysText } from '../text'

export default function AnswerPage() {
  const { id = '' } = useRouter().params
  const signedIn = useSession() !== null
  const community = useCommunity()
  if (id !== '' && signedIn && community !== null) return <Asked key={id} id={id} community={community} />
  return (
    <Page title={surveysText.title}>
      {id === '' ? (
        <Blank picture="sign" title={frameText.gone} help={surveysText.noSurvey} alert>
          <Button onTap={() => goTab('home')}>{surveysText.home}</Button>
        </Blank>
      ) : signedIn ? (
        <CommunityFirst />
      ) : (
        <SignInFirst help={surveysText.signInHelp} returnTo={pages.survey(id)} />
      )}
    </Page>
  )
}

function Asked({ id, community }: { id: string; community: Community }) {
  const query = useSurvey(id)
  const now = useNow()
  const waits = useAnswerWaits(id)
  const [fresh, setFresh] = useState(false)
  const survey = query.data
  if (survey !== undefined && survey.open && !survey.answered && !waits && !fresh) {
    return <AnswerForm survey={survey} now={now} onDone={() => setFresh(true)} />
  }
  return (
    <Page title={surveysText.title}>
      <Answered query={query} blocks={[120, 280, 280]}>
        {(one) => {
          const given = { survey: one, community: community.code, now }
          if (waits) return <Waits />
          if (!one.open) return <NotOpen {...given} />
          return <Thanks {...given} fresh={fresh} />
        }}
      </Answered>
    </Page>
  )
}
