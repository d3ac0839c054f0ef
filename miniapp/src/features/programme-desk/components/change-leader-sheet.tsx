import type { Duty } from '@linli/contracts/care-desk'
import { useState } from 'react'
import { faultWithin } from '../../../shared/forms/field-faults'
import { say } from '../../../shared/ui/page/say'
import { missingWords } from '../../../shared/forms/missing-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Choice } from '../../../shared/forms/choice'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useChangeLeader } from '../api'
import type { Carer } from '../duty-form'
import { dutiesText } from '../staff-text'
import { Tick } from './tick'

interface Props {
  duty: Duty
  carers: readonly Carer[]
  onClose: () => void
}

/** Somebody else leads from now on, in one step. */
export function ChangeLeaderSheet({ duty, carers, onClose }: Props) {
  const [accountId, setAccountId] = useState<string | null>(null)
  const [stays, setStays] = useState(true)
  const change = useChangeLeader(() => {
    say(dutiesText.changed)
    onClose()
  })
  const others = carers.filter((one) => one.accountId !== duty.accountId)
  const fault = faultWithin(change.error, 'accountId')
  return (
    <Sheet title={dutiesText.changeTitle(duty.classNo)} onClose={onClose}>
      <Box as="p">{others.length === 0 ? dutiesText.noOther : dutiesText.changeHelp}</Box>
      <Refusal problem={change.error} />
      {others.length > 0 && (
        <>
          <Choice
            label={dutiesText.carer}
            options={others.map((one) => ({ value: one.accountId, word: one.name }))}
            chosen={accountId}
            faulty={fault !== null}
            onChoose={setAccountId}
          />
          {fault !== null && (
            <Box className="field__fault" role="alert">
              {fault}
            </Box>
          )}
          <Tick on={stays} onTap={() => setStays(!stays)}>
            {dutiesText.stays(duty.name)}
          </Tick>
          <Button
            busy={change.isPending}
            needs={missingWords([[accountId !== null, dutiesText.carer]])}
            onTap={() =>
              accountId !== null && change.mutate({ params: { id: duty.id }, body: { accountId, stays } })
            }
          >
            {dutiesText.changeYes}
          </Button>
        </>
      )}
      <Button look="plain" onTap={onClose}>
        {dutiesText.changeNo}
      </Button>
    </Sheet>
  )
}
