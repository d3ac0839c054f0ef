import type { CareChild } from '@linli/contracts/care'
import { relationWord } from '@linli/contracts/words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { type PickupChoice, pickupChoices } from '../records'
import { handText } from '../text'
import type { Handover } from '../use-handover'
import { choiceName } from '../words'

interface Props {
  child: CareChild
  leader: boolean
  hand: Handover
}

interface PeopleProps {
  label: string
  people: readonly PickupChoice[]
  hand: Handover
}

const People = ({ label, people, hand }: PeopleProps) => (
  <Box className="care-people" role="group" label={label}>
    {people.map((one) => (
      <Tap key={one.id} className="care-person" onTap={() => hand.choose(one)}>
        <Box className="care-person__name">{choiceName(one)}</Box>
        <Box className="muted">{underName(one)}</Box>
      </Tap>
    ))}
  </Box>
)

/** Guardians, then everybody else by name; the code; far from them who must be looked at first; for the leader, a call. */
export function WhoStep({ child, leader, hand }: Props) {
  const people = pickupChoices(child)
  const apart = people.filter((one) => one.barredAs !== null)
  const { delegate } = child
  return (
    <>
      <People label={handText.people} people={people.filter((one) => one.barredAs === null)} hand={hand} />
      {people.length === 0 && <Box as="p">{handText.nobody}</Box>}
      <Button look="ghost" onTap={hand.byCode}>
        {delegate === null ? handText.code : handText.codeOf(delegate.name, relationWord[delegate.relation])}
      </Button>
      {apart.length > 0 && (
        <Box className="care-apart">
          <Box className="label">{handText.apart}</Box>
          <People label={handText.apart} people={apart} hand={hand} />
        </Box>
      )}
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
