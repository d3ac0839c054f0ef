import { useState } from 'react'
import { type Shown, useMyCases } from '../../features/cases/api'
import { CaseRow } from '../../features/cases/components/case-row'
import { casesText } from '../../features/cases/text'
import { pages } from '../../shared/navigation/pages'
import { useSession } from '../../shared/session/session'
import { useNow } from '../../shared/time/use-now'
import { Blank } from '../../shared/ui/answers/blank'
import { Button } from '../../shared/ui/button'
import { Choice } from '../../shared/forms/choice'
import { SignInFirst } from '../../shared/ui/answers/failure'
import { Listed } from '../../shared/ui/answers/listed'
import { Page } from '../../shared/ui/page/page'

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
  return (
    <Listed query={query} blocks={[116, 116, 116]} of={(page) => page.cases} none={<None show={show} />}>
      {(cases) => cases.map((one) => <CaseRow key={one.id} one={one} now={now} />)}
    </Listed>
  )
}

const None = ({ show }: { show: Shown }) => (
  <Blank picture="tea" title={casesText.empty[show]} help={casesText.emptyHelp}>
    <Button to={pages.rooms}>{casesText.book}</Button>
  </Blank>
)
