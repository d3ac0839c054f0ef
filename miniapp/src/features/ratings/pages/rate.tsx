import type { RatingPage } from '@linli/contracts/ratings'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { back } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { ProblemError } from '../../../shared/http/problem'
import { useSession } from '../../../shared/session/session'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Page } from '../../../shared/ui/page/page'
import { frameText } from '../../../shared/words/frame-text'
import { useRatingPage } from '../api'
import { NotYours } from '../components/not-now'
import { RatingScreen } from '../components/rating-screen'
import { useOwnDoor } from '../door'
import { useDraft } from '../draft'
import { ratingsText } from '../text'

export default function RatePage() {
  const { id = '' } = useRouter().params
  const signedIn = useSession() !== null
  if (id === '') return <NoCase />
  if (signedIn) return <Asked id={id} />
  return (
    <Page title={ratingsText.title}>
      <SignInFirst help={ratingsText.signInHelp} returnTo={pages.rate(id)} />
    </Page>
  )
}

/** Refusals that say whose it is to rate, or what comes before. */
const notYours: Partial<Record<ProblemError['code'], string>> = {
  rating_not_yours: ratingsText.notYours,
  guardian_not_verified: ratingsText.notYet,
}

function Asked({ id }: { id: string }) {
  const query = useRatingPage(id)
  const { data, error } = query
  if (data !== undefined) return <Shown key={id} page={data} />
  const foreign = error instanceof ProblemError ? notYours[error.code] : undefined
  return (
    <Page title={ratingsText.title}>
      {error !== null && foreign !== undefined ? (
        <NotYours title={foreign} why={error.title} />
      ) : (
        <Answered query={query} blocks={[52, 320]}>
          {() => null}
        </Answered>
      )}
    </Page>
  )
}

function Shown({ page }: { page: RatingPage }) {
  const draft = useDraft(page.caseId)
  const [fresh, setFresh] = useState(false)
  const door = useOwnDoor(page, { draft, done: () => setFresh(true) })
  return <RatingScreen page={page} door={door} draft={draft} fresh={fresh} />
}

/** An address without a case, e.g. cut off when it was copied. */
const NoCase = () => (
  <Page title={ratingsText.title}>
    <Blank picture="sign" title={frameText.gone} help={ratingsText.noCase} alert>
      <Button onTap={back}>{frameText.back}</Button>
    </Blank>
  </Page>
)
