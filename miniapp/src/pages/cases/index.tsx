import { useState } from 'react'
import { type Shown, useMyCases } from '../../features/cases/api'
import { CaseRow } from '../../features/cases/components/case-row'
import { casesText } from '../../features/cases/text'
import { pages } from '../../shared/pages'
import { useSession } from '../../shared/session'
import { useNow } from '../../shared/use-now'
import { Age } from '../../shared/ui/answered'
import { Blank } from '../../shared/ui/blank'
import { Button } from '../../shared/ui/button'
import { Choice } from '../../shared/ui/choice'
import { Failure, SignInFirst } from '../../shared/ui/failure'
import { Page } from '../../shared/ui/page'
import { Skeleton } from '../../shared/ui/skeleton'
import { frameText } from '../../shared/ui/text'

const options = (['open', 'done', 'all'] as const).map((value) => ({ value, word: casesText.tabs[value] }))

export default function CasesPage() {
  const [show, setShow] = useState<Shown>('open')
  const signedIn = useSession() !== null
  return (
    <Page title={casesText.title} tab="cases">
      {signedIn ? (
        <>
          <Choice label={casesText.filter} options={options} chosen={show} onChoose={setShow} />
          <MyCases show={show} />
        </>
      ) : (
        <SignInFirst help={casesText.signInHelp} returnTo={pages.cases} />
      )}
    </Page>
  )
}

function MyCases({ show }: { show: Shown }) {
  const now = useNow()
  const query = useMyCases(show)
  if (query.data === undefined) {
    if (query.isError) return <Failure problem={query.error} again={() => void query.refetch()} />
    return <Skeleton blocks={[116, 116, 116]} />
  }
  const cases = query.data.pages.flatMap((page) => page.cases)
  return (
    <>
      <Age of={query} />
      {cases.length === 0 && (
        <Blank icon="doc" title={casesText.empty[show]} help={casesText.emptyHelp}>
          <Button to={pages.rooms}>{casesText.book}</Button>
        </Blank>
      )}
      {cases.map((one) => (
        <CaseRow key={one.id} one={one} now={now} />
      ))}
      {query.hasNextPage && (
        <Button look="ghost" busy={query.isFetchingNextPage} onTap={() => void query.fetchNextPage()}>
          {frameText.more}
        </Button>
      )}
    </>
  )
}
