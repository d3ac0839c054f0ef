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
import { DeskList } from '../components/desk-list'
import { Kinds } from '../components/kinds'
import { DeskDoors } from '../components/desk-doors'
import { WideDesk } from '../components/wide-desk'
import { deskText } from '../text'

knowDeskParts(deskParts)

export default function DeskTodayPage() {
  const scope = useScope()
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
  const shared = { query, kind, now }
  const doors = <DeskDoors division={grant.division} wide={wide} />
  return (
    <Page title={deskText.title} wide={wide}>
      {wide ? (
        <WideDesk
          {...shared}
          counts={counts}
          where={grant.divisionName}
          choice={choice}
          doors={doors}
          onKind={setKind}
        />
      ) : (
        <>
          {choice}
          <Kinds className="kinds" shown={kind} counts={counts} onShow={setKind} />
          <DeskList {...shared} />
          {doors}
        </>
      )}
    </Page>
  )
}
