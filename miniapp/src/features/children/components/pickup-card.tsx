import type { Child, PickupPerson } from '@linli/contracts/children'
import { relationWord } from '@linli/contracts/words'
import { useState } from 'react'
import { dayOf } from '../../../shared/time/shanghai'
import { say } from '../../../shared/ui/page/say'
import { fullDate } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { useRemovePickup } from '../api'
import { peopleText } from '../people-text'
import { childText, childrenText } from '../text'
import { mayDecide } from '../words'
import { CardLink } from './card-link'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { PickupSheet } from './pickup-sheet'

/** Who may pick the child up, and until when. */
export function PickupCard({ child }: { child: Child }) {
  const [adding, setAdding] = useState<'me' | 'other' | null>(null)
  const [leaving, setLeaving] = useState<PickupPerson | null>(null)
  const me = child.guardians.find((one) => one.mine)
  const listed = child.pickupPeople.some((one) => one.name === me?.name)
  const known = me !== undefined && me.verifiedAt !== null
  const changes = child.consented && mayDecide(child)
  return (
    <Card title={peopleText.pickup}>
      <Box as="p" className="muted">
        {peopleText.pickupHelp}
        {known ? peopleText.guardianMay : peopleText.guardianMayNot}
      </Box>
      {child.pickupPeople.map((one) => (
        <Row
          key={one.id}
          title={childText.contact(one.name, relationWord[one.relation])}
          under={validWords(one, dayOf(Date.now()))}
          end={
            mayDecide(child) && (
              <CardLink label={peopleText.removeName(one.name)} onTap={() => setLeaving(one)}>
                {peopleText.remove}
              </CardLink>
            )
          }
        />
      ))}
      {changes && !listed && !known && (
        <Button look="plain" onTap={() => setAdding('me')}>
          {peopleText.addMe}
        </Button>
      )}
      {changes && (
        <Button look="plain" onTap={() => setAdding('other')}>
          {peopleText.addPickup}
        </Button>
      )}
      {adding !== null && (
        <PickupSheet
          childId={child.id}
          first={adding === 'me' && me !== undefined ? me : null}
          onClose={() => setAdding(null)}
        />
      )}
      {leaving !== null && <RemoveSheet one={leaving} onClose={() => setLeaving(null)} />}
    </Card>
  )
}

function validWords({ validFrom, validTo }: PickupPerson, today: string): string {
  if (validTo === null) return peopleText.always(fullDate(validFrom))
  return validTo < today ? peopleText.over : peopleText.until(fullDate(validFrom), fullDate(validTo))
}

function RemoveSheet({ one, onClose }: { one: PickupPerson; onClose: () => void }) {
  const remove = useRemovePickup(() => {
    say(peopleText.removed)
    onClose()
  })
  return (
    <ConfirmSheet
      title={peopleText.removeAsk(one.name)}
      lines={[peopleText.removeHelp]}
      yes={peopleText.removeYes}
      no={childrenText.keep}
      busy={remove.isPending}
      problem={remove.error}
      onYes={() => remove.mutate({ params: { id: one.id } })}
      onClose={onClose}
    />
  )
}
