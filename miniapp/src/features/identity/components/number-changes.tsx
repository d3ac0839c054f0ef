import type { listNumberChanges } from '@linli/contracts/accounts'
import type { Reply } from '../../../shared/http/request'
import { momentWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Box } from '../../../shared/ui/base/box'
import { CallButton } from '../../../shared/ui/call-button'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { useNumberChanges } from '../api'
import { identityText } from '../text'

type Change = Reply<typeof listNumberChanges>['changes'][number]

function words({ way, by, confirmedBy, approved }: Change) {
  if (way === 'code') return identityText.changedByCode
  if (way === 'join') return identityText.joinedHere
  if (approved === null) return identityText.changeWaits(by ?? '')
  return approved
    ? identityText.changedAtCounter(by ?? '', confirmedBy ?? '')
    : identityText.changeRefused(confirmedBy ?? '')
}

/** When and by whom the number was changed: whoever did not do it themselves calls. */
export function NumberChanges() {
  const now = useNow()
  const changes = useNumberChanges().data?.changes ?? []
  if (changes.length === 0) return null
  return (
    <Card title={identityText.changes}>
      {changes.map((one) => (
        <Row key={one.id} title={words(one)} under={momentWords(one.at, now)} />
      ))}
      {changes.some(({ way, approved }) => approved === null || way === 'join') && (
        <Box className="between">
          <Box>{identityText.changeNotYou}</Box>
          <CallButton phone={undefined} />
        </Box>
      )}
    </Card>
  )
}
