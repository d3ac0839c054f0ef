import type { Child } from '@linli/contracts/children'
import { relationWord } from '@linli/contracts/words'
import { useState } from 'react'
import { replaceWith } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { useEndLink } from '../api'
import { peopleText } from '../people-text'
import { childText, childrenText } from '../text'
import { mayDecide, mayEnd } from '../words'
import { CardLink } from './card-link'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { InviteSheet } from './invite-sheet'

type Link = Child['guardians'][number]
const mostGuardians = 2

/** The child's guardians; a link that staff have not verified can be taken back, unless it is the last. */
export function GuardiansCard({ child }: { child: Child }) {
  const [inviting, setInviting] = useState(false)
  const [ending, setEnding] = useState<Link | null>(null)
  const links = child.guardians
  return (
    <Card title={peopleText.guardians}>
      {links.map((one) => (
        <Row
          key={one.id}
          title={`${one.name ?? peopleText.noName}${one.mine ? peopleText.me : ''}`}
          under={relationWord[one.relation]}
          end={
            <>
              <StateTag tone={one.verifiedAt === null ? 'wait' : 'good'}>
                {one.verifiedAt === null ? childText.unverified : childText.verified}
              </StateTag>
              {mayEnd(child, one) && <CardLink onTap={() => setEnding(one)}>{peopleText.endLink}</CardLink>}
            </>
          }
        />
      ))}
      <Box as="p" className="muted">
        {links.some((one) => one.mine && one.verifiedAt === null)
          ? childText.verifyHelp
          : peopleText.endStaff}
      </Box>
      {links.length < mostGuardians && child.consented && mayDecide(child) && (
        <Button look="plain" onTap={() => setInviting(true)}>
          {peopleText.invite}
        </Button>
      )}
      {inviting && <InviteSheet childId={child.id} onClose={() => setInviting(false)} />}
      {ending !== null && <EndSheet childId={child.id} one={ending} onClose={() => setEnding(null)} />}
    </Card>
  )
}

interface EndProps {
  childId: string
  one: Link
  onClose: () => void
}

function EndSheet({ childId, one, onClose }: EndProps) {
  const done = () => {
    say(peopleText.ended)
    if (one.mine) replaceWith(pages.children)
    else onClose()
  }
  // Without a link of their own the reader may not ask for the child any more.
  const end = useEndLink(done, one.mine ? childId : null)
  return (
    <ConfirmSheet
      title={peopleText.endAsk}
      lines={[one.mine ? peopleText.endMineHelp : peopleText.endHelp]}
      yes={peopleText.endYes}
      no={childrenText.keep}
      busy={end.isPending}
      problem={end.error}
      onYes={() => end.mutate({ params: { id: one.id } })}
      onClose={onClose}
    />
  )
}
