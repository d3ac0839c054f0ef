import '../components/desk.css'
import type { DeskKind } from '@linli/contracts/cases'
import type { Grant } from '@linli/contracts/identity'
import { useState } from 'react'
import { staffGrants } from '../../../shared/grants'
import { pages } from '../../../shared/pages'
import { useMe } from '../../../shared/session'
import { useNow } from '../../../shared/use-now'
import { Blank } from '../../../shared/ui/blank'
import { Choice } from '../../../shared/ui/choice'
import { SignInFirst } from '../../../shared/ui/failure'
import { Page } from '../../../shared/ui/page'
import { useDesk } from '../api'
import { DeskList } from '../components/desk-list'
import { Kinds } from '../components/kinds'
import { WideDesk } from '../components/wide-desk'
import { deskText } from '../text'
import { useWide } from '../wide'

export default function DeskTodayPage() {
  const me = useMe()
  const grants = staffGrants(me)
  const [division, setDivision] = useState<string | null>(null)
  const grant = grants.find((one) => one.division === division) ?? grants[0]
  if (grant !== undefined) return <Desk grant={grant} grants={grants} onDivision={setDivision} />
  return (
    <Page title={deskText.title}>
      {me === null ? (
        <SignInFirst help={deskText.signInHelp} returnTo={pages.desk} />
      ) : (
        <Blank icon="desk" title={deskText.noGrant} help={deskText.noGrantHelp} />
      )}
    </Page>
  )
}

interface Props {
  grant: Grant
  grants: Grant[]
  onDivision: (code: string) => void
}

function Desk({ grant, grants, onDivision }: Props) {
  const wide = useWide()
  const now = useNow()
  const [kind, setKind] = useState<DeskKind>('waiting')
  const query = useDesk(grant.division, kind)
  const cases = query.data?.pages.flatMap((page) => page.cases) ?? []
  const counts = query.data?.pages[0]?.counts ?? null
  const shared = { query, cases, kind, now }
  const choice = grants.length > 1 && (
    <Choice
      label={deskText.division}
      options={grants.map((one) => ({ value: one.division, word: one.divisionName }))}
      chosen={grant.division}
      onChoose={onDivision}
    />
  )
  return (
    <Page title={deskText.title} wide={wide}>
      {wide ? (
        <WideDesk {...shared} counts={counts} where={grant.divisionName} choice={choice} onKind={setKind} />
      ) : (
        <>
          {choice}
          <Kinds className="kinds" shown={kind} counts={counts} onShow={setKind} />
          <DeskList {...shared} />
        </>
      )}
    </Page>
  )
}
