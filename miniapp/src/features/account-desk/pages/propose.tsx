import '../components/account-desk.css'
import { useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import type { Place } from '../../../shared/staff/use-communities'
import { Box } from '../../../shared/ui/base/box'
import { InCommunities } from '../../../shared/staff/in-communities'
import { Scoped } from '../../../shared/staff/scoped'
import { Lead } from '../../../shared/ui/lead'
import { How } from '../components/how'
import { Proposal } from '../components/proposal'
import { accountText } from '../text'

/** The first member of staff: a person with papers gets another number, or their two accounts become one. */
export default function ProposeNumberPage() {
  return (
    <Scoped title={accountText.proposeTitle} returnTo={pages.proposeNumber} className="ad" opens="work">
      {(grant) => (
        <>
          <Lead picture="post">{accountText.lead}</Lead>
          <Box key={grant.division} className="ad__columns">
            <InCommunities grant={grant}>{(places) => <Placed places={places} />}</InCommunities>
            <Box className="ad__side">
              <How />
            </Box>
          </Box>
        </>
      )}
    </Scoped>
  )
}

function Placed({ places }: { places: readonly [Place, ...Place[]] }) {
  const [community, setCommunity] = useState(places[0].code)
  return <Proposal places={places} community={community} onPlace={setCommunity} />
}
