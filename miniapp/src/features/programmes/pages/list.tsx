import { type Community, useCommunity } from '../../../shared/app-state/community'
import { pages } from '../../../shared/navigation/pages'
import { useNow } from '../../../shared/time/use-now'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Listed } from '../../../shared/ui/answers/listed'
import { Page } from '../../../shared/ui/page/page'
import { Row } from '../../../shared/ui/row'
import { useProgrammes } from '../api'
import { ProgrammeCard } from '../components/programme-card'
import { listText } from '../text'

export default function ProgrammesPage() {
  const community = useCommunity()
  return (
    <Page title={listText.title}>
      {community === null ? (
        <Blank picture="home" title={listText.pickCommunity} help={listText.pickCommunityHelp}>
          <Button to={pages.communities}>{listText.choose}</Button>
        </Blank>
      ) : (
        <Programmes community={community} />
      )}
    </Page>
  )
}

function Programmes({ community }: { community: Community }) {
  const query = useProgrammes(community.code)
  const present = useNow()
  const said = query.data?.pages[0]?.now
  // The service's clock, as far as its answer has aged here.
  const now = said === undefined ? present : Date.parse(said) + Math.max(0, present - query.dataUpdatedAt)
  return (
    <>
      <Card>
        <Row title={listText.children} under={listText.childrenHelp} to={pages.children} />
      </Card>
      <Listed query={query} blocks={[140, 140, 140]} of={(page) => page.programmes} none={none}>
        {(programmes) => programmes.map((one) => <ProgrammeCard key={one.id} one={one} now={now} />)}
      </Listed>
    </>
  )
}

const none = (
  <Blank picture="care" title={listText.empty} help={listText.emptyHelp}>
    <Button look="ghost" to={pages.children}>
      {listText.children}
    </Button>
  </Blank>
)
