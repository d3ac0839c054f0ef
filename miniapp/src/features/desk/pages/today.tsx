import '../components/desk.css'
import type { DeskKind } from '@linli/contracts/cases'
import type { Grant } from '@linli/contracts/identity'
import { type ReactNode, useState } from 'react'
import { deskParts } from '../../../desk-parts'
import { knowDeskParts } from '../../../shared/cases/desk-parts'
import { pages } from '../../../shared/navigation/pages'
import { useNow } from '../../../shared/time/use-now'
import { useScope } from '../../../shared/staff/use-scope'
import { useWide } from '../../../shared/staff/use-wide'
import { Page } from '../../../shared/ui/page/page'
import { NoScope, ScopeChoice } from '../../../shared/staff/scoped'
import { useDesk } from '../api'
import { FindIn } from '../../../shared/staff/find-in'
import { DeskList } from '../components/desk-list'
import { Earlier } from '../components/earlier'
import { Kinds } from '../components/kinds'
import { DeskDoors } from '../components/desk-doors'
import { ManyBar } from '../components/many-bar'
import { WideDesk } from '../components/wide-desk'
import { useDecided } from '../../../shared/cases/decided'
import { deskText } from '../text'
import { useSelection } from '../use-selection'

knowDeskParts(deskParts)

export default function DeskTodayPage() {
  const scope = useScope('halls')
  if (scope.grant !== null) return <Desk grant={scope.grant} choice={<ScopeChoice scope={scope} />} />
  return (
    <Page title={deskText.title}>
      <NoScope scope={scope} returnTo={pages.desk} />
    </Page>
  )
}

function Desk({ grant, choice }: { grant: Grant; choice: ReactNode }) {
  const wide = useWide()
  const now = useNow()
  const [kind, setKind] = useState<DeskKind>('waiting')
  const query = useDesk(grant.division, kind)
  const counts = query.data?.pages[0]?.counts ?? null
  const selection = useSelection(query.data?.pages.flatMap(({ cases }) => cases) ?? [], grant)
  const lately = useDecided().length > 0
  const below = (selection.chosen.length > 0 || lately) && (
    <>
      <ManyBar selection={selection} />
      <Earlier open={null} />
    </>
  )
  const doors = <DeskDoors division={grant.division} wide={wide} />
  return (
    <Page title={deskText.title} wide={wide} bar={!wide && below}>
      {wide ? (
        <WideDesk
          query={query}
          kind={kind}
          now={now}
          counts={counts}
          grant={grant}
          choice={choice}
          doors={doors}
          onKind={setKind}
        />
      ) : (
        <>
          {choice}
          <FindIn grant={grant} />
          <Kinds className="kinds" shown={kind} counts={counts} onShow={setKind} />
          <DeskList query={query} kind={kind} now={now} selection={selection} />
          {doors}
        </>
      )}
    </Page>
  )
}
