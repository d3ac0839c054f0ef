import type { CareChild } from '@linli/contracts/care'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { type PickupChoice, pickupChoices } from '../records'
import { handText, relationWord } from '../text'
import type { Handover } from '../use-handover'
import { choiceName } from '../words'

interface Props {
  child: CareChild
  leader: boolean
  hand: Handover
}

/** Guardians, then everybody else by name, large and alike; then the code; then, for the leader, a call. */
export function WhoStep({ child, leader, hand }: Props) {
  const people = pickupChoices(child)
  const { delegate } = child
  return (
    <>
      <Box className="care-people" role="group" label={handText.people}>
        {people.map((one) => (
          <Tap key={one.id} className="care-person" onTap={() => hand.choose(one)}>
            <Box className="care-person__name">{choiceName(one)}</Box>
            <Box className="muted">{underName(one)}</Box>
          </Tap>
        ))}
      </Box>
      {people.length === 0 && <Box as="p">{handText.nobody}</Box>}
      <Button look="ghost" onTap={hand.byCode}>
        {delegate === null ? handText.code : handText.codeOf(delegate.name, relationWord[delegate.relation])}
      </Button>
      {leader ? (
        <Button look="plain" onTap={hand.byCall}>
          {handText.override}
        </Button>
      ) : (
        <Box as="p" className="muted">
          {handText.notLeader}
        </Box>
      )}
    </>
  )
}

function underName({ as, verified, relation }: PickupChoice): string {
  if (as === 'listed') return relationWord[relation]
  return verified ? handText.guardian : handText.unverified
}
